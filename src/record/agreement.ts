import type { CodingEntry } from './schema/coding.ts';
import { allPairs, isStated } from './comparison.ts';
import type { OnRecord, Party } from './record.ts';
import { stanceOfToday } from './stance.ts';
import { FEWEST_FOR_A_SHARE } from './thresholds.ts';

/** How often two parties hold the same stance. */
export interface Agreement {
  /** Id of the first of the two, A to Z. */
  a: string;
  b: string;
  /** Dimensions on which both hold the same stance. */
  same: number;
  /** Dimensions on which both have a stance: supports, opposes or mixed. */
  n: number;
  /** `same / n`, 0 to 1; null when n is below `FEWEST_FOR_A_SHARE`. */
  share: number | null;
}

/** One row of the picture: one party beside each. */
export interface AgreementRow {
  party: Party;
  /** One a party, A to Z; `agreement` is null where the party meets itself. */
  cells: readonly { party: Party; agreement: Agreement | null }[];
}

export interface AgreementMatrix {
  /** Every pair once: the rows of the table and of `/data/v1/agreement.json`. */
  pairs: readonly Agreement[];
  /** The same pairs as a square, each in both its cells. */
  rows: readonly AgreementRow[];
}

/**
 * How often each two parties hold the same stance, over the dimensions on which both have one. Every dimension counts
 * the same; a partial overlap (mixed against supports) counts as not the same.
 * @param record the record
 */
export function agreementMatrix({ parties, topics }: Pick<OnRecord, 'parties' | 'topics'>): AgreementMatrix {
  const stances = topics.flatMap(({ dimensions }) => dimensions.map(({ positions }) => new Map(positions.map((position) => [position.party.id, stanceOfToday(position)]))));
  const pairs = allPairs(parties).map(([a, b]): Agreement => {
    const both = stances.map((dimension) => [dimension.get(a.id) ?? 'none', dimension.get(b.id) ?? 'none'] as const).filter(([first, second]) => isStated(first) && isStated(second));
    const same = both.filter(([first, second]) => first === second).length;
    return { a: a.id, b: b.id, same, n: both.length, share: both.length < FEWEST_FOR_A_SHARE ? null : same / both.length };
  });
  const between = (one: Party, other: Party) => pairs.find(({ a, b }) => (a === one.id && b === other.id) || (a === other.id && b === one.id)) ?? null;
  return { pairs, rows: parties.map((party) => ({ party, cells: parties.map((other) => ({ party: other, agreement: between(party, other) })) })) };
}

/** How far the readers of the quotes agreed. */
export interface Reliability {
  /** Krippendorff's alpha: 1 is full agreement, 0 is what chance would give, below 0 is less than that; null when it cannot be computed. */
  alpha: number | null;
  /** Quotes that two readers coded. */
  quotes: number;
  /** Quotes to which both gave the same stance. */
  agreed: number;
}

/**
 * How far the readers agreed on the stances of the quotes in the record: the models over all that they read, over those
 * read from the quote's own words, and over those read in the passage around it; and people.
 * @param record the record; quotes without a coding are left out
 */
export function stanceReliability({ quotes }: { quotes: readonly { coding?: CodingEntry | undefined }[] }): Record<'all' | 'people' | CodingEntry['basis'], Reliability> {
  const codings = quotes.flatMap(({ coding }) => (coding ? [coding] : []));
  const models = codings.filter(({ people }) => !people?.only);
  const over = (some: readonly Pick<CodingEntry, 'first' | 'second'>[]): Reliability => ({
    alpha: krippendorffAlpha(some.map(({ first, second }) => [first, second])),
    quotes: some.length,
    agreed: some.filter(({ first, second }) => first === second).length,
  });
  return {
    all: over(models),
    words: over(models.filter(({ basis }) => basis === 'words')),
    passage: over(models.filter(({ basis }) => basis === 'passage')),
    people: over(codings.flatMap(({ people }) => people ?? [])),
  };
}

/**
 * Krippendorff's alpha for nominal values, any number of coders, values may be missing.
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C,
 * https://repository.upenn.edu/asc_papers/43
 * @param codings one list a unit, one value a coder; null or undefined where a coder gave none
 * @returns at most 1; null when no unit has two values, or when all values are the same and chance cannot be told from agreement
 */
export function krippendorffAlpha(codings: readonly (readonly (string | null | undefined)[])[]): number | null {
  const units = codings.map((unit) => unit.filter((value) => value !== null && value !== undefined)).filter((values) => values.length > 1);
  const totals = new Map<string, number>();
  let observed = 0;
  for (const values of units) {
    for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1);
    observed += values.flatMap((one) => values.filter((other) => other !== one)).length / (values.length - 1);
  }
  const pairable = sum([...totals.values()]);
  const expected = pairable ** 2 - sum([...totals.values()].map((total) => total ** 2));
  return expected === 0 ? null : 1 - ((pairable - 1) * observed) / expected;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
