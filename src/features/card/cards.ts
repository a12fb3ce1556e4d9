import { dateInWords, yearOf } from '../../record/dates.ts';
import { markInWords } from '../../record/mark.ts';
import type { Article, OnRecord, Party, Quote, Topic } from '../../record/record.ts';
import { articleUrl, quoteUrl, topicUrl } from '../../site/urls.ts';
import { box, CARD_MARGIN, type CardNode, COLOURS, column, line, oneLine, recordMark, row, sheet, shortAddress, swatch, WIDTH } from './card-nodes.ts';
import { type Face, fitAnswer, type FittedText, fitText, lineStretches, type WidthOf } from './card-text.ts';

/** One picture before it is drawn. */
export interface Card {
  /** Path below `/cards/`. */
  path: string;
  tree: CardNode;
}

/** Room that the site's name takes, that a swatch takes with the gap after it, and the least gap between two parties. */
const MARK_WIDTH = 260;
const SWATCH_WIDTH = 34;
const PARTY_GAP = 20;

/** The quote's own place: at a quarter of the size, as a phone shows a link, its smallest letters are 8 px; most stand at 11 px and more. */
export const QUOTE_BOX = { face: 'serif', width: WIDTH, height: 322, sizes: [88, 84, 80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32], leading: 1.22 } as const;
/** What must stand beside the words takes room from them. */
const NOTICE_BOX = { face: 'sans', width: WIDTH, height: 150, sizes: [22, 20, 18, 16], leading: 1.25 } as const;
const NOTICE_GAP = 10;

const TITLE_BOX = { face: 'serif-bold', width: WIDTH, height: 90, sizes: [76, 68, 60, 52], leading: 1.15 } as const;
const QUESTIONS = { face: 'sans', width: WIDTH, height: 326, sizes: [36, 34, 32, 30, 28, 26, 24], leading: 1.25, gap: 14 } as const;
/** What an article's card says: its title, and under it the standfirst. */
const ARTICLE_BOXES = [
  { face: 'serif-bold', width: WIDTH, height: 190, sizes: [76, 68, 60, 52, 44, 36], leading: 1.25 },
  { face: 'sans', width: WIDTH, height: 150, sizes: [36, 34, 32, 30, 28, 26, 24, 22], leading: 1.25 },
] as const;

/** Every card of the record: one a quote, one a topic, one a published article. */
export function cardsOf({ quotes, topics, articles, parties }: OnRecord, widthOf: WidthOf): Card[] {
  return [
    ...quotes.map((quote) => ({ path: `quotes/${quote.id}.png`, tree: quoteCard(quote, widthOf) })),
    ...topics.map((topic) => ({ path: `topics/${topic.id}.png`, tree: topicCard(topic, parties, widthOf) })),
    ...published(articles).map((article) => ({ path: `articles/${article.id}.png`, tree: articleCard(article, parties, widthOf) })),
  ];
}

function published(articles: readonly Article[]): Article[] {
  return articles.filter(({ status }) => status === 'published');
}

/** Every text that stands on a card of the record, so that each letter in them can be measured before any is set. */
export function textsOnCards({ quotes, topics, parties, articles = [] }: Pick<OnRecord, 'quotes' | 'topics' | 'parties'> & Partial<Pick<OnRecord, 'articles'>>): string[] {
  return [
    ...quotes.flatMap((quote) => [quote.text, ...quote.notices, markOfCard(quote), quote.speaker.name, quote.role, quote.dimension.title, dateInWords(quote.date), quote.source.publisher, shortAddress(quoteUrl(quote))]),
    ...topics.flatMap((topic) => [topic.title, shortAddress(topicUrl(topic.id)), ...topic.dimensions.flatMap(({ title, question }) => [title, question])]),
    ...parties.flatMap(({ name, shortName, abbreviation }) => [name, shortName, abbreviation]),
    ...published(articles).flatMap(({ id, title, standfirst }) => [title, standfirst, shortAddress(articleUrl(id))]),
    'Article On “Record” […] on, and 0123456789 more questions, parties…',
  ];
}

