import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { CITATION_FORMATS, type CitationFormat } from '../../../src/record/cite/formats.ts';
import { citedName, familyFirst } from '../../../src/record/cite/names.ts';
import { referenceFor } from '../../../src/record/cite/reference.ts';
import { houseOf, publishedBy, sourceType } from '../../../src/record/cite/source-type.ts';
import type { Quote, Source } from '../../../src/record/record.ts';
import { inventedQuote } from '../../support/quote.ts';
import { record } from '../../support/edition.ts';

const PERMALINK = 'https://record.example/quotes/speaker-one-question-2025-04-16/';

interface Parsed {
  type: string;
  author: { family?: string; given?: string; literal?: string }[];
  issued: { 'date-parts': number[][] };
  title: string;
  publisher: string;
  URL: string;
  note: string;
}

function write(id: CitationFormat['id'], quote: Quote, permalink = PERMALINK): string {
  const format = CITATION_FORMATS.find((one) => one.id === id);
  if (!format) throw new TypeError(`there is no format ${id}`);
  return format.write(quote, { permalink });
}

function parse(text: string): Parsed {
  const [item, ...more] = new Cite(text).data as Parsed[];
  if (!item || more.length > 0) throw new TypeError('the file does not hold one item');
  return item;
}

describe.each(['bibtex', 'ris', 'csl-json'] as const)('%s of every quote, read back by citation-js', (format) => {
  test('author, date, title, publisher, address and permalink are found again', () => {
    for (const quote of record.quotes) {
      const permalink = `https://record.example/quotes/${quote.id}/`;
      const item = parse(write(format, quote, permalink));
      const name = item.author[0];
      const expected = referenceFor(quote, { permalink });
      expect(item.author, quote.id).toHaveLength(1);
      expect(name?.literal ?? [name?.family, name?.given].filter(Boolean).join(', '), quote.id).toBe(familyFirst(expected.author));
      expect(item.issued['date-parts'], quote.id).toEqual([quote.source.published.split('-').map(Number)]);
      expect(item.title, quote.id).toContain(quote.source.title);
      expect(quote.source.publisher, quote.id).toContain(item.publisher.split(', House of')[0]);
      // citation-js encodes a BibTeX address once more on reading: %3A becomes %253A.
      expect([expected.url, encodeURI(expected.url)], quote.id).toContain(item.URL);
      expect(item.note, quote.id).toContain(permalink);
    }
  });
});

/** Of every kind of source and speaker, as many quotes as there are, up to 20. */
const ofEveryKind = [...Map.groupBy(record.quotes, ({ source, speaker }) => `${sourceType(source)} of a ${speaker.kind}`)].map(([kind, quotes]) => [kind, quotes.slice(0, 20)] as const);

test.each(ofEveryKind)('%s: every format reads back as the same one item, and who is quoted is not a journalist', (_, quotes) => {
  for (const quote of quotes) {
    const items = (['bibtex', 'ris', 'csl-json'] as const).map((format) => parse(write(format, quote)));
    const alike = items.map(({ type, title, author, issued, publisher, URL }) => ({
      type,
      title,
      author: author.map(({ literal, family, given }) => [literal ?? family, given]),
      issued: issued['date-parts'],
      publisher,
      URL: decodeURI(URL),
    }));
    expect(alike[1], quote.id).toEqual(alike[0]);
    expect(alike[2], quote.id).toEqual(alike[0]);
    expect(['report', 'webpage'], quote.id).toContain(alike[0]?.type);
    if (quote.source.kind !== 'press' || quote.source.title.includes(`by ${quote.speaker.name}`)) continue;
    expect(alike[0]?.title, quote.id).toMatch(/^Quoted in /u);
    expect(write('harvard', quote), quote.id).toContain(' quoted in ');
  }
});

test('a citation of Hansard names the House, by Parliament’s own address too, and the day', () => {
  const official = { url: 'https://hansard.parliament.uk/Lords/2025-04-16', of: 'day' } as const;
  const source = { kind: 'official-record', publisher: 'Hansard', title: 'An oral question', url: 'https://copy.example/', official } as const;
  for (const { id } of CITATION_FORMATS)
    expect(write(id, inventedQuote({}, source)), id).toMatch(/Hansard, House of Lords[\s\S]*(?:16 April|2025-04-16|2025\/04\/16|2025,\s*4,\s*16)|(?:16 April|2025-04-16|2025\/04\/16|2025,\s*4,\s*16)[\s\S]*Hansard, House of Lords/u);
});

