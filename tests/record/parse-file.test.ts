import { describe, expect, test } from 'vitest';
import { FileSyntaxError, parseFile } from '../../src/record/parse-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a key that stands twice', () => {
  test.each([
    ['at the top', 'a: 1\nb: 2\na: 3\n', 'line 3, column 1'],
    ['inside', 'a:\n  b: 1\n  b: 2\n', 'line 3, column 3'],
    ['in a list', '- { a: 1, a: 2 }\n', 'line 1, column 11'],
    ['written in two ways', '"a": 1\na: 2\n', 'line 2, column 1'],
  ])('is refused %s, with its place', (_, text, place) => {
    expect(() => parseFile(bytes(text), '.yaml')).toThrow(FileSyntaxError);
    expect(() => parseFile(bytes(text), '.yaml')).toThrow(place);
  });

  test('is no repetition in two maps', () => expect(parseFile(bytes('- a: 1\n- a: 2\n'), '.yaml').data).toEqual([{ a: 1 }, { a: 2 }]));
});

test('a file larger than its kind may be is refused', () => expect(() => parseFile(bytes('a: 12345\n'), '.yaml', 5)).toThrow('has 9 bytes; the limit is 5'));
