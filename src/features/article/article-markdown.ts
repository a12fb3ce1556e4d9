import { type ArticlePart, drawParts } from '../../record/article-parts.ts';
import { document, figureMarkdown, gapMarkdown, link, markdownOf, marksOf, quoteParts, statusMarkdown, voiceMarkdown } from '../../record/cite/markdown.ts';
import { escapeMarkdown } from '../../record/cite/prose.ts';
import { dateInWords } from '../../record/dates.ts';
import { markInWords, markOf } from '../../record/mark.ts';
import type { Quote } from '../../record/record.ts';
import { STANCE_WORDS } from '../../record/stance.ts';
import { absolute, articleUrl, dimensionUrl, path, quoteUrl, sourceUrl, topicUrl } from '../../site/urls.ts';
import { type ArticleView, changesSince, dimensionAt, figureNamed, positionsAt, sinceInWords, statementsOn, voiceNamed } from './article.ts';
import { articleNotices } from './notices.ts';

type Attributes = Readonly<Record<string, string>>;

const GONE = `What stood here has left the record: ${absolute(path('/about/corrections/'))}`;
/** A link of the text to a page of the site, from its root. */
const OWN_LINK = /\]\((\/[^)]*)\)/gu;

/**
 * An article with everything that its page shows: made from its text, with the record's own words in the place of each component.
 * @param view the article with its record
 * @param body the text below the front matter
 */
export function articleMarkdown(view: ArticleView, body: string): string {
  const { id, title, standfirst, author, published, updated, topics } = view.article;
  const notices = articleNotices(view);
  const text = drawParts(
    body.replaceAll(OWN_LINK, (_, place: `/${string}`) => `](${absolute(path(place))})`),
    ({ name, attributes }: ArticlePart, words) => (PARTS[name] ? PARTS[name](view, attributes, words) : words),
  );
  return document([
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(standfirst),
    `${escapeMarkdown(author)}. Published ${dateInWords(published)}, held against the record on ${dateInWords(updated)}. Topics: ${topics.map((topic) => link(topic.title, markdownOf(topicUrl(topic.id)))).join(', ')}. Page: ${absolute(articleUrl(id))}`,
    ...(notices.length > 0 ? ['What has changed in the record since this was written:', notices.map((notice) => `- ${dateInWords(notice.date)}: ${escapeMarkdown(notice.text)} ${absolute(notice.link)}`).join('\n')] : []),
    text.trim(),
  ]);
}

/** What each component is as Markdown; the rest are their words. */
const PARTS: Readonly<Record<string, (view: ArticleView, attributes: Attributes, words: string) => string>> = {
  Quote: ({ record }, { id = '', part }) => {
    const quote = record.quotes.find((one) => one.id === id);
    return quote ? blocks(quoteParts(quote, part)) : `A quote that stood here was withdrawn: ${absolute(quoteUrl({ id }))}`;
  },
  Position: sideBySide,
  SideBySide: sideBySide,
  AtAGlance: (view, { topic: id = '' }) => {
    const topic = view.record.topics.find((one) => one.id === id);
    if (!topic) return GONE;
    const shown = topic.dimensions.map((dimension) => ({ dimension, positions: positionsAt(view, `${id}/${dimension.id}`) }));
    return blocks(
      shown.flatMap(({ dimension, positions }) => [
        link(dimension.question, markdownOf(dimensionUrl(id, dimension.id))),
        marksOf(positions.map(({ position }) => position)),
        ...positions.flatMap(({ since }) => (since ? [`${sinceInWords(since.shownBy, view.article)}: ${escapeMarkdown(since.party.name)}: ${markInWords(markOf(since))}`] : [])),
      ]),
    );
  },
  Timeline: (view, { dimension: place = '', parties }) => {
    const dimension = dimensionAt(view, place);
    return dimension
      ? blocks([
          link(dimension.question, markdownOf(dimensionUrl(dimension.topic.id, dimension.id))),
          statementsOn(view, place, parties)
            .map((quote) => `- ${quote.isNew ? 'Since then, ' : ''}${lineOf(quote)}`)
            .join('\n'),
        ])
      : GONE;
  },
  Changes: (view, { since = '', topic, parties }) => {
    const changes = changesSince(view, since, topic, parties);
    if (changes.length === 0) return `The record holds no change of stance since ${dateInWords(since)}.`;
    return changes.map(({ from, to, isNew }) => `- ${isNew ? 'Since this was written: ' : ''}${link(to.dimension.question, markdownOf(dimensionUrl(to.topic.id, to.dimension.id)))} ${lineOf(from)}. Then ${lineOf(to)}`).join('\n');
  },
  Status: (view, { dimension = '' }) => {
    const status = dimensionAt(view, dimension)?.status;
    return status ? statusMarkdown(status) : GONE;
  },
  Figure: (view, { topic = '', label = '' }) => {
    const figure = figureNamed(view, topic, label);
    return figure ? figureMarkdown(figure) : GONE;
  },
  Voice: (view, { topic = '', name = '', begins }) => {
    const voice = voiceNamed(view, topic, name, begins);
    return voice ? voiceMarkdown(voice) : GONE;
  },
  Words: ({ record }, { id = '', part = '' }) => link(record.quotes.some((quote) => quote.id === id) ? `“${part}”` : '[words that were withdrawn]', absolute(quoteUrl({ id }))),
  Said: (_, { source = '' }, words) => `[“${words}”](${absolute(sourceUrl(source))})`,
  Title: (_, __, words) => `*${words}*`,
  Word: (_, __, words) => `*${words}*`,
};

function sideBySide(view: ArticleView, { dimension: place = '', party, parties }: Attributes): string {
  const dimension = dimensionAt(view, place);
  const shown = positionsAt(view, place, party ?? parties);
  if (!dimension || shown.length === 0) return GONE;
  return blocks([
    link(dimension.question, markdownOf(dimensionUrl(dimension.topic.id, dimension.id))),
    ...shown.flatMap(({ position, since }) => [
      `**${escapeMarkdown(position.party.name)}: ${markInWords(markOf(position))}**`,
      ...(position.statements[0]?.quotes.flatMap((quote) => quoteParts(quote)) ?? gapMarkdown(position)),
      ...(since ? [`${sinceInWords(since.shownBy, view.article)}: ${markInWords(markOf(since))}`, ...quoteParts(since.shownBy)] : []),
    ]),
  ]);
}

/** A quote in a line: its day, who spoke, and what its words say. */
function lineOf(quote: Quote): string {
  return `${link(dateInWords(quote.date), absolute(quoteUrl(quote)))}, ${escapeMarkdown(quote.speaker.name === quote.party.name ? quote.party.name : `${quote.speaker.name} (${quote.party.name})`)}: ${STANCE_WORDS[quote.stance]}`;
}

function blocks(parts: readonly string[]): string {
  return parts.join('\n\n');
}
