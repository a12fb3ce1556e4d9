import { describe, expect, test } from 'vitest';
import { textFragmentUrl } from '../../src/record/text-fragment.ts';
import { record } from '../support/edition.ts';

const PAGE = 'https://news.example/a?b=1';

describe('a link to the words in the source', () => {
  test.each([
    ['a short quote whole', 'We will build more homes', 'We%20will%20build%20more%20homes'],
    ['ten words whole', 'one two three four five six seven eight nine ten', 'one%20two%20three%20four%20five%20six%20seven%20eight%20nine%20ten'],
    ['a long quote by its ends', 'one two three four five six seven eight nine ten eleven', 'one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven'],
    ['a comma, an ampersand and a hyphen encoded', 'well-known aims, bed & board', 'well%2Dknown%20aims%2C%20bed%20%26%20board'],
    ['other punctuation encoded', "it's (not) ~ a *star*, is it? yes!", 'it%27s%20%28not%29%20%7E%20a%20%2Astar%2A%2C%20is%20it%3F%20yes'],
    ['the case kept', 'The NHS in Wales', 'The%20NHS%20in%20Wales'],
    ['the full stop at the end left out', 'This is the end.', 'This%20is%20the%20end'],
    ['quotation marks at the ends left out', '“this is said”', 'this%20is%20said'],
    ['a currency and a per cent sign at the ends kept', '£5 grows by 10%', '%C2%A35%20grows%20by%2010%25'],
    ['punctuation where the ends of a long quote meet left out', 'one two three four five, six (seven eight nine ten eleven)', 'one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven'],
    ['never across a cut', 'We will act today. […] And we will act tomorrow.', 'We%20will%20act%20today'],
    ['never across a cut written with dots', 'We will act today [...] and tomorrow', 'We%20will%20act%20today'],
    ['never across an insertion', 'they [the ministers] have failed all of us', 'have%20failed%20all%20of%20us'],
    ['the longest part where all are short', 'we [they] will act', 'will%20act'],
    ['by the ends where a short quote has two paragraphs', 'First this.\nThen that.', 'First%20this,Then%20that'],
    ['letters with accents', 'Siân fought for it', 'Si%C3%A2n%20fought%20for%20it'],
  ])('%s', (_, text, directive) => expect(textFragmentUrl(PAGE, text)).toBe(`${PAGE}#:~:text=${directive}`));

  test.each([
    ['keeps a fragment', 'https://a.example/#part', 'https://a.example/#part:~:text=the%20words%20said'],
    ['fills an empty fragment', 'https://a.example/#', 'https://a.example/#:~:text=the%20words%20said'],
    ['replaces a directive', 'https://a.example/#part:~:text=other', 'https://a.example/#part:~:text=the%20words%20said'],
  ])('%s', (_, url, expected) => expect(textFragmentUrl(url, 'the words said')).toBe(expected));

  test.each(['', '…', '[an insertion]', '[…]'])('leaves the address as it is where there are no words: %j', (text) => expect(textFragmentUrl(PAGE, text)).toBe(PAGE));
});

test('every quote of the record is linked by words that stand in it, in order, between two cuts', () => {
  for (const { id, source, text } of record.quotes) {
    const [plain, directive = ''] = textFragmentUrl(source.url, text).split('#:~:text=');
    const [start = '', end = start] = directive.split(',').map(decodeURIComponent);
    expect(plain, id).toBe(source.url);
    expect(directive, id).toMatch(/^[A-Za-z0-9%._]+(?:,[A-Za-z0-9%._]+)?$/u);
    expect(start.split(' ').length, id).toBeGreaterThan(2);
    const stands = text.split(/\[[^\]]*\]/u).some((part) => part.includes(start) && part.slice(part.indexOf(start)).includes(end));
    expect(stands, id).toBe(true);
  }
});
