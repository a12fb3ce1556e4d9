import { describe, expect, test } from 'vitest';
import { locateWords, wordsOf } from '../../src/record/words.ts';

describe('the words of a text', () => {
  test.each([
    ['quotation marks', 'He said “no”, then ‘yes’.', 'He said "no", then \'yes\'.'],
    ['apostrophes', 'won’t don´t can`t isnʼt', "won't don't can't isn't"],
    ['dashes', 'one–for–one — now', 'one-for-one - now'],
    ['white space', 'a\u00a0b\u202fc\n\td', 'a b c d'],
    ['soft hyphens and zero-width marks', 'de\u00adter\u200brent \ufeffnow', 'deterrent now'],
    ['ligatures', 'the ﬁrst ﬂights o\ufb00', 'the first flights off'],
    ['case and punctuation', 'STOP, now!', 'stop now'],
    ['composed and decomposed letters', 'cafe\u0301', 'café'],
    ['per cent and currency with a space', '£ 5 and 10 %', '£5 and 10%'],
    ['a cut', 'one […] two', 'one [...] two'],
    ['an insertion', 'they [the government] said', 'they said'],
  ])('are the same whatever the %s', (_, one, other) => expect(wordsOf(one)).toEqual(wordsOf(other)));

  test.each([
    ['a "not"', 'we will not go', 'we will go'],
    ['a "n\'t"', "we won't go", 'we wo go'],
    ['a number', '8,888 people', '8,889 people'],
    ['thousands and decimals', '8,888 people', '8.888 people'],
    ['a leading point', 'grew by .5 points', 'grew by 5 points'],
    ['a per cent sign', 'by 5% more', 'by 5 more'],
    ['a currency', '£5 a day', '€5 a day'],
    ['a minus sign', 'a change of −3', 'a change of 3'],
    ['a raised digit', '10² people', '102 people'],
    ['a fraction', '1½ years', '11⁄2 years'],
    ['an ampersand', 'bread & butter', 'bread butter'],
    ['the order', 'first then', 'then first'],
    ['a cut is not an insertion', 'one […] two', 'one [… two]'],
  ])('differ by %s', (_, one, other) => expect(wordsOf(one)).not.toEqual(wordsOf(other)));

  test('are found again where they were written', () => {
    const text = 'The “ﬁnal” o\ufb00er: cafe\u0301 for £ 5, İzmir, 𝐁old [we] won’t.'.normalize('NFC');
    const located = locateWords(text);
    expect(located.map(({ word }) => word)).toEqual(wordsOf(text));
    expect(located.map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'ﬁnal', 'o\ufb00er', 'café', 'for', '£ 5', 'İzmir', '𝐁old', 'won’t']);
  });

  test('of a text without any are none', () => expect(wordsOf(' … — […] [only an insertion] “”')).toEqual([]));
});
