import { yearOf } from '../../record/dates.ts';
import { markOf } from '../../record/mark.ts';
import { formsOfPerson, nameForms } from '../../record/party-names.ts';
import type { OnRecord, Party, Quote } from '../../record/record.ts';
import type { PartyStance } from '../../record/stance.ts';
import { FILLER } from './filler.ts';
import { foldWords, stemsOf } from './word-stems.ts';

/** A party or speaker that a query may name; forms are folded. */
export interface IndexedName {
  id: string;
  name: string;
  forms: readonly string[];
  quotes: number;
}

export interface IndexedParty extends IndexedName {
  short: string;
  /** Where a form is an ordinary word: beginnings of words that may not follow it, and of words that may not stand before. */
  not?: readonly [after: readonly string[], before: readonly string[]];
}

export interface IndexedSpeaker extends IndexedName {
  /** Place among the parties. */
  party: number;
}

/** An office, and who spoke in it: newest first, each with the years of their quotes in it. */
export interface IndexedOffice {
  name: string;
  forms: readonly string[];
  held: readonly (readonly [speaker: number, years: readonly string[]])[];
}

/** A party's mark on a question, and the quote that leads its position. */
export type IndexedMark = readonly [stance: PartyStance, year?: string, dropped?: boolean, lead?: string];

export interface IndexedQuestion {
  id: string;
  /** Place among the topics. */
  topic: number;
  title: string;
  question: string;
  /** Everything short that names it: its short title, keywords and terms. */
  phrases: readonly string[];
  /** One a party, in the order of the parties. */
  marks: readonly IndexedMark[];
}

export interface IndexedArticle {
  id: string;
  title: string;
  /** Places of its topics. */
  topics: readonly number[];
  /** Stems of its title and standfirst, and of what names the questions that it shows. */
  stems: string;
}

/** Everything that a search knows before a quote is loaded: one file, `/search/questions.json`. */
export interface QuestionIndex {
  parties: readonly IndexedParty[];
  speakers: readonly IndexedSpeaker[];
  offices: readonly IndexedOffice[];
  years: readonly (readonly [year: string, quotes: number])[];
  topics: readonly { id: string; title: string; phrases: readonly string[]; quotes: number }[];
  questions: readonly IndexedQuestion[];
  /** Those that are published, the newest first. */
  articles: readonly IndexedArticle[];
  /** Stems of the quotes, summaries and status, by the questions in which they stand: places, as -1 - place where in three texts or more. */
  spoken: Readonly<Record<string, string>>;
  /** Stems that the record holds and that tell no question from others: common ones, and those of roles and publishers. */
  held: string;
  /** False of a record so large that its words would be too many to send: then nobody knows which words it lacks. */
  whole: boolean;
  /** Words that only ask, and name no subject. */
  filler: string;
}

/** A stem in more questions than this share tells none from others. */
const COMMON = 0.25;

/** A stem in so many texts of a question is one of its own words. */
const OWN = 3;

/** Most places of stems that the index holds: those of about 2,000 quotes, in 40 kB compressed. */
const MOST_PLACES = 20_000;

/** The index of a record. */
export function questionIndex(record: OnRecord): QuestionIndex {
  const { parties, topics, quotes } = record;
  const questions = topics.flatMap(({ dimensions }, topic) => dimensions.map((dimension) => ({ dimension, topic })));
  const speakers = indexSpeakers(record);
  const years = [...new Set(quotes.map(({ date }) => yearOf(date)))].sort().reverse();
  const count = (holds: (quote: Quote) => boolean) => quotes.filter(holds).length;
  return {
    parties: parties.map((party) =>
      indexParty(
        party,
        parties,
        count((quote) => quote.party.id === party.id),
      ),
    ),
    speakers,
    offices: indexOffices(quotes, new Map(speakers.map(({ name }, place) => [name, place]))),
    years: years.map((year) => [year, count(({ date }) => yearOf(date) === year)]),
    topics: topics.map(({ id, title, shortTitle, tagline, keywords, quotes: own }) => ({ id, title, phrases: different([shortTitle, ...tagline.split(', '), ...keywords], title), quotes: own.length })),
    questions: questions.map(({ dimension: { id, title, shortTitle, question, keywords, terms, positions }, topic }) => ({
      id,
      topic,
      title,
      question,
      phrases: different([shortTitle, ...keywords, ...terms.map(({ term }) => term)], title),
      marks: positions.map((position): IndexedMark => {
        const { stance, year, dropped } = markOf(position);
        const lead = position.statements[0]?.quotes[0].id;
        return lead === undefined ? [stance] : [stance, year ?? '', dropped ?? false, lead];
      }),
    })),
    articles: indexArticles(record),
    ...spokenWords(record),
    filler: [...FILLER].join(' '),
  };
}

function indexArticles({ articles, topics, quotes }: OnRecord): IndexedArticle[] {
  const placeOf = new Map(quotes.map((quote) => [quote.id, `${quote.topic.id}/${quote.dimension.id}`]));
  const dimensions = new Map(topics.flatMap((topic) => topic.dimensions.map((dimension) => [`${topic.id}/${dimension.id}`, dimension])));
  return articles
    .filter(({ status }) => status === 'published')
    .map(({ id, title, standfirst, topics: own, parts }) => {
      const shown = parts
        .filter(({ name }) => name !== 'Words')
        .map(({ attributes }) => dimensions.get(attributes['dimension'] ?? placeOf.get(attributes['id'] ?? '') ?? ''))
        .filter((dimension) => dimension !== undefined);
      const words = [title, standfirst, ...shown.flatMap((dimension) => [dimension.title, dimension.shortTitle, ...dimension.keywords])];
      return { id, title, topics: own.map((topic) => topics.findIndex((one) => one.id === topic.id)), stems: different(words.flatMap((text) => stemsOf(text, FILLER))).join(' ') };
    });
}

