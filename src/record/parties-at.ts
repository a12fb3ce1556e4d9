import { firstDay, lastDay, type RecordDate } from './dates.ts';

/** One stretch of a politician's life in a party; open where it has no end. */
interface Membership {
  party: string;
  from?: RecordDate | undefined;
  until?: RecordDate | undefined;
}

/**
 * Ids of the parties to which somebody may have belonged at a date; both where only the month of the change is known.
 * @param speaker their party today and, for who changed party, each in order of time
 * @param date of what they said
 */
export function partiesAt({ party, parties }: { party: string; parties?: readonly Membership[] | undefined }, date: RecordDate): string[] {
  if (!parties) return [party];
  return parties.filter(({ from, until }) => (from === undefined || firstDay(from) <= lastDay(date)) && (until === undefined || firstDay(date) <= lastDay(until))).map((one) => one.party);
}

/** Ids of every party somebody has belonged to, in order of time. */
export function partiesOf({ party, parties }: { party: string; parties?: readonly Membership[] | undefined }): string[] {
  return parties ? parties.map((one) => one.party) : [party];
}