test('a citation of Hansard names the column, and nothing else is cited by one', () => {
  const source = { kind: 'official-record', publisher: 'Hansard', url: 'https://hansard.parliament.uk/Commons/2025-04-16/debates/1/Example' } as const;
  for (const { id } of CITATION_FORMATS) expect(write(id, inventedQuote({ section: 'Column 77WH' }, source)), id).toMatch(/\bcol\\?\. 77WH|\bColumn 77WH/u);
  expect(write('ris', inventedQuote({ section: 'Column of opinion' }, source))).toContain('Section: Column of opinion.');
  expect(write('harvard', inventedQuote({ section: 'Column 77WH' }, source))).toContain('Hansard, House of Commons, 16 April, col. 77WH.');
});

test.each(CITATION_FORMATS.map(({ id }) => id).filter((id) => id !== 'html' && id !== 'markdown'))('%s says where a copy is kept', (id) => {
  expect(write(id, inventedQuote({}, { archived: 'https://archive.example/1' }))).toMatch(/archived at https:\/\/archive\.example\/1/iu);
});

test('no citation of the edition is cut, empty or holds an undefined', () => {
  for (const quote of record.quotes) {
    for (const { id, write: writeIt } of CITATION_FORMATS) {
      const text = writeIt(quote, { permalink: PERMALINK });
      expect(text, `${quote.id} ${id}`).toContain(PERMALINK);
      expect(text, `${quote.id} ${id}`).not.toMatch(/undefined|NaN|\[object/u);
      expect(text, `${quote.id} ${id}`).not.toMatch(/, ,|\.\. |’\.’|\(\)/u);
    }
  }
});

describe('what a source is', () => {
  test.each([
    ['hansard', { kind: 'official-record', publisher: 'Hansard', url: 'https://parliament.example/' }],
    ['govuk', { kind: 'official-record', publisher: "GOV.UK (Minister's Office)", url: 'https://www.gov.uk/government/speeches/x' }],
    ['official', { kind: 'official-record', publisher: 'Electoral Office', url: 'https://office.example/' }],
    ['manifesto', { kind: 'party', title: 'Party A Manifesto 2024' }],
    ['manifesto', { kind: 'party', id: 'party-a-2024-contract', title: 'Our Contract with You' }],
    ['press-release', { kind: 'party', publisher: 'Party A press release' }],
    ['press-release', { kind: 'party', url: 'https://party-a.example/press/release/x' }],
    ['party-page', { kind: 'party' }],
    ['news-article', { kind: 'press' }],
    ['news-article', { kind: 'press', publisher: 'Daily Example (quoting ITV News)' }],
    ['news-article', { kind: 'press', publisher: 'LBC', url: 'https://www.lbc.co.uk/news/x/' }],
    ['broadcast', { kind: 'press', publisher: 'BBC One', url: 'https://www.bbc.co.uk/programmes/x' }],
    ['broadcast', { kind: 'press', title: 'The Sunday Example (television interview)' }],
  ] as const)('%s: %j', (type, source) => expect(sourceType(inventedQuote({}, source).source)).toBe(type));

  test.each([
    ['Immigration (House of Commons, 21 May 2025)', 'https://x.example/', 'House of Commons'],
    ['Immigration (Opposition day debate, House of Commons, 21 May 2025)', 'https://x.example/', 'House of Commons'],
    ['Borders (House of Lords, 2 September 2025)', 'https://x.example/', 'House of Lords'],
    ['Budget', 'https://x.example/mp/one/debate/2025-12-02/commons/commons-chamber/budget', 'House of Commons'],
    ['Budget', 'https://x.example/mp/one/debate/Lords/2025-09-02/debates/9F/Budget', 'House of Lords'],
    ['House of Lords (Hereditary Peers) Bill: second reading', 'https://x.example/', undefined],
    ['Example Bill (Lords amendments)', 'https://x.example/', undefined],
  ])('the House of %j at %s is %s', (title, url, house) => expect(houseOf({ title, url })).toBe(house));

  test.each([
    [
      { publisher: 'Hansard', via: 'Example Parliament' },
      { publisher: 'Hansard', via: 'Example Parliament' },
    ],
    [
      { publisher: 'Party A press release', via: 'Example' },
      { publisher: 'Party A', via: 'Example' },
    ],
    [{ publisher: 'Party A (press release reproduced by Example)' }, { publisher: 'Party A', via: 'Example' }],
    [{ publisher: "GOV.UK (Minister's Office)" }, { publisher: "Minister's Office", via: 'GOV.UK' }],
    [{ publisher: 'Daily Example (PA)' }, { publisher: 'Daily Example (PA)' }],
  ])('%j was published by %j', (source, expected) => expect(publishedBy(source)).toEqual(expected));
});

test.each([
  ['Speaker One', 'person', { family: 'One', given: 'Speaker' }],
  ['Sir Speaker One', 'person', { family: 'One', given: 'Speaker' }],
  ['Speaker van Example', 'person', { family: 'van Example', given: 'Speaker' }],
  ['Speaker Middle Example', 'person', { literal: 'Speaker Middle Example' }],
  ['Baroness Example of Elsewhere (Speaker One)', 'person', { literal: 'Baroness Example of Elsewhere' }],
  ['Party A', 'party', { literal: 'Party A' }],
  ['Party spokesperson', 'unnamed', { literal: 'Party spokesperson' }],
] as const)('the name of %s (%s)', (name, kind, expected) => expect(citedName({ name, kind })).toEqual(expected));

describe('Harvard', () => {
  const read = { fingerprint: { covers: 'whole', checked: '2026-11-22', runs: ['AAAA'] } } satisfies Partial<Source>;

  test.each([
    ['a person in a news article is quoted in it', inventedQuote({}, read), 'One, S. (2025) quoted in ‘An example is set’, Daily Example, 16 April. Available at: https://daily.example/a (Accessed: 22 November 2026). Quote page: '],
    [
      'a person in the official record is its author',
      inventedQuote({}, { ...read, kind: 'official-record', publisher: 'Hansard', via: 'Example', title: 'Budget', url: 'https://x.example/debate/Lords/2025' }),
      'One, S. (2025) ‘Budget’, Hansard, House of Lords, 16 April. Available at: https://x.example/debate/Lords/2025 (read in Example; Accessed: 22 November 2026). Quote page: ',
    ],
    [
      'a party is the author of its manifesto',
      inventedQuote({}, { ...read, kind: 'party', publisher: 'Party A', title: 'Party A Manifesto 2024', published: '2024-06-10' }, { name: 'Party A', kind: 'party' }),
      'Party A (2024) Party A Manifesto 2024. Available at: https://daily.example/a (Accessed: 22 November 2026). Said: 16 April 2025. Quote page: ',
    ],
    [
      'a press release says that it is one',
      inventedQuote({ date: '2026-04' }, { kind: 'party', publisher: 'Party A press release', published: '2026-04' }, { name: 'Party A', kind: 'unnamed' }),
      'Party A (2026) ‘An example is set’, press release, April. Available at: https://daily.example/a. Quote page: ',
    ],
    [
      'a person in a press release is quoted in it',
      inventedQuote({}, { kind: 'party', publisher: 'Party A', url: 'https://party-a.example/press/release/x' }),
      'One, S. (2025) quoted in ‘An example is set’, press release, Party A, 16 April. Available at: https://party-a.example/press/release/x. Quote page: ',
    ],
    [
      'GOV.UK names the office',
      inventedQuote({}, { kind: 'official-record', publisher: "GOV.UK (Minister's Office)", url: 'https://www.gov.uk/x' }),
      "One, S. (2025) ‘An example is set’, GOV.UK, Minister's Office, 16 April. Available at: https://www.gov.uk/x. Quote page: ",
    ],
    [
      'a broadcast names its channel',
      inventedQuote({ date: '2025-04-15' }, { publisher: 'Example One', url: 'https://www.bbc.co.uk/programmes/x' }),
      'One, S. (2025) quoted in ‘An example is set’, Example One, 16 April. Available at: https://www.bbc.co.uk/programmes/x. Said: 15 April 2025. Quote page: ',
    ],
    ['an article that the speaker wrote is the speaker’s', inventedQuote({}, { title: 'Opinion by Speaker One' }), 'One, S. (2025) ‘Opinion by Speaker One’, Daily Example, 16 April. Available at: https://daily.example/a. Quote page: '],
    ['a title with single quotation marks stands in double ones', inventedQuote({}, { title: 'Why ‘one’ won' }), 'One, S. (2025) quoted in “Why ‘one’ won”, Daily Example, 16 April. Available at: https://daily.example/a. Quote page: '],
  ])('%s', (_, quote, expected) => expect(write('harvard', quote)).toBe(expected + PERMALINK));
});

const quote = inventedQuote({ date: '2025-10' }, { published: '2025-10' });
test.each([
  ['bibtex', /date = \{2025-10\},[\s\S]*month = oct,/u],
  ['ris', /DA {2}- 2025\/10\/\/\r\n/u],
  ['csl-json', /"date-parts": \[\s*\[\s*2025,\s*10\s*\]/u],
  ['harvard', / Daily Example, October\. /u],
  ['text', /, October 2025\. /u],
] as const)('%s gives no day where only the month is known', (format, expected) => expect(write(format, quote)).toMatch(expected));

describe('awkward words', () => {
  const TEXT = 'Spend £5 & 100% of #1 {x} \\ "y" it’s ‘so’ “now” ~ ^ _ $ <b> | – — … €';

  test('citation-js reads the LaTeX escapes back to the same words', () => {
    const item = parse(write('bibtex', inventedQuote({ text: TEXT }, { title: TEXT })));
    expect(item.title).toBe(`Quoted in “${TEXT}”`);
  });

  test('nothing that LaTeX would act on stands bare', () => {
    const title = /title = \{\{(.*)\}\},/u.exec(write('bibtex', inventedQuote({}, { title: TEXT })))?.[1] ?? '';
    expect(title).toContain('\\textsterling{}5 \\& 100\\% of \\#1 \\{x\\}');
    expect(title.replace(/\\(?:[&%#${}_]|text[a-z]+\{\})/gu, '').replaceAll('{"}', '')).not.toMatch(/[&%#${}_~^\\<>|"]/u);
  });

  test('braces balance even where the words do not', () => {
    const bib = write('bibtex', inventedQuote({ text: 'an open { brace' }));
    expect(parse(bib).title).toContain('An example');
    expect(bib).toContain('an open \\{ brace');
  });

  test('RIS has CRLF, begins with TY and ends with ER, and no value begins a line of its own', () => {
    const ris = write('ris', inventedQuote({ text: 'one\nAU  - Somebody Else\ntwo' }));
    const lines = ris.split('\r\n');
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- [^\n]*$/u.test(line))).toBe(true);
    expect(lines.filter((line) => line.startsWith('AU'))).toEqual(['AU  - One, Speaker']);
  });

  test('HTML holds no markup of the words', () => {
    const html = write('html', inventedQuote({ text: '<script>x & "y"</script>' }, { url: 'https://daily.example/?a="&b=\'' }));
    expect(html).toContain('&lt;script&gt;x &amp; &quot;y&quot;&lt;/script&gt;');
    expect(html).toContain('cite="https://daily.example/?a=&quot;&amp;b=&#39;"');
    expect(html).not.toContain('<script>');
  });

  test('the attribution stands outside the blockquote', () => expect(write('html', inventedQuote())).toMatch(/<\/blockquote>\s*<figcaption>Speaker One, /u));

  test('Markdown shows its signs and keeps every line in the quotation', () => {
    const markdown = write('markdown', inventedQuote({ text: '*one* [two](x)\n1. three\n- four' }, { title: '[x](y)', url: 'https://daily.example/(a)<b>' }));
    expect(markdown.split('\n').slice(0, 3)).toEqual(['> \\*one\\* \\[two\\](x)', '> 1\\. three', '> \\- four']);
    expect(markdown).toContain('[‘\\[x\\](y)’](<https://daily.example/(a)%3Cb%3E>)');
  });

  test('plain text changes the outer quotation marks where the words have double ones', () => expect(write('text', inventedQuote({ text: 'not "the whole" of it' }))).toMatch(/^‘not "the whole" of it’ Speaker One, /u));
});

test('CSL-JSON has only fields and types that its schema knows', () => {
  const known = new Set(['id', 'type', 'title', 'author', 'issued', 'accessed', 'container-title', 'publisher', 'genre', 'URL', 'language', 'annote', 'note']);
  const types = new Set(['report', 'webpage']);
  for (const quote of record.quotes) {
    const [item] = JSON.parse(write('csl-json', quote)) as [Record<string, unknown> & { author: object[]; type: string }];
    const unknown = Object.keys(item).filter((key) => !known.has(key));
    expect(unknown, quote.id).toEqual([]);
    expect(types, quote.id).toContain(item.type);
    for (const name of item.author) expect(['family,given', 'literal'], quote.id).toContain(Object.keys(name).join());
  }
});
