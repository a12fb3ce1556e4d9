import { describe, expect, test } from 'vitest';
import { foundQuote, type FoundQuote } from '../../../src/features/search/found-quote.ts';
import { quotesCsv, shortCitation } from '../../../src/features/search/quotes-as-text.ts';
import { csv } from '../../../src/features/data/csv.ts';
import { searchRecords } from '../../../src/features/search/search-records.ts';
import { officialUrl } from '../../../src/record/source-address.ts';
import { record } from '../../support/edition.ts';

const QUOTE: FoundQuote = {
  id: 'one',
  page: '/quotes/one/',
  quote: 'the words',
  speaker: 'Speaker One',
  role: 'Member',
  party: 'Party A',
  date: '2025-04-16',
  topic: 'Parks',
  question: 'Should it?',
  publisher: 'Daily Example',
  source: 'https://daily.example/a?b=c#d',
};

test('foundQuote reads what the index was given, for every quote of the record', async () => {
  const read = searchRecords(record).map(({ url, content, meta }) => foundQuote({ url, content, meta }));
  expect(read.length).toBe(record.quotes.length);
  const expected = record.quotes.map(({ id, text, speaker, role, party, date, topic, dimension, source, disowned }) => ({
    id,
    page: `/quotes/${id}/`,
    quote: text,
    speaker: speaker.name,
    role,
    party: party.name,
    date,
    topic: topic.title,
    question: dimension.question,
    publisher: source.publisher,
    source: officialUrl(source),
    ...(disowned ? { notice: disowned.note } : {}),
  }));
  expect(read).toEqual(expected);
});

describe('shortCitation', () => {
  test('names words, speaker, role, date, publisher, source and page', () => {
    expect(shortCitation(QUOTE, 'https://site.example')).toBe('“the words” Speaker One, Member, 16 April 2025. Daily Example: https://daily.example/a?b=c#d. Quote page: https://site.example/quotes/one/');
  });

  test('says that the party has dropped the words', () => expect(shortCitation({ ...QUOTE, notice: 'Dropped in May.' }, '')).toContain('16 April 2025. Dropped in May. Daily'));

  test('a role that begins with the speaker’s name is not said twice', () => expect(shortCitation({ ...QUOTE, role: 'Speaker One press office' }, '')).toContain('” Speaker One press office, 16'));
});

test.each(['plain', 'with, comma', 'with "marks"', 'two\nlines', 'two\r\nlines', '=HYPERLINK("x")', '+1', '-1', '@x', '\tx', '£5, 10% – “ok”', ' space '])('quotesCsv writes %j as the open data does', (text) => {
  const columns = ['id', 'quote', 'speaker', 'role', 'party', 'date', 'topic', 'question', 'publisher', 'url', 'notice'] as const;
  const { source: url, page: _, ...rest } = { ...QUOTE, quote: text, role: text, notice: text };
  expect(quotesCsv([{ ...QUOTE, quote: text, role: text, notice: text }])).toBe(csv(columns, [{ ...rest, url }]));
});