function spokenWords({ topics, quotes }: OnRecord): Pick<QuestionIndex, 'spoken' | 'held' | 'whole'> {
  const dimensions = topics.flatMap((topic) => topic.dimensions);
  const places = new Map<string, Map<number, number>>();
  for (const [place, { positions, status }] of dimensions.entries()) {
    const texts = [status?.text ?? '', ...positions.flatMap(({ summary = '', quotes: own }) => [summary, ...own.map(({ text }) => text)])];
    for (const stem of texts.flatMap((text) => [...new Set(stemsOf(text, FILLER))])) {
      const found = places.get(stem) ?? new Map<number, number>();
      places.set(stem, found.set(place, (found.get(place) ?? 0) + 1));
    }
  }
  const isCommon = (found: ReadonlyMap<number, number>) => found.size > Math.max(1, dimensions.length * COMMON);
  const telling = [...places].filter(([, found]) => !isCommon(found)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (telling.reduce((sum, [, found]) => sum + found.size, 0) > MOST_PLACES) return { spoken: {}, held: '', whole: false };
  const grouped = Map.groupBy(telling, ([, found]) => [...found].map(([place, texts]) => (texts < OWN ? place : -1 - place)).join(' '));
  const spoken = Object.fromEntries([...grouped].map(([where, stems]) => [where, stems.map(([stem]) => stem).join(' ')]));
  const others = [...[...places].filter(([, found]) => isCommon(found)).map(([stem]) => stem), ...quotes.flatMap(({ role, source }) => [role, source.publisher].flatMap((text) => stemsOf(text, FILLER)))];
  const told = new Set(telling.map(([stem]) => stem));
  const held = [...new Set(others)].filter((stem) => !told.has(stem)).sort();
  return { spoken, held: held.join(' '), whole: true };
}

/** Parties are known by the names in `ownNames`, without leaders and slogans. */
function indexParty({ id, name, shortName, abbreviation, ordinaryWords = [] }: Party, parties: readonly Party[], quotes: number): IndexedParty {
  const own = nameForms(parties, []).filter(({ kind, party }) => kind === 'party' && party === id);
  const beginnings = (words: readonly string[]) => different(words.flatMap((word) => foldWords(word).slice(0, 1)));
  const not = ordinaryWords.length > 0 ? ([beginnings(ordinaryWords.flatMap(({ notBefore }) => notBefore)), beginnings(ordinaryWords.flatMap(({ notAfter }) => notAfter))] as const) : undefined;
  return { id, name, short: shortName, forms: folded([name, shortName, ...(abbreviation.length > 3 ? [abbreviation] : []), ...own.map(({ form }) => form)]), quotes, ...(not ? { not } : {}) };
}

/** Whoever speaks, A to Z. A person is known by the surname too, unless it is an ordinary word; a manifesto by its party's names alone. */
function indexSpeakers({ parties, speakers, quotes }: OnRecord): IndexedSpeaker[] {
  const ofParties = new Set(parties.flatMap((party) => indexParty(party, parties, 0).forms));
  const spoken = speakers.map((speaker) => ({ speaker, quotes: quotes.filter((quote) => quote.speaker.name === speaker.name).length })).filter(({ quotes: own }) => own > 0);
  return spoken.map(({ speaker: { id, name, kind, aliases, surnameIsWord, party }, quotes: own }) => {
    const forms = (kind === 'party' ? [] : [name, ...aliases]).flatMap((known) => (kind === 'person' ? formsOfPerson(known).flatMap((part) => [...part, part.at(-1)?.split(' ').at(-1) ?? '']) : [known]));
    const typed = surnameIsWord ? forms.filter((form) => form.includes(' ')) : forms;
    return { id, name, party: parties.findIndex((one) => one.id === party.id), forms: folded(typed).filter((form) => !ofParties.has(form)), quotes: own };
  });
}

/** "Secretary of State for Energy Security and Net Zero" is typed as "energy secretary". */
const SECRETARY = /^((?:shadow )?)secretary of state for (\S+)/u;

/** The offices in which at least two quotes were said: what stands in a role before a comma or bracket, unless it names a party. */
function indexOffices(quotes: readonly Quote[], places: ReadonlyMap<string, number>): IndexedOffice[] {
  const offices = new Map<string, { name: string; said: Quote[] }>();
  for (const quote of quotes) {
    const name = quote.role.split(/[,;(]| and MP\b/u)[0]!.trim();
    const key = foldWords(name).join(' ');
    const isOffice = quote.speaker.kind === 'person' && /\b(?:minister|secretary|chancellor|opposition)\b/u.test(key);
    if (isOffice) offices.set(key, { name: offices.get(key)?.name ?? name, said: [...(offices.get(key)?.said ?? []), quote] });
  }
  return [...offices]
    .filter(([, { said }]) => said.length > 1)
    .map(([key, { name, said }]) => {
      const holders = [...new Set(said.map(({ speaker }) => speaker.name))];
      const held = holders.map((holder) => [places.get(holder)!, [...new Set(said.filter(({ speaker }) => speaker.name === holder).map(({ date }) => yearOf(date)))]] as const);
      return { name, forms: different([key, key.replace(SECRETARY, '$1$2 secretary').replace(/( secretary).*$/u, '$1'), key.replace(/^((?:shadow )?chancellor) of the exchequer$/u, '$1')]), held };
    });
}

function folded(forms: readonly string[]): string[] {
  return different(forms.map((form) => foldWords(form).join(' ')));
}

function different(texts: readonly string[], besides = ''): string[] {
  return [...new Set(texts)].filter((text) => text !== '' && text !== besides);
}
