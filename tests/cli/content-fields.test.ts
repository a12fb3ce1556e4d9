import fs from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withFieldTables } from '../../src/cli/content-fields.ts';

const readme = await fs.readFile('content/README.md', 'utf8');

test('the guide for editors has the fields that the schemas have', () => {
  expect(withFieldTables(readme), 'run npm run content:fields').toBe(readme);
  expect(readme).toContain('| `role` | yes | The speaker’s role at the date.');
  expect(readme).toContain('| `figures[].source` | yes | Id in sources.');
});

test('a guide that has lost a marker is left alone', () => expect(() => withFieldTables(readme.replace('begin -->', '-->'))).toThrow(/two markers/u));
