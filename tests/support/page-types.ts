import { encodeAnswers } from '../../src/features/match/match.ts';
import type { OnRecord } from '../../src/record/record.ts';

/** A page of one type. */
export type PageType = readonly [name: string, route: string];

/** What most and what least of something belongs to. */
function fullestAndEmptiest<One>(all: readonly One[], amount: (one: One) => number): [fullest: One, emptiest: One] {
  const sorted = all.toSorted((one, other) => amount(other) - amount(one));
  return [sorted[0]!, sorted.at(-1)!];
}

/**
 * One page of every type, by name; two where a type has many pages, the fullest and the emptiest.
 * @param record what the site was built from
 */
export function pageTypes(record: OnRecord): PageType[] {
  const { parties, topics, quotes, speakers, sources } = record;
  const dimensions = topics.flatMap((topic) => topic.dimensions);
  const quotesOf = (key: 'party' | 'speaker' | 'source') => (one: { id: string }) => quotes.filter((quote) => quote[key].id === one.id).length;
  const [topic, smallTopic] = fullestAndEmptiest(topics, (one) => one.quotes.length);
  const [dimension, smallDimension] = fullestAndEmptiest(dimensions, ({ positions }) => positions.reduce((sum, position) => sum + position.quotes.length, 0));
  const [quote, smallQuote] = fullestAndEmptiest(quotes, ({ text, note = '', source }) => text.length + note.length + (source.notice?.text.length ?? 0));
  const [party, smallParty] = fullestAndEmptiest(parties, quotesOf('party'));
  const [speaker, smallSpeaker] = fullestAndEmptiest(speakers, quotesOf('speaker'));
  const [source, smallSource] = fullestAndEmptiest(sources, quotesOf('source'));
  const answers = encodeAnswers(Object.fromEntries(dimensions.map(({ topic: { id: of }, id }) => [`${of}/${id}`, { answer: 'yes', matters: true }])));
  const ofTopic = (name: string, folder: string, rest = ''): PageType[] => [
    [name, `${folder}/${topic.id}/${rest}`],
    [`small ${name}`, `${folder}/${smallTopic.id}/${rest}`],
  ];
  return [
    ['home', ''],
    ['topics', 'topics/'],
    ['words', 'words/'],
    ['words of a topic', `words/${topic.id}/`],
    ...ofTopic('topic', 'topics'),
    ['dimension', `topics/${dimension.topic.id}/${dimension.id}/`],
    ['small dimension', `topics/${smallDimension.topic.id}/${smallDimension.id}/`],
    ['articles', 'articles/'],
    ...record.articles.slice(0, 1).map(({ id }): PageType => ['article', `articles/${id}/`]),
    ['compare', 'compare/'],
    ['pair', `compare/${parties[0]?.id}/${parties.at(-1)?.id}/`],
    ['neighbouring pair', `compare/${parties[0]?.id}/${parties[1]?.id}/`],
    ['new', 'new/'],
    ['agreement', 'agreement/'],
    ['coverage', 'coverage/'],
    ['coverage of a topic', `coverage/${topic.id}/`],
    ['parties', 'parties/'],
    ['party', `parties/${party.id}/`],
    ['small party', `parties/${smallParty.id}/`],
    ['quote', `quotes/${quote.id}/`],
    ['small quote', `quotes/${smallQuote.id}/`],
    ['speakers', 'speakers/'],
    ['speaker', `speakers/${speaker.id}/`],
    ['small speaker', `speakers/${smallSpeaker.id}/`],
    ['speakers of a party', `speakers/of/${parties[0]?.id}/`],
    ['sources', 'sources/'],
    ['sources of a kind', `sources/of/${source.kind}/`],
    ['source', `sources/${source.id}/`],
    ['small source', `sources/${smallSource.id}/`],
    ['search', 'search/'],
    ['search results', `search/?q=${party.shortName}`],
    ['check', 'check/'],
    ['blind topics', 'blind/'],
    ...ofTopic('blind', 'blind'),
    ...ofTopic('blind key', 'blind', 'key/'),
    ['match', 'match/'],
    ['match on paper', 'match/paper/'],
    ['match question', 'match/#q=all&n=1'],
    ['match with results', `match/#a=${answers}`],
    ['class', 'class/'],
    ...ofTopic('lesson pack', 'class'),
    ['lesson on a question', `class/${dimension.topic.id}/${dimension.id}/`],
    ['small lesson on a question', `class/${smallDimension.topic.id}/${smallDimension.id}/`],
    ...ofTopic('lesson key', 'class', 'key/'),
    ...ofTopic('lesson slides', 'class', 'slides/'),
    ['question slides', `class/${dimension.topic.id}/${dimension.id}/slides/`],
    ['small question slides', `class/${smallDimension.topic.id}/${smallDimension.id}/slides/`],
    ['quiz', 'class/who-said-it/'],
    ['quiz on paper', 'class/who-said-it/print/'],
    ['quiz key', 'class/who-said-it/key/'],
    ['offline', 'offline/'],
    ['data', 'data/'],
    ['embedded quote', `embed/quotes/${quote.id}/`],
    ['small embedded quote', `embed/quotes/${smallQuote.id}/`],
    ['embedded question', `embed/${dimension.topic.id}/${dimension.id}/`],
    ['small embedded question', `embed/${smallDimension.topic.id}/${smallDimension.id}/`],
    ['about', 'about/'],
    ['method', 'about/method/'],
    ['corrections', 'about/corrections/'],
    ['frames', 'about/frames/'],
    ['accessibility', 'about/accessibility/'],
    ['privacy', 'about/privacy/'],
    ['not found', '404.html'],
  ];
}
