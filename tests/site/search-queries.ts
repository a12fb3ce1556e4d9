import { seededNumbers } from '../../src/record/party-order.ts';
import type { OnRecord, Quote } from '../../src/record/record.ts';
import { wordsOf } from '../../src/record/words.ts';

/** What a query tries. */
export type Kind = 'exact phrase' | 'remembered words' | 'name' | 'synonym' | 'misspelt name' | 'party and topic';

/** What the first results of a query must be. */
export interface Wanted {
  quote?: string;
  speaker?: string;
  party?: string;
  topic?: string;
}

export interface BenchmarkQuery {
  kind: Kind;
  typed: string;
  wanted: Wanted;
}

/** A result as far as it is judged. */
export type Judged = Required<Wanted>;

/** How each kind is judged; `SEARCH_FINDS` says what share of its queries must pass. */
export const MEASURES: Readonly<Record<Kind, { says: string; passes: (wanted: Wanted, results: readonly Judged[]) => boolean }>> = {
  'exact phrase': { says: 'the right quote is first', passes: (wanted, [first]) => first?.quote === wanted.quote },
  'remembered words': { says: 'the right quote is in the first three', passes: (wanted, results) => results.slice(0, 3).some(({ quote }) => quote === wanted.quote) },
  name: { says: 'the first result is by that person', passes: (wanted, [first]) => first?.speaker === wanted.speaker },
  synonym: { says: 'the right topic is in the first three', passes: (wanted, results) => results.slice(0, 3).some(({ topic }) => topic === wanted.topic) },
  'misspelt name': { says: 'the first result is by that person', passes: (wanted, [first]) => first?.speaker === wanted.speaker },
  'party and topic': {
    says: 'the first two results are of that party and topic',
    passes: (wanted, results) => results.length > 1 && results.slice(0, 2).every(({ party, topic }) => party === wanted.party && topic === wanted.topic),
  },
};

/** Everyday words for a topic, written down before the search was tried with them; the right side is the id of a topic, asked for where the record has it. */
const SYNONYMS: readonly (readonly [typed: string, topic: string])[] = [
  ['small boats', 'channel-returns'],
  ['Channel crossings', 'channel-returns'],
  ['dinghies', 'channel-returns'],
  ['people traffickers', 'channel-returns'],
  ['global warming', 'climate-and-energy'],
  ['wind farms', 'climate-and-energy'],
  ['Trident', 'defence'],
  ['army spending', 'defence'],
  ['first past the post', 'democracy'],
  ['teenagers voting', 'democracy'],
  ['Brexit', 'europe'],
  ['landlords', 'housing'],
  ['council houses', 'housing'],
  ['human rights court', 'immigration'],
  ['foreign workers', 'immigration'],
  ['GP appointment', 'nhs'],
  ['millionaires', 'tax-and-spending'],
  ['train fares', 'water-and-rail'],
  ['child poverty', 'welfare'],
  ['pensioners heating', 'welfare'],
];

/** Names as people misspell them; the right side is a speaker, asked for where the record has them. */
const MISSPELT: readonly (readonly [typed: string, speaker: string])[] = [
  ['Badenok', 'Kemi Badenoch'],
  ['kemi badenock', 'Kemi Badenoch'],
  ['Farrage', 'Nigel Farage'],
  ['nigel farrage', 'Nigel Farage'],
  ['Starmmer', 'Keir Starmer'],
  ['Kier Starmer', 'Keir Starmer'],
  ['Jenrik', 'Robert Jenrick'],
  ['Polansky', 'Zack Polanski'],
  ['Zak Polanski', 'Zack Polanski'],
  ['ed davy', 'Ed Davey'],
  ['Rainer', 'Angela Rayner'],
  ['Angela Raynor', 'Angela Rayner'],
  ['Rachel Reaves', 'Rachel Reeves'],
  ['Milliband', 'Ed Miliband'],
  ['Streetting', 'Wes Streeting'],
  ['Phillp', 'Chris Philp'],
  ['Coutino', 'Claire Coutinho'],
  ['Mahmoud', 'Shabana Mahmood'],
  ['Ivette Cooper', 'Yvette Cooper'],
  ['Elly Chowns', 'Ellie Chowns'],
];

