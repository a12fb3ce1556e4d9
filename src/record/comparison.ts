import { alphabetical } from './party-order.ts';
import type { OnRecord, Party, Position, Topic } from './record.ts';
import type { PartyStance } from './stance.ts';

/**
 * How two parties stand to each other on one dimension:
 * - `agree`: both support, both oppose, or both are mixed
 * - `differ`: both have one of these three stances, and not the same one
 * - `unclear`: both are quoted, but the stance of at least one is unclear
 * - `one-silent`: one is quoted, the other is not
 * - `both-silent`: neither is quoted
 */
export type Relation = 'agree' | 'differ' | 'unclear' | 'one-silent' | 'both-silent';

export type RelationCounts = Readonly<Record<Relation, number>>;

/** One dimension as a pair's page draws it. */
export interface ComparedDimension {
  id: string;
  title: string;
  question: string;
  relation: Relation;
  a: Position;
  b: Position;
}

/** One topic as a pair's page draws it, its dimensions in the topic's own order. */
export interface ComparedTopic {
  id: string;
  title: string;
  counts: RelationCounts;
  dimensions: readonly ComparedDimension[];
}

/** Two parties on every topic and dimension. */
export interface PairComparison {
  /** The first of the two, A to Z. */
  a: Party;
  b: Party;
  counts: RelationCounts;
  /** How many dimensions the record has: the sum of the counts. */
  dimensions: number;
  topics: readonly ComparedTopic[];
}

/** A stance that says something: neither unclear nor none. */
export type StatedStance = Exclude<PartyStance, 'unclear' | 'none'>;

/** Is this one of the three stances that can be compared: supports, opposes, mixed? */
export function isStated(stance: PartyStance): stance is StatedStance {
  return stance !== 'unclear' && stance !== 'none';
}

/** How two stances stand to each other; the order of the two makes no difference. */
export function relationOf(a: PartyStance, b: PartyStance): Relation {
  if (a === 'none' && b === 'none') return 'both-silent';
  if (a === 'none' || b === 'none') return 'one-silent';
  if (!isStated(a) || !isStated(b)) return 'unclear';
  return a === b ? 'agree' : 'differ';
}

/**
 * Two parties side by side on everything.
 * @param record the record
 * @param a id of a party
 * @param b id of another; the result is the same whichever of the two is named first
 * @throws RangeError when an id is no party's, or both are the same
 */
export function comparePair(record: Pick<OnRecord, 'parties' | 'topics'>, a: string, b: string): PairComparison {
  const pair = [a, b].map((id) => {
    const party = record.parties.find((candidate) => candidate.id === id);
    if (!party) throw new RangeError(`there is no party with the id ${id}`);
    return party;
  });
  if (a === b) throw new RangeError(`a pair needs two parties, not ${a} twice`);
  const [first, second] = alphabetical(pair) as [Party, Party];
  const topics = record.topics.map((topic) => compareTopic(topic, first, second));
  const relations = topics.flatMap(({ dimensions }) => dimensions.map(({ relation }) => relation));
  return { a: first, b: second, counts: count(relations), dimensions: relations.length, topics };
}

/**
 * Every pair once, for the pages of pairs: n parties make n × (n − 1) / 2.
 * @param parties in any order
 * @returns each pair in A to Z order, and the pairs in the order of their first, then their second party
 */
export function allPairs<P extends { name: string }>(parties: readonly P[]): [P, P][] {
  const ordered = alphabetical(parties);
  return ordered.flatMap((a, index) => ordered.slice(index + 1).map((b): [P, P] => [a, b]));
}

/**
 * Does "differences only" show this dimension for the chosen parties? It hides it only when all of them support, all
 * oppose or all are mixed. Unclear and none are not the same stance as anything, not even as each other: what a party
 * left unsaid is no agreement, so such a dimension is shown. With fewer than two parties there is nothing to compare,
 * so everything is shown.
 * @param dimension its positions, each with the party's id and stance
 * @param partyIds the chosen parties
 */
export function stancesDiffer(dimension: { positions: readonly { party: { id: string }; stance: PartyStance }[] }, partyIds: readonly string[]): boolean {
  const stances = dimension.positions.filter(({ party }) => partyIds.includes(party.id)).map(({ stance }) => stance);
  if (stances.length < 2) return true;
  return stances.some((stance) => !isStated(stance) || stance !== stances[0]);
}

function compareTopic({ id, title, dimensions }: Topic, a: Party, b: Party): ComparedTopic {
  const compared = dimensions.map((dimension): ComparedDimension => {
    const [positionA, positionB] = [a, b].map((party) => dimension.positions.find((position) => position.party.id === party.id));
    if (!positionA || !positionB) throw new RangeError(`${a.name} or ${b.name} has no position on ${id}/${dimension.id}`);
    return { id: dimension.id, title: dimension.title, question: dimension.question, relation: relationOf(positionA.stance, positionB.stance), a: positionA, b: positionB };
  });
  return { id, title, counts: count(compared.map(({ relation }) => relation)), dimensions: compared };
}

function count(relations: readonly Relation[]): RelationCounts {
  const counts = { agree: 0, differ: 0, unclear: 0, 'one-silent': 0, 'both-silent': 0 };
  for (const relation of relations) counts[relation] += 1;
  return counts;
}
