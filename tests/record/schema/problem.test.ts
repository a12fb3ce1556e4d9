import { describe, expect, test } from 'vitest';
import { FOLDERS } from '../../../src/record/collections.ts';
import { problemLine, problemReport, problemsFromIssues } from '../../../src/record/schema/problem.ts';
import { speakerSchema } from '../../../src/record/schema/speaker.ts';

function problems(data: unknown): string[] {
  const result = speakerSchema.safeParse(data);
  return result.success ? [] : problemsFromIssues('speakers/some-one.yaml', data, speakerSchema, result.error.issues).map(problemLine);
}

describe('a problem says what is wrong and how to mend it', () => {
  test.each([
    ['a missing field', { party: 'labour', kind: 'person' }, 'speakers/some-one.yaml: name: is missing. To mend: The name as shown.'],
    ['a missing choice', { name: 'Some One', party: 'labour' }, 'speakers/some-one.yaml: kind: is missing. To mend: person; party'],
    ['a wrong type', { name: ['Some'], party: 'labour', kind: 'person' }, 'name: is a list, not a text'],
    ['a wrong choice', { name: 'Some One', party: 'labour', kind: 'robot' }, 'kind: is not a kind: choose person, party or unnamed'],
    ['an unknown field', { name: 'Some One', party: 'labour', kind: 'person', twitter: 'x' }, 'twitter: is not a field of this file. To mend: remove it, or use one of: name, party, parties, kind, aliases, surnameIsWord'],
    ['a place in a list', { name: 'Some One', party: 'labour', kind: 'person', aliases: ['ok', 3] }, 'aliases[1]: is a number, not a text'],
  ])('%s', (_, data, line) => expect(problems(data)).toEqual([expect.stringContaining(line)]));

  test('all of them at once, counted by file', () => {
    const all = [...problems({}), ...problems({ name: 'x' })];
    expect(all.length).toBeGreaterThan(3);
    const report = problemReport([
      { file: 'a.yaml', field: 'x', problem: 'is missing', mend: 'add it' },
      { file: 'a.yaml', field: 'y', problem: 'is missing', mend: 'add it' },
      { file: 'b.yaml', field: '', problem: 'is binary', mend: 'remove it' },
    ]);
    expect(report.split('\n')).toEqual(['3 problems in 2 files of the content:', '  a.yaml: x: is missing. To mend: add it', '  a.yaml: y: is missing. To mend: add it', '  b.yaml: is binary. To mend: remove it']);
  });
});

test.each(Object.entries(FOLDERS))('every field of %s says what it is for', (_, { schema }) => {
  const undescribed = Object.entries((schema as unknown as { shape: Record<string, { description?: string }> }).shape ?? {}).filter(([, field]) => !field.description);
  expect(undescribed.map(([name]) => name)).toEqual([]);
});
