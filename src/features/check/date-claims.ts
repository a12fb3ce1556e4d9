/** A year, month or day that a passage names for words. */
export interface DateClaim {
  /** As written. */
  text: string;
  /** Can words of this date (`YYYY-MM-DD` or `YYYY-MM`) be meant? */
  fits: (date: string) => boolean;
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTH_AND_YEAR = new RegExp(`(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?\\b(${MONTHS})(?: (\\d{1,2})(?:st|nd|rd|th)?,)? ((?:19|20)\\d\\d)\\b`, 'giu');
const YEAR = /\b((?:19|20)\d\d)\b/gu;
/** A year that words are about, not from. */
const TARGET = /\b(?:by|until|till|since|before|after|to|through|than|between|target(?: of)?|net zero|towards?)\s+(?:the end of |early |late |mid-)?$/iu;
/** An event that is only mentioned, and what is told of somebody in passing. */
const EVENT = /^ (?:general )?(?:election(?! (?:manifesto|contract|programme|campaign))|budget|referendum|deal|act)\b/iu;
const IN_PASSING = /\b(?:who|which|whose)\b[^,]*$/iu;
const AT_IT = /\b(?:in|at|during|for|from) (?:the |its |their )?$/iu;

/**
 * The dates that a passage names for a quotation's words.
 * @param text what stands around the quotation
 */
export function claimsIn(text: string): DateClaim[] {
  const months = [...text.matchAll(MONTH_AND_YEAR)];
  const ofMonths = months.map(([written, before, month, after, year]): DateClaim => {
    const named = `${year}-${String(MONTHS.split('|').indexOf(month!.toLowerCase()) + 1).padStart(2, '0')}`;
    const day = before ?? after;
    return { text: written, fits: (date) => date.slice(0, 7) === named && (day === undefined || date.length < 10 || Math.abs(Number(date.slice(8)) - Number(day)) <= 1) };
  });
  const said = (index: number) => {
    const [before, after] = [text.slice(0, index), text.slice(index + 4)];
    return !TARGET.test(before) && !IN_PASSING.test(before) && (!EVENT.test(after) || AT_IT.test(before));
  };
  const years = [...text.matchAll(YEAR)].filter(({ index }) => said(index) && !months.some((month) => month.index <= index && index < month.index + month[0].length));
  return [...ofMonths, ...years.map(([year]): DateClaim => ({ text: year, fits: (date) => date.startsWith(year) }))];
}
