import type { Position, Topic } from '../../record/record.ts';

/**
 * Most quotes of a topic whose page shows them all. Beyond that the page would pass its bytes (tests/support/budgets.ts),
 * so it shows each party's newest statement, and the questions' pages have the rest.
 */
const MOST_ON_ONE_PAGE = 40;

/** Does the topic's page leave all but the newest statements to its questions' pages? */
export function isSplit({ quotes }: Pick<Topic, 'quotes'>): boolean {
  return quotes.length > MOST_ON_ONE_PAGE;
}

/** What a split page leaves out of a position: "2 earlier statements and 1 report". Empty when it leaves out nothing. */
export function leftOutInWords({ statements, reported }: { statements: readonly unknown[]; reported: Position['reported'] }): string {
  const earlier = Math.max(0, statements.length - 1);
  // Without a statement the reports are all there is, so they stay.
  const reports = statements.length > 0 ? reported.length : 0;
  return [count(earlier, 'earlier statement'), count(reports, 'report')].filter((words) => words !== '').join(' and ');
}

function count(number: number, word: string): string {
  return number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
}