/** The quote as it stands on its card, and what must stand beside it. */
export function fittedQuote({ text, notices, dimension }: Pick<Quote, 'text' | 'notices' | 'dimension'>, widthOf: WidthOf): { words: FittedText; notice?: FittedText; height: number } {
  const notice = notices.length === 0 ? undefined : fitText(notices.join(' '), NOTICE_BOX, widthOf);
  const height = QUOTE_BOX.height - (notice ? Math.ceil(notice.lines.length * notice.size * NOTICE_BOX.leading) + NOTICE_GAP : 0);
  return { words: fitAnswer(text, dimension.question, { ...QUOTE_BOX, height }, widthOf), ...(notice ? { notice } : {}), height };
}

/** What the words say on the question, with their year. */
function markOfCard({ stance, date, disowned }: Pick<Quote, 'stance' | 'date' | 'disowned'>): string {
  return markInWords({ stance, year: yearOf(date), ...(disowned ? { dropped: true } : {}) });
}

/** A quote with who said it, when and where, under the party's rule. */
export function quoteCard(quote: Quote, widthOf: WidthOf): CardNode {
  const { party, speaker, role, date, source, dimension } = quote;
  const { words: fitted, notice, height } = fittedQuote(quote, widthOf);
  const mark = markOfCard(quote);
  const speakerRoom = WIDTH - widthOf(mark, 'sans-bold') * 28 - PARTY_GAP;
  const room = WIDTH - MARK_WIDTH;
  const partyName = [party.name, party.shortName].find((name) => widthOf(name, 'sans-bold') * 38 + SWATCH_WIDTH <= room) ?? party.abbreviation;
  const partyWidth = widthOf(partyName, 'sans-bold') * 38 + SWATCH_WIDTH;
  return sheet([
    box({ height: 12, background: party.colour.light }),
    row({ height: 92, padding: `14px ${CARD_MARGIN}px 0`, justifyContent: 'space-between' }, [
      row({}, [swatch(party), line(partyName, 'sans-bold', 38), oneLine(` on ${dimension.title}`, 'sans', 28, room - partyWidth, widthOf, COLOURS.soft)]),
      recordMark(),
    ]),
    column(
      { height: 336 - QUOTE_BOX.height + height, padding: `0 ${CARD_MARGIN}px`, justifyContent: 'center' },
      lineStretches(fitted.lines).map((parts) =>
        row(
          { height: fitted.size * QUOTE_BOX.leading },
          parts.map(({ text, spoken }) => line(text, 'serif', fitted.size, spoken ? COLOURS.ink : COLOURS.soft)),
        ),
      ),
    ),
    ...(notice
      ? [
          column(
            { height: QUOTE_BOX.height - height, padding: `0 ${CARD_MARGIN}px` },
            notice.lines.map((text) => line(text, 'sans', notice.size, COLOURS.soft)),
          ),
        ]
      : []),
    column({ height: 190, margin: `0 ${CARD_MARGIN}px`, padding: '14px 0 0', borderTop: `2px solid ${COLOURS.line}` }, [
      row({ justifyContent: 'space-between' }, [oneLine(speaker.name, 'sans-bold', 34, speakerRoom, widthOf), line(mark, 'sans-bold', 28)]),
      oneLine(role, 'sans', 28, WIDTH, widthOf),
      oneLine(`${dateInWords(date)}, ${source.publisher}`, 'sans', 28, WIDTH, widthOf),
      oneLine(shortAddress(quoteUrl(quote)), 'sans', 22, WIDTH, widthOf, COLOURS.soft),
    ]),
  ]);
}

/** A topic with its questions and the parties that were read on them, in the record's order. */
export function topicCard(topic: Topic, parties: readonly Party[], widthOf: WidthOf): CardNode {
  const { lines, size } = fitText(topic.title, TITLE_BOX, widthOf);
  const questions = fitQuestions(topic, widthOf).map((text) => ({ ...text, face: 'sans' as const }));
  return textsCard(line(lines.join(' '), 'serif-bold', size), questions, topicUrl(topic.id), parties, widthOf);
}

