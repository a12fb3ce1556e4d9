import { expect, test } from 'vitest';
import { groupStatements } from '../../src/record/statements.ts';

const quote = (id: string, date: string, speaker: string, source: string) => ({ id, date, speaker: { id: speaker }, source: { id: source } });
const grouped = (...quotes: ReturnType<typeof quote>[]) => groupStatements(quotes).map((statement) => statement.quotes.map(({ id }) => id));

test('quotes of one speaker, day and source are one statement, in the file’s order', () => expect(grouped(quote('b', '2025-04-16', 's', 'x'), quote('a', '2025-04-16', 's', 'x'))).toEqual([['b', 'a']]));

test.each([
  ['speaker', quote('b', '2025-04-16', 't', 'x')],
  ['source', quote('b', '2025-04-16', 's', 'y')],
  ['day', quote('b', '2025-04-15', 's', 'x')],
])('another %s is another statement', (_, other) => expect(grouped(quote('a', '2025-04-16', 's', 'x'), other)).toEqual([['a'], ['b']]));

test('the newest statement stands first', () => expect(grouped(quote('old', '2024-01', 's', 'x'), quote('new', '2025-01-01', 's', 'x'))).toEqual([['new'], ['old']]));
