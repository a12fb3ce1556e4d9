import { expect, test } from 'vitest';
import { renderedEntries } from '../../src/loaders/rendered-entries.ts';
import { realRecord } from '../fixtures/real-record.ts';

const { entries } = await realRecord();
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const [first, second] = entries.positions;
const withNote = { ...first!, body: 'A note.' };
const withSpace = { ...second!, body: ' \n' };

test('of positions, parties, speakers and sources, what has a body is rendered', () => {
  const rendered = renderedEntries({ ...entries, positions: [withNote, withSpace] });
  expect(rendered.positions).toEqual([withNote]);
  expect([rendered.parties, rendered.speakers, rendered.sources]).toEqual([[], [], []]);
});

test('every topic and every page is rendered, also one without a body', () => {
  const topics = entries.topics.map((topic) => ({ ...topic, body: '' }));
  const rendered = renderedEntries({ ...entries, topics });
  expect(ids(rendered.topics)).toEqual(ids(entries.topics));
  expect(ids(rendered.pages)).toEqual(ids(entries.pages));
});
