import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ArticleView, positionsAt, quotesIn, sinceInWords, statementsOn } from '../../../src/features/article/article.ts';
import { articleMarkdown } from '../../../src/features/article/article-markdown.ts';
import { articleNotices } from '../../../src/features/article/notices.ts';
import { escapeMarkdown } from '../../../src/record/cite/prose.ts';
import { dateInWords } from '../../../src/record/dates.ts';
import { joinRecord } from '../../../src/record/join.ts';
import { readContent } from '../../../src/record/read.ts';
import type { OnRecord } from '../../../src/record/record.ts';
import { entries, record } from '../../support/edition.ts';
import { CHANGED, HOSTILE, PLAIN, variantContent } from '../../support/variant-content.ts';

const folder = await variantContent();
const variant = joinRecord((await readContent(folder)).entries);
const body = (await fs.readFile(path.join(folder, 'articles/bridge.mdx'), 'utf8')).split('\n---\n\n')[1]!;
const viewOf = (of: OnRecord, updated?: string): ArticleView => ({ record: of, article: { ...of.articles.find(({ status }) => status === 'published')!, ...(updated ? { updated } : {}) } });
const view = viewOf(variant);

describe('what has happened since is told, each with its day', () => {
  const told = (of: ArticleView) => articleNotices(of).map(({ date, text }) => `${date}: ${text}`);

  test('corrected, withdrawn, disowned and superseded', () => {
    const after = [
      '2026-10-02: Words of Speaker Two were corrected. Corrected for a test.',
      '2026-10-01: A quote that stood here was withdrawn. Withdrawn for a test.',
      `2026-09: Words of ${HOSTILE.speaker} are no longer held by the party. Disowned for a test.`,
      `2025-03-01: Words of ${HOSTILE.speaker} were replaced by a later statement of ${HOSTILE.speaker}.`,
    ];
    expect(told(view)).toEqual(after);
    expect(articleNotices(view).map(({ link }) => link)).toEqual([CHANGED.corrected, CHANGED.withdrawn, CHANGED.earlier, CHANGED.later].map((id) => `/quotes/${id}/`));
  });

  test('but not what its words were held against already; a withdrawn quote that it names stays told', () => expect(told(viewOf(variant, '2026-11-01'))).toEqual(['2026-10-01: A quote that stood here was withdrawn. Withdrawn for a test.']));

  test('what was said before and added to the record after it is since then as well', () => {
    const added = '2024-12-20';
    const quotes = variant.quotes.map((quote) => (quote.id === CHANGED.later ? { ...quote, date: '2024-11-01', added } : quote));
    expect(told({ ...view, record: { ...variant, quotes } }).at(-1)).toMatch(new RegExp(`^${added}: .* replaced by a later statement`, 'u'));
  });

  test('a question that stands elsewhere now', () => {
    const topics = variant.topics.map((topic) => ({ ...topic, dimensions: topic.dimensions.map((dimension) => ({ ...dimension, title: 'Toll', status: { text: 'A toll is law.', asOf: '2025-01', source: variant.sources[0]! } })) }));
    const article = { ...view.article, parts: [{ name: 'Status', attributes: { dimension: 'bridge/toll' } }] };
    expect(told({ article, record: { ...variant, topics, withdrawn: [] } })).toEqual(['2025-01: Where things stand has changed: Toll.']);
    expect(told({ article: { ...article, updated: '2025-01-31' }, record: { ...variant, topics, withdrawn: [] } })).toEqual([]);
  });
});

describe('a block is as of the article’s day', () => {
  const shown = (of: ArticleView) => positionsAt(of, 'bridge/toll', 'party-b').map(({ position, since }) => [position.stance, since?.stance, since && sinceInWords(since.shownBy, of.article)]);

  test('it shows the newer quote that changed the mark', () => {
    expect(shown(view)).toEqual([['unclear', 'opposes', 'Since then, 1 March 2025']]);
    expect(shown(viewOf(variant, '2025-03-01'))).toEqual([['opposes', undefined, undefined]]);
  });

  test('or the older one that was added since', () => {
    const dimensions = variant.topics[0]!.dimensions.map((dimension) => ({
      ...dimension,
      positions: dimension.positions.map((position) => ({ ...position, quotes: position.quotes.map((quote) => ({ ...quote, ...(quote.id === CHANGED.corrected ? { added: '2026-11-27' } : {}) })) })),
    }));
    const of = viewOf({ ...variant, topics: [{ ...variant.topics[0]!, dimensions }] }, '2026-11-26');
    expect(shown(of)).toEqual([['unclear', 'opposes', 'Added since, of 1 March 2025']]);
  });

  test('its list of statements tells which are newer', () =>
    expect(statementsOn(view, 'bridge/toll').map(({ id, isNew }) => [id, isNew])).toEqual([
      [CHANGED.plain, false],
      [CHANGED.corrected, true],
    ]));
});

describe('as Markdown', () => {
  test('an article has every quote with speaker, date, source and address, and nothing of its components', () => {
    const [article] = record.articles;
    const text = articleMarkdown({ article: article!, record }, entries.articles[0]!.body);
    for (const quote of quotesIn({ article: article!, record })) {
      for (const part of [`/quotes/${quote.id}/`]) expect(text, quote.id).toContain(part);
    }
    for (const { name, attributes } of article!.parts) {
      const quote = name === 'Quote' && record.quotes.find(({ id }) => id === attributes['id']);
      if (quote) for (const part of [escapeMarkdown(quote.text), escapeMarkdown(quote.speaker.name), dateInWords(quote.date), quote.source.url]) expect(text).toContain(part);
      if (name === 'Words') expect(text).toContain(`[“${escapeMarkdown(attributes['part']!)}”]`);
    }
    expect(text).toMatch(/^# /u);
    expect(text).not.toMatch(/<\/?[A-Z]|\]\(\//u);
  });

  test('it tells what its page tells: notices, withdrawn words, what is newer and what has left', () => {
    const text = articleMarkdown(view, body);
    for (const part of [
      '- 2 October 2026: Words of Speaker Two were corrected',
      `A quote that stood here was withdrawn: https://on-record.example/quotes/${CHANGED.withdrawn}/`,
      'Since then, 1 March 2025: Opposes',
      PLAIN,
      'What stood here has left the record',
      '*Title*',
    ])
      expect(text).toContain(part);
  });
});
