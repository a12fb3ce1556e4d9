import type { SourceKind } from './schema/source.ts';
import { daysBetween } from './ages.ts';
import { newestFirst, type RecordDate } from './dates.ts';
import type { Dimension, OnRecord, Party, Position, Quote, Topic } from './record.ts';
import { BALANCE_LIMIT } from './thresholds.ts';
import { wordCount } from './words.ts';

/** What some quotes amount to. */
export interface Amount {
  quotes: number;
  /** Words of the quotes as `wordsOf` counts them, insertions left out. */
  words: number;
  /** Quotes from the official record, such as Hansard. */
  official: number;
  /** Quotes from the party's own publications. */
  own: number;
  /** Quotes from the press. */
  press: number;
  /** Date of the newest quote; null without a quote. */
  newest: RecordDate | null;
  /** Median age of the quotes in days at the record's own date; a month counts as its first day; null without a quote. */
  medianAge: number | null;
}

/** One party on one dimension; ids throughout, as in `/data/v1/coverage.json`. */
export interface CoverageRow extends Amount {
  topic: string;
  dimension: string;
  party: string;
}

/** One topic of the balance picture. */
export interface TopicCoverage {
  topic: { id: string; title: string };
  total: Amount;
  /** One a party, A to Z. */
  parties: readonly (Amount & { party: Party })[];
  /** Words of the best-covered party over those of the least covered of the parties that are quoted; null when fewer than two are. */
  ratio: number | null;
  /** Is the ratio within the stated limit? */
  balanced: boolean;
  /** The topic file's reason, where it is not. */
  balanceReason?: string;
  dimensions: readonly { id: string; title: string; parties: readonly (Amount & { party: Party })[] }[];
}

export interface Coverage {
  /** The record's own date, from which ages count. */
  asOf: RecordDate;
  total: Amount;
  /** One a party over all topics, A to Z. */
  parties: readonly (Amount & { party: Party; /** Positions without a quote. */ gaps: number; /** Quotes with a note of ours. */ notes: number; /** Quotes that the party has dropped. */ dropped: number })[];
  topics: readonly TopicCoverage[];
}

/**
 * How much the record holds, a row for each topic, dimension and party, in the record's order.
 * @param record the record
 */
export function coverageRows(record: Pick<OnRecord, 'topics' | 'asOf'>): CoverageRow[] {
  return placedPositions(record).map(({ dimension, position }) => ({ topic: dimension.topic.id, dimension: dimension.id, party: position.party.id, ...amountOf([position], record.asOf) }));
}

/**
 * The same by topic and party, with totals and the balance of each topic.
 * @param record the record
 */
export function coverage(record: Pick<OnRecord, 'parties' | 'topics' | 'asOf'>): Coverage {
  const { asOf } = record;
  const of = (party: Party, positions: readonly Position[]) => positions.filter((position) => position.party.id === party.id);
  const all = placedPositions(record).map(({ position }) => position);
  return {
    asOf,
    total: amountOf(all, asOf),
    parties: record.parties.map((party) => ({ party, ...amountOf(of(party, all), asOf), gaps: of(party, all).filter(({ quotes }) => quotes.length === 0).length, ...besides(of(party, all).flatMap(({ quotes }) => quotes)) })),
    topics: record.topics.map((topic) => topicCoverage(topic, record)),
  };
}

/** What stands beside quotes: our notes, and that their party has dropped them. */
function besides(quotes: readonly Quote[]): { notes: number; dropped: number } {
  return { notes: quotes.filter(({ note }) => note !== undefined).length, dropped: quotes.filter(({ disowned }) => disowned !== undefined).length };
}

/**
 * How much one topic holds, and its balance.
 * @param topic a topic of the record
 * @param record its parties and its date
 */
export function topicCoverage(topic: Topic, record: Pick<OnRecord, 'parties' | 'asOf'>): TopicCoverage {
  const known = covered.get(topic);
  if (known?.parties === record.parties && known.asOf === record.asOf) return known.coverage;
  const coverage = coverTopic(topic, record);
  covered.set(topic, { parties: record.parties, asOf: record.asOf, coverage });
  return coverage;
}

/** The coverage pages, the lesson pack, its key and its slides ask for the same. */
const covered = new WeakMap<Topic, Pick<OnRecord, 'parties' | 'asOf'> & { coverage: TopicCoverage }>();

function coverTopic({ id, title, dimensions, balanceReason }: Topic, { parties: all, asOf }: Pick<OnRecord, 'parties' | 'asOf'>): TopicCoverage {
  const positions = dimensions.flatMap((dimension) => dimension.positions);
  const of = (party: Party) => positions.filter((position) => position.party.id === party.id);
  const parties = all.map((party) => ({ party, ...amountOf(of(party), asOf) }));
  return {
    topic: { id, title },
    total: amountOf(positions, asOf),
    parties,
    ...balanceOf(parties.map(({ words }) => words)),
    ...(balanceReason ? { balanceReason } : {}),
    dimensions: dimensions.map((dimension) => ({ id: dimension.id, title: dimension.title, parties: dimension.positions.map((position) => ({ party: position.party, ...amountOf([position], asOf) })) })),
  };
}

/** A party's position and its question. */
export interface Placed {
  dimension: Dimension;
  position: Position;
}

/** Every position of the record, in its order. */
export function placedPositions({ topics }: Pick<OnRecord, 'topics'>): Placed[] {
  return topics.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.positions.map((position) => ({ dimension, position }))));
}

/** Those without a quote; each says what was read and when. */
export function gapsOf(record: Pick<OnRecord, 'topics'>): Placed[] {
  return placedPositions(record).filter(({ position }) => position.quotes.length === 0);
}

function amountOf(positions: readonly Position[], asOf: RecordDate): Amount {
  const quotes = positions.flatMap((position) => position.quotes);
  const from = (kind: SourceKind) => quotes.filter(({ source }) => source.kind === kind).length;
  return {
    quotes: quotes.length,
    words: total(quotes.map(({ text }) => wordCount(text))),
    official: from('official-record'),
    own: from('party'),
    press: from('press'),
    newest: quotes.map(({ date }) => date).sort(newestFirst)[0] ?? null,
    medianAge: median(quotes.map(({ date }) => daysBetween(date, asOf))),
  };
}

/** How far some counts of words lie apart, and whether that is within the limit. Whoever has no words yet is a gap, not out of balance. */
export function balanceOf(words: readonly number[]): { ratio: number | null; balanced: boolean } {
  const some = words.filter((count) => count > 0);
  if (some.length < 2) return { ratio: null, balanced: true };
  const [most, least] = [Math.max(...some), Math.min(...some)];
  return { ratio: most / least, balanced: most <= BALANCE_LIMIT * least };
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
