import { expect, test } from 'vitest';
import { day, dayMonthOrYear, dayOrMonth } from '../../../src/record/schema/date.ts';
import { id, ownWords, plainText, webAddress } from '../../../src/record/schema/text.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) => schema.safeParse(value).success;

test.each([
  ['words', true],
  ['a < b and 3 > 2', true],
  ['{not} an ${expression}', true],
  ['', false],
  [' leading', false],
  ['trailing\n', false],
  ['<script>alert(1)</script>', false],
  ['</script>', false],
  ['<!-- a comment', false],
  ['bell \u0007', false],
  ['override \u202e', false],
  ['isolate \u2066', false],
  ['zero width \u200b', false],
  ['é ŵ £ € ½ → “quoted”', true],
  ['a word of 日本', false],
  ['a face 🙂', false],
  ['x'.repeat(4001), false],
])('plainText takes %j: %s', (text, accepted) => expect(accepts(plainText(), text)).toBe(accepted));

test.each([
  ['one two three', 3, true],
  ['one two three four', 3, false],
])('ownWords counts the words of %j', (text, most, accepted) => expect(accepts(ownWords(most), text)).toBe(accepted));

test.each([
  ['lee-anderson', true],
  ['bbc-2025-04-16', true],
  ['Lee-Anderson', false],
  ['lee--anderson', false],
  ['-lee', false],
  ['../../etc', false],
  ['', false],
])('the id %j: %s', (value, accepted) => expect(accepts(id, value)).toBe(accepted));

test.each([
  ['https://www.example.org/a?b=c#d', true],
  ['http://example.org', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['ftp://example.org/', false],
  ['//example.org/', false],
  ['https://', false],
  ['https://example.org/a b', false],
  ['https://exa\u202emple.org/', false],
])('the address %j: %s', (value, accepted) => expect(accepts(webAddress, value)).toBe(accepted));

test.each([
  ['2025-04-16', true, true, true],
  ['2024-02-29', true, true, true],
  ['2025-02-29', false, false, false],
  ['2025-02-30', false, false, false],
  ['2025-13', false, false, false],
  ['2025-09', false, true, true],
  ['2025', false, false, true],
  ['16/4/2025', false, false, false],
  ['2025-4-6', false, false, false],
])('the date %s: a day %s, a day or month %s, any %s', (value, isDay, isDayOrMonth, isAny) => expect([accepts(day, value), accepts(dayOrMonth, value), accepts(dayMonthOrYear, value)]).toEqual([isDay, isDayOrMonth, isAny]));
