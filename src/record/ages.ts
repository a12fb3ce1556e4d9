import { firstDay, type RecordDate } from './dates.ts';

/** Days in a month, on average: 365.2425 / 12. */
const DAYS_IN_A_MONTH = 30.436875;

/**
 * An age in whole months.
 * @param days 0 or more; null where there is nothing to count
 * @returns for example "21 months"; "under a month"; "–" for null
 */
export function ageInMonths(days: number | null): string {
  if (days === null) return '–';
  const months = Math.round(days / DAYS_IN_A_MONTH);
  if (months === 0) return 'under a month';
  return months === 1 ? '1 month' : `${months} months`;
}

/** Days from one date to another; a month counts as its first day, a year as 1 January. */
export function daysBetween(from: RecordDate, to: RecordDate): number {
  return Math.round((Date.parse(firstDay(to)) - Date.parse(firstDay(from))) / 86_400_000);
}