/** An article's title and standfirst, and the parties. */
export function articleCard({ id, title, standfirst }: Article, parties: readonly Party[], widthOf: WidthOf): CardNode {
  const [first, second] = ARTICLE_BOXES;
  const texts = (
    [
      [title, first],
      [standfirst, second],
    ] as const
  ).map(([text, place]) => ({ ...fitText(text, place, widthOf), face: place.face }));
  return textsCard(line('Article', 'sans-bold', 34), texts, articleUrl(id), parties, widthOf);
}

function textsCard(head: CardNode, texts: readonly (FittedText & { face: Face })[], address: string, parties: readonly Party[], widthOf: WidthOf): CardNode {
  return sheet([
    row(
      { height: 12 },
      parties.map(({ colour }) => box({ height: 12, flexGrow: 1, background: colour.light })),
    ),
    row({ height: 104, padding: `14px ${CARD_MARGIN}px 0` }, [head]),
    column(
      { height: 362, padding: `0 ${CARD_MARGIN}px`, justifyContent: 'center', gap: QUESTIONS.gap },
      texts.map(({ lines, size, face }) =>
        column(
          {},
          lines.map((text) => line(text, face, size)),
        ),
      ),
    ),
    column({ height: 152, margin: `0 ${CARD_MARGIN}px`, padding: '16px 0 0', borderTop: `2px solid ${COLOURS.line}` }, [
      row({ justifyContent: 'space-between', height: 46 }, partyRow(parties, widthOf)),
      row({ justifyContent: 'space-between', height: 56 }, [oneLine(shortAddress(address), 'sans', 22, WIDTH - MARK_WIDTH, widthOf, COLOURS.soft), recordMark()]),
    ]),
  ]);
}

/**
 * All questions in one size, the largest at which they fit together, each in as few lines as it needs. Where they are too
 * many, their titles stand for them, and where even these are, the last line says how many more there are.
 */
function fitQuestions({ dimensions }: Pick<Topic, 'dimensions'>, widthOf: WidthOf): FittedText[] {
  const titles = dimensions.map(({ title }) => title);
  const fewer = titles.map((_, left) => [...titles.slice(0, titles.length - 1 - left), left === 0 ? 'and one more question' : `and ${left + 1} more questions`]);
  for (const texts of [dimensions.map(({ question }) => question), titles, ...fewer]) {
    for (const size of QUESTIONS.sizes) {
      const fitted = texts.map((text) => fitText(text, { ...QUESTIONS, sizes: [size] }, widthOf));
      const lines = fitted.reduce((sum, text) => sum + text.lines.length, 0);
      if (lines * size * QUESTIONS.leading + (texts.length - 1) * QUESTIONS.gap <= QUESTIONS.height) return fitted;
    }
  }
  throw new RangeError('not one question fits its card');
}

/** The parties side by side, with the longest form of their names that has room at one size; where none has, their number. */
function partyRow(parties: readonly Party[], widthOf: WidthOf): CardNode[] {
  const forms = [({ name }: Party) => name, ({ shortName }: Party) => shortName, ({ abbreviation }: Party) => abbreviation];
  const ways = forms.flatMap((form) => [28, 25, 22].map((size) => parties.map((party) => ({ party, name: form(party), size }))));
  const widthTogether = (way: (typeof ways)[number]) => way.reduce((sum, { name, size }) => sum + widthOf(name, 'sans-bold') * size + SWATCH_WIDTH + PARTY_GAP, -PARTY_GAP);
  const way = ways.find((one) => widthTogether(one) <= WIDTH);
  return way?.map(({ party, name, size }) => row({}, [swatch(party), line(name, 'sans-bold', size)])) ?? [line(`${parties.length} parties`, 'sans-bold', 28)];
}
