import { describe, expect, test } from 'vitest';
import { hasOwnMarkdown, llmsText, questionMarkdown, quoteMarkdown, topicMarkdown } from '../../../src/features/markdown/markdown.ts';
import { escapeMarkdown } from '../../../src/record/cite/prose.ts';
import { dateInWords } from '../../../src/record/dates.ts';
import { markInWords, markOf } from '../../../src/record/mark.ts';
import type { Quote } from '../../../src/record/record.ts';
import { absolute, articleUrl, dimensionUrl, quoteUrl, topicUrl } from '../../../src/site/urls.ts';
import { record } from '../../support/edition.ts';
import { inventedQuote } from '../../support/quote.ts';

/** What of a quote must stand in a text about it. */
function expectWhole(text: string, quote: Quote): void {
  for (const line of quote.text.split('\n')) expect(text, quote.id).toContain(escapeMarkdown(line));
  for (const part of [quote.speaker.name, quote.role, quote.source.title, ...quote.notices]) expect(text, quote.id).toContain(escapeMarkdown(part));
  for (const part of [dateInWords(quote.date), dateInWords(quote.source.published), absolute(quoteUrl(quote)), quote.source.url]) expect(text, quote.id).toContain(part);
}

describe('as Markdown', () => {
  test('every quote has its words, speaker, dates, source, notices and address', () => {
    for (const quote of record.quotes) expectWhole(quoteMarkdown(quote), quote);
  });

  test('every question has every quote and mark, and says where there is none', () => {
    for (const dimension of record.topics.flatMap(({ dimensions }) => dimensions)) {
      const text = questionMarkdown(dimension, () => 'The editor’s note.');
      for (const position of dimension.positions) {
        expect(text).toContain(`## ${position.party.name}: ${markInWords(markOf(position))}`);
        for (const quote of position.quotes) expectWhole(text, quote);
        if (position.hasNote) expect(text).toContain('The editor’s note.');
      }
    }
  });

  test('every topic leads to its questions and has what settles each mark', () => {
    for (const topic of record.topics) {
      const text = topicMarkdown(topic, 'The background.');
      expect(text).toContain('The background.');
      for (const { id, positions } of topic.dimensions) {
        expect(text).toContain(`${absolute(dimensionUrl(topic.id, id))}index.md`);
        for (const { shownBy } of positions) if (shownBy) expectWhole(text, shownBy);
      }
    }
  });

  test('what was corrected, replaced, archived and dropped is said, and signs of the words stay signs', () => {
    const correction = { id: 'a', date: '2026-01-02', was: 'it *was*', now: 'b', why: 'A slip.' };
    const text = quoteMarkdown(inventedQuote({ text: '# not a *heading*', corrections: [correction], supersededBy: 'later', notices: ['Dropped since.'], added: '2026-11-26' }, { archived: 'https://archive.example/1' }));
    for (const part of [
      '> \\# not a \\*heading\\*',
      'Corrected on 2 January 2026: A slip. It said: “it \\*was\\*”',
      '/quotes/later/',
      'Read with care: Dropped since.',
      '<https://archive.example/1>',
      'Added to the record on 26 November 2026',
    ])
      expect(text).toContain(part);
  });

  test('where the address is gone, the source’s link leads to the archived copy', () => {
    const kept = { gone: '2026-10-04', archived: 'https://archive.example/1' };
    const text = quoteMarkdown(inventedQuote({}, kept));
    expect(text).toContain('Source: [An example is set](<https://archive.example/1>)');
    expect(text).toContain('gone since 4 October 2026. Links lead to an archived copy.');
    expect(quoteMarkdown(inventedQuote({}, { gone: kept.gone }))).toContain('No archived copy is known.');
  });
});

test('llms.txt names every topic, question and article, and where a quote stands', () => {
  const text = llmsText(record, record.articles);
  expect(text).toMatch(/^# On Record\n\n> /u);
  for (const topic of record.topics) for (const address of [topicUrl(topic.id), ...topic.dimensions.map(({ id }) => dimensionUrl(topic.id, id))]) expect(text).toContain(`${absolute(address)}index.md`);
  for (const { id } of record.articles) expect(text).toContain(`${absolute(articleUrl(id))}index.md`);
  expect(text).toContain('/quotes/<id>/index.md');
  expect(llmsText({ ...record, quotes: Array.from({ length: 3000 }, () => inventedQuote()) }, [])).not.toContain('/quotes/<id>/index.md');
  expect([hasOwnMarkdown(500), hasOwnMarkdown(3000)]).toEqual([true, false]);
});
