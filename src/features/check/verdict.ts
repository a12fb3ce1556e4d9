import type { Attribution } from './attribution.ts';
import type { Change, Piece } from './matched-pieces.ts';
import { isWhole } from './placing.ts';
import type { Found, QuoteIndex } from './quote-index.ts';
import type { Whose } from './whose.ts';

/**
 * in-record: these words stand next to each other in a quote, or with cuts that are marked. altered: they are a quote with
 * words changed. misattributed: word for word, but somebody else's than the passage says. swapped: two of those, each
 * given to the other. wrong-date, wrong-document: the right speaker, another time or not the manifesto. joined: one
 * quotation from two quotes. too-short: fewer words than can be judged, and where they stand. not-in-record: none of
 * these, which does not mean that nobody said it. too-long: the passage was not looked at.
 */
export type Verdict = 'in-record' | 'altered' | 'misattributed' | 'swapped' | 'wrong-date' | 'wrong-document' | 'joined' | 'too-short' | 'not-in-record' | 'too-long';

export interface Judgement {
  /** The sentence, the quotation, or the sentences that together are part of one quote. */
  text: string;
  verdict: Verdict;
  /** Id of the quote; null when there is none. */
  quote: string | null;
  /** Is it the whole quote, not only a part of it? */
  whole: boolean;
  /** What differs; empty unless altered. */
  changes: Change[];
  /** The whole comparison in reading order, for marking what differs or was cut; empty where nothing was. */
  pieces: (Piece & { cut?: true })[];
  /** Ids of all quotes that it stands in when too short, or is joined from. */
  places: string[];
  /** Are the words attributed to who spoke them? none: nobody is named, or the words are not known. */
  attribution: 'right' | 'wrong' | 'none';
  /** Who is named for the words. */
  named: string | null;
  /** Who spoke them. */
  spoke: string | null;
}

/** A judgement that says nothing yet. */
export function judgementOf(text: string, verdict: Verdict, attribution?: Attribution): Judgement {
  return { text, verdict, quote: null, whole: false, changes: [], pieces: [], places: [], attribution: 'none', named: attribution?.named || null, spoke: null };
}

/** Whether words of a quote are what the passage says they are, and if not, why. */
function faultOf(quote: number, { fits, dates, manifesto }: Attribution, { spoken }: Whose): 'misattributed' | 'wrong-document' | 'wrong-date' | undefined {
  const { date, role } = spoken[quote]!;
  if (!fits(quote)) return 'misattributed';
  if (manifesto && !/manifesto|contract|programme/iu.test(role)) return 'wrong-document';
  return dates.every((claim) => claim.fits(date)) ? undefined : 'wrong-date';
}

/**
 * The judgement on words that stand in quotes.
 * @param found every place where they stand; of several, one that is what the passage says
 */
export function foundIn(text: string, verdict: Verdict, found: readonly Found[], attribution: Attribution | undefined, index: QuoteIndex, whose: Whose | undefined): { judgement: Judgement; found: Found } {
  const faults = found.map(({ quote }) => (attribution && whose ? faultOf(quote, attribution, whose) : undefined));
  const worth = (at: number) => ['misattributed', 'wrong-document', 'wrong-date', undefined].indexOf(faults[at]) * 2 + Number(isWhole(found[at]!, index));
  const best = [...found.keys()].reduce((chosen, at) => (worth(at) > worth(chosen) ? at : chosen), 0);
  const { quote } = found[best]!;
  const fault = faults[best];
  const judgement: Judgement = {
    ...judgementOf(text, (verdict === 'in-record' ? fault : undefined) ?? verdict, attribution),
    quote: index.ids[quote]!,
    whole: isWhole(found[best]!, index),
    attribution: !attribution ? 'none' : fault ? 'wrong' : 'right',
    named: attribution ? [attribution.named, ...(fault === 'wrong-date' || attribution.named === '' ? attribution.dates.map((claim) => claim.text) : [])].filter((part) => part !== '').join(', ') || 'manifesto' : null,
    spoke: whose?.spoken[quote]!.speaker ?? null,
  };
  return { judgement, found: found[best]! };
}

/** Two misattributed quotations, each given to who spoke the other, are swapped. */
export function markSwapped(judged: readonly { judgement: Judgement; found?: Found | undefined; attribution: Attribution | undefined }[]): void {
  const wrong = judged.filter(({ judgement, found }) => judgement.verdict === 'misattributed' && found);
  const swapped = wrong.filter((one) => wrong.some((other) => other !== one && one.attribution!.fits(other.found!.quote) && other.attribution!.fits(one.found!.quote)));
  for (const { judgement } of swapped) judgement.verdict = 'swapped';
}
