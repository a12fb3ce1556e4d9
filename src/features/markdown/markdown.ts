import { document, figureMarkdown, gapMarkdown, link, markdownOf, marksOf, quoteParts, sourceLink, statusMarkdown, voiceMarkdown } from '../../record/cite/markdown.ts';
import { escapeMarkdown } from '../../record/cite/prose.ts';
import { dateInWords } from '../../record/dates.ts';
import { DATA_LICENCE } from '../../record/licences.ts';
import { markInWords, markOf } from '../../record/mark.ts';
import type { Article, Dimension, OnRecord, Quote, Topic } from '../../record/record.ts';
import { site } from '../../site/settings.ts';
import { absolute, articleUrl, dimensionUrl, feedUrl, path, topicUrl } from '../../site/urls.ts';

/**
 * Most quotes that have a Markdown file each. It is their seventh; above this the files of a site would be more than common
 * hosts take, and a quote's text stands in its question's file alone, which holds it at any size.
 */
const MOST_OWN_FILES = 2400;

/** Has each quote of a record a Markdown file of its own? */
export function hasOwnMarkdown(quotes: number): boolean {
  return quotes <= MOST_OWN_FILES;
}

/** A quote with its attribution, source, proof and everything that a reader must know of it. */
export function quoteMarkdown(quote: Quote): string {
  return document([`# ${escapeMarkdown(`${quote.speaker.name} on ${quote.dimension.title}`)}`, `Question: ${link(quote.dimension.question, markdownOf(dimensionUrl(quote.topic.id, quote.dimension.id)))}`, ...quoteParts(quote)]);
}

/**
 * A question with every quote of every party, and every gap.
 * @param dimension a question of the record
 * @param noteOf the editor's note of a position, by its id; Markdown already
 */
export function questionMarkdown(dimension: Dimension, noteOf: (position: string) => string): string {
  const { topic, question, status, positions, voices } = dimension;
  return document([
    `# ${escapeMarkdown(question)}`,
    `Topic: ${link(topic.title, markdownOf(topicUrl(topic.id)))}. Page: ${absolute(dimensionUrl(topic.id, dimension.id))}`,
    ...(status ? [statusMarkdown(status)] : []),
    marksOf(positions),
    ...positions.flatMap((position) => [
      `## ${escapeMarkdown(position.party.name)}: ${markInWords(markOf(position))}`,
      ...(position.summary ? [`In our words: ${escapeMarkdown(position.summary)}`] : []),
      ...position.statements.flatMap(({ quotes }) => quotes.flatMap((quote) => [`### ${quote.id}`, ...quoteParts(quote)])),
      ...(position.hasNote ? [noteOf(position.id).trim()] : []),
      ...position.reported.map(({ text, date, source }) => `Reported, not quoted: ${escapeMarkdown(text)} ${dateInWords(date)}. ${sourceLink(source)}`),
      ...gapMarkdown(position),
    ]),
    ...(voices.length > 0 ? ['## Voices that belong to no party'] : []),
    ...voices.map(voiceMarkdown),
  ]);
}

/**
 * A topic: each question with every party's mark and the words that settle it, then figures, events and background.
 * @param topic a topic of the record
 * @param background the text of its file, which is Markdown already
 */
export function topicMarkdown({ id, title, summary, dimensions, figures, events }: Topic, background: string): string {
  return document([
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(summary),
    `Page: ${absolute(topicUrl(id))}. Feed: ${absolute(feedUrl(`${id}.xml`))}`,
    ...dimensions.flatMap((dimension) => [
      `## ${link(dimension.question, markdownOf(dimensionUrl(id, dimension.id)))}`,
      marksOf(dimension.positions),
      ...dimension.positions.flatMap(({ party, statements: [leading] }) => (leading ? [`### ${escapeMarkdown(party.name)}`, ...leading.quotes.flatMap((quote) => quoteParts(quote))] : [])),
    ]),
    ...(figures.length > 0 ? ['## Key figures', figures.map((figure) => `- ${figureMarkdown(figure)}`).join('\n')] : []),
    ...(events.length > 0 ? ['## What happened when', events.map(({ date, title: what, source }) => `- ${dateInWords(date)}: ${escapeMarkdown(what)} ${sourceLink(source)}`).join('\n')] : []),
    ...(background.trim() === '' ? [] : ['## Background', background.trim()]),
  ]);
}

/**
 * `llms.txt` (https://llmstxt.org/): what the site is, how to cite it, and its pages as Markdown.
 * @param articles those that are shown
 */
export function llmsText({ topics, quotes, asOf }: Pick<OnRecord, 'topics' | 'quotes' | 'asOf'>, articles: readonly Article[]): string {
  const quoteAddress = hasOwnMarkdown(quotes.length) ? `${absolute(path('/quotes/'))}<id>/index.md` : 'the file of its question, under its id';
  return document([
    `# ${site.name}`,
    `> ${escapeMarkdown(site.description)}`,
    `The record holds ${quotes.length} quotes, the newest of ${dateInWords(asOf)}. A mark (supports, opposes, mixed, unclear) says what a party’s newest words that take a side say, with their year; it is no promise and no view of ours. Quote word for word, with speaker, date and source, and with what stands beside the words as a notice. Where a party has no quote, say so: a gap is not a position.`,
    `Every topic, question and article is Markdown at its address with \`index.md\` added; a quote is at ${quoteAddress}. The same as tables: ${link('data', absolute(path('/data/')))}, ${link('record.json', absolute(path('/data/v1/record.json')))}. How marks are read: ${link('method', absolute(path('/about/method/')))}. What is new: ${link('feed', absolute(feedUrl('latest.xml')))}. Terms: quoted words belong to their speakers and publishers; everything else is ${DATA_LICENCE.id}.`,
    ...topics.flatMap(({ id, title, summary, dimensions }) => [
      `## ${escapeMarkdown(title)}`,
      [`- ${link(title, markdownOf(topicUrl(id)))}: ${escapeMarkdown(summary)}`, ...dimensions.map((dimension) => `- ${link(dimension.title, markdownOf(dimensionUrl(id, dimension.id)))}: ${escapeMarkdown(dimension.question)}`)].join('\n'),
    ]),
    ...(articles.length > 0 ? ['## Articles', articles.map(({ id, title, standfirst }) => `- ${link(title, markdownOf(articleUrl(id)))}: ${escapeMarkdown(standfirst)}`).join('\n')] : []),
  ]);
}