/**
 * The queries: at most 160 made from the record, and so again when it changes, and at most 40 that a person wrote.
 * @param record the record to search
 * @param seed any text; the same seed and record give the same queries
 */
export function benchmarkQueries(record: OnRecord, seed: string): BenchmarkQuery[] {
  const draw = drawer(seed);
  const titles = new Map(record.topics.map(({ id, title }) => [id, title]));
  const speakers = new Set(record.speakers.map(({ name }) => name));
  return [
    ...exactPhrases(record, draw, 60),
    ...rememberedWords(record, draw, 60),
    ...names(record, draw, 20),
    ...SYNONYMS.filter(([, topic]) => titles.has(topic)).map(([typed, topic]): BenchmarkQuery => ({ kind: 'synonym', typed, wanted: { topic: titles.get(topic) ?? '' } })),
    ...MISSPELT.filter(([, speaker]) => speakers.has(speaker)).map(([typed, speaker]): BenchmarkQuery => ({ kind: 'misspelt name', typed, wanted: { speaker } })),
    ...partiesAndTopics(record, draw, 20),
  ];
}

/** Draws `count` different members of a list. */
type Draw = <Member>(list: readonly Member[], count: number) => Member[];

function drawer(seed: string): Draw {
  const next = seededNumbers(seed);
  return (list, count) => {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor((next() / 2 ** 32) * left.length), 1)[0]!);
  };
}

/** Five words in a row that stand in no other quote; every second query has quotation marks. */
function exactPhrases({ quotes }: OnRecord, draw: Draw, count: number): BenchmarkQuery[] {
  const folded = quotes.map((quote) => ({ quote, text: ` ${wordsOf(quote.text).join(' ')} ` }));
  const found = draw(quotes, quotes.length).flatMap((quote): BenchmarkQuery[] => {
    const printed = quote.text.split(/\s+/u);
    const starts = printed.slice(0, -4).map((_, index) => index);
    const phrases = draw(starts, starts.length).map((start) => printed.slice(start, start + 5).join(' '));
    const phrase = phrases.find((words) => !/[[\]"“”]/u.test(words) && wordsOf(words).length === 5 && folded.every((other) => other.quote === quote || !other.text.includes(` ${wordsOf(words).join(' ')} `)));
    return phrase === undefined ? [] : [{ kind: 'exact phrase', typed: phrase, wanted: { quote: quote.id } }];
  });
  return found.slice(0, count).map((query, index) => (index % 2 === 0 ? query : { ...query, typed: `"${query.typed}"` }));
}

/** Five different words of at least four letters from one quote, in a drawn order. */
function rememberedWords({ quotes }: OnRecord, draw: Draw, count: number): BenchmarkQuery[] {
  const long = (quote: Quote) => [...new Set(wordsOf(quote.text).filter((word) => /^\p{L}{4,}$/u.test(word)))];
  return draw(
    quotes.filter((quote) => long(quote).length >= 8),
    count,
  ).map((quote) => ({ kind: 'remembered words', typed: draw(long(quote), 5).join(' '), wanted: { quote: quote.id } }));
}

/** Full names, and every second time the surname alone where only one speaker has it. */
function names({ speakers }: OnRecord, draw: Draw, count: number): BenchmarkQuery[] {
  const people = speakers.filter(({ kind, name }) => kind === 'person' && !/[()]| of /u.test(name));
  const surname = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  const isOnly = (name: string) => speakers.filter((other) => other.name.includes(surname(name))).length === 1;
  return draw(people, count).map(({ name }, index) => ({ kind: 'name', typed: (index % 2 === 0 && isOnly(name) ? surname(name) : name).toLowerCase(), wanted: { speaker: name } }));
}

/** "labour housing": a party's short name and a topic's title or short title, where the record holds at least two quotes. */
function partiesAndTopics({ parties, topics }: OnRecord, draw: Draw, count: number): BenchmarkQuery[] {
  const pairs = parties.flatMap((party) => topics.filter((topic) => topic.quotes.filter((quote) => quote.party.id === party.id).length > 1).map((topic) => ({ party, topic })));
  return draw(pairs, count).map(({ party, topic }, index) => ({ kind: 'party and topic', typed: `${party.shortName} ${index % 2 === 0 ? topic.title : topic.shortTitle}`.toLowerCase(), wanted: { party: party.name, topic: topic.title } }));
}
