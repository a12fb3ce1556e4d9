import type { Attribution } from './attribution.ts';
import { followCuts, takeApart } from './cuts-and-joins.ts';
import type { Change, Piece } from './matched-pieces.ts';
import { narration } from './narration.ts';
import { type Altered, besideNeighbour, findAltered, findExact, findTurned, type Unit } from './placing.ts';
import { buildQuoteIndex, findPhrase, type Found, numbersOf, type QuoteIndex } from './quote-index.ts';
import { type PassageWord, type Sentence, splitPassage } from './sentences.ts';
import { foundIn, type Judgement, judgementOf, markSwapped, type Verdict } from './verdict.ts';
import type { Whose } from './whose.ts';
import { LONGEST_PASSAGE, SHORTEST_EXTRACT } from '../../record/thresholds.ts';

export { buildQuoteIndex, type Change, type Judgement, type Piece, type QuoteIndex, type Verdict };

const LONGEST_GROUP = 12;
/** Places of a short extract that are named. */
const MOST_PLACES = 12;
/** Fewer changed words are a quote altered, not two quotes joined. */
const FEWEST_CHANGES_OF_JOINED = 3;

/** A judgement with the words it is about and the place it rests on. */
interface Placed {
  judgement: Judgement;
  unit: Unit;
  found?: Found | undefined;
  attribution: Attribution | undefined;
}

/** What every step of one passage needs. */
interface Case {
  shown: string;
  index: QuoteIndex;
  whose: Whose | undefined;
  attribution: Attribution | undefined;
}

/**
 * Judges a pasted passage. Where it has quotation marks, each quotation is judged by its own attribution and the words
 * around are not; where it has none, every sentence is. Sentences that stand together in one quote are judged as one.
 * @param passage any text; longer than `LONGEST_PASSAGE` it gives one `too-long`
 * @param index from `buildQuoteIndex`
 * @param whose from `whoseWords`, for the same quotes; without it no attribution is read
 * @returns one judgement a quotation or sentence, in order; none for a passage without words
 */
export function judge(passage: string, index: QuoteIndex, whose?: Whose): Judgement[] {
  if (passage.length > LONGEST_PASSAGE) return [judgementOf(`${passage.slice(0, 80)}…`, 'too-long')];
  const { shown, parts } = narration(splitPassage(passage), index, whose);
  const placed = parts.flatMap(({ sentences, quoted, attribution }) => judgePart(sentences, quoted, { shown, index, whose, attribution }));
  markSwapped(placed);
  return placed.map(({ judgement, unit, attribution }, at) => {
    if (judgement.verdict !== 'not-in-record') return judgement;
    const beside = besideNeighbour(unit, placed[at - 1]?.found, placed[at + 1]?.found, shown, index);
    return beside ? alteredAs(judgement.text, beside, { shown, index, whose, attribution }).judgement : judgement;
  });
}

/** A quotation, or sentences outside of any. */
function judgePart(sentences: readonly Sentence[], quoted: boolean, now: Case): Placed[] {
  const whole: Unit = { words: sentences.flatMap(({ words }) => words), extract: true };
  if (quoted && sentences.length > 1) {
    const found = exactly(whole, now) ?? (whole.words.length < SHORTEST_EXTRACT ? short(whole, now) : cutOrJoined(whole, now));
    if (found) return [found];
  }
  const placed: Placed[] = [];
  for (let first = 0; first < sentences.length;) {
    const length = Math.max(1, longestGroup(sentences, first, quoted, now));
    const words = sentences.slice(first, first + length).flatMap((sentence) => sentence.words);
    placed.push(judgeUnit({ words, extract: quoted || !isSentence(words, now.shown) }, now));
    first += length;
  }
  return placed;
}

/** Words that end as a sentence does claim to be the sentence. */
function isSentence(words: readonly PassageWord[], shown: string): boolean {
  return /^\s*[.!?]/u.test(shown.slice(words.at(-1)!.end));
}

/** How many sentences from `first` on stand together in one quote. A short one may be found only with the next. */
function longestGroup(sentences: readonly Sentence[], first: number, quoted: boolean, { shown, index }: Case): number {
  let longest = 0;
  for (let length = 1; length <= Math.min(LONGEST_GROUP, sentences.length - first) && length - longest < 3; length++) {
    const words = sentences.slice(first, first + length).flatMap((sentence) => sentence.words);
    if (findExact({ words, extract: quoted || !isSentence(words, shown) }, index).length > 0) longest = length;
  }
  return longest;
}

function judgeUnit(unit: Unit, now: Case): Placed {
  const exact = exactly(unit, now);
  if (exact) return exact;
  if (unit.words.length < SHORTEST_EXTRACT) return short(unit, now);
  const cut = cutOrJoined(unit, now);
  if (cut) return cut;
  const altered = findTurned(unit, now.shown, now.index) ?? findAltered(unit, now.shown, now.index);
  return altered ? { unit, attribution: now.attribution, ...alteredAs(textOf(unit, now.shown), altered, now) } : { unit, attribution: now.attribution, judgement: judgementOf(textOf(unit, now.shown), 'not-in-record', now.attribution) };
}

function exactly(unit: Unit, { shown, index, whose, attribution }: Case): Placed | undefined {
  const exact = findExact(unit, index);
  return exact.length === 0 ? undefined : { unit, attribution, ...foundIn(textOf(unit, shown), 'in-record', exact, attribution, index, whose) };
}

function alteredAs(text: string, { found, changes, pieces }: Altered, { index, whose, attribution }: Case): { judgement: Judgement; found: Found } {
  const placed = foundIn(text, 'altered', [found], attribution, index, whose);
  return { found, judgement: { ...placed.judgement, changes, pieces } };
}

/** Where words stand that are too few to tell whose they are. */
function short(unit: Unit, { shown, index, whose, attribution }: Case): Placed {
  const text = textOf(unit, shown);
  const found = findPhrase(index, numbersOf(index, unit.words));
  if (found.length === 0) return { unit, attribution, judgement: judgementOf(text, 'not-in-record', attribution) };
  const { judgement } = foundIn(text, 'too-short', found, attribution, index, whose);
  const places = [...new Set([judgement.quote!, ...found.map(({ quote }) => index.ids[quote]!)])].slice(0, MOST_PLACES);
  const speakers = new Set(found.map(({ quote }) => whose?.spoken[quote]!.speaker));
  const right = judgement.attribution === 'right';
  return { unit, attribution, judgement: { ...judgement, whole: false, places, attribution: right ? 'right' : 'none', spoke: right || speakers.size === 1 ? judgement.spoke : null } };
}

/** Parts of one quote with cuts, marked or hidden; or parts of several quotes. */
function cutOrJoined(unit: Unit, now: Case): Placed | undefined {
  const { shown, index, whose, attribution } = now;
  const text = textOf(unit, shown);
  const followed = followCuts(unit.words, shown, index);
  const apart = followed.length > 0 ? undefined : takeApart(unit.words, shown, index);
  const ways = followed.length > 0 ? followed : (apart?.followed ?? []);
  if (ways.length > 0) {
    const honest = ways.filter((way) => way.honest);
    const placed = foundIn(
      text,
      honest.length > 0 ? 'in-record' : 'altered',
      (honest.length > 0 ? honest : ways).map(({ found }) => found),
      attribution,
      index,
      whose,
    );
    const { pieces } = ways.find(({ found }) => found === placed.found)!;
    const changes = pieces.filter(({ same, cut }) => !same && !cut).map(({ said, pasted }) => ({ said, pasted }));
    return { unit, attribution, found: placed.found, judgement: { ...placed.judgement, whole: false, changes, pieces } };
  }
  if (!apart || apart.pieces[0]!.some(({ quote }) => apart.pieces.every((piece) => piece.some((found) => found.quote === quote)))) return undefined;
  const altered = findAltered(unit, shown, index);
  if (
    altered &&
    altered.changes
      .flatMap(({ said, pasted }) => [said, pasted])
      .join(' ')
      .trim()
      .split(/\s+/u).length < FEWEST_CHANGES_OF_JOINED
  )
    return undefined;
  const pieces = apart.pieces.map((piece) => foundIn(text, 'in-record', piece, attribution, index, whose).judgement);
  const speakers = [...new Set(pieces.map(({ spoke }) => spoke))].filter((speaker) => speaker !== null);
  return {
    unit,
    attribution,
    judgement: { ...(pieces.find((piece) => piece.attribution === 'wrong') ?? pieces[0]!), verdict: 'joined', whole: false, places: [...new Set(pieces.map(({ quote }) => quote!))], spoke: speakers.join(' and ') || null },
  };
}

function textOf({ words }: Unit, shown: string): string {
  const parts: string[] = [];
  for (let first = 0; first < words.length;) {
    let last = first;
    while (last + 1 < words.length && words[last + 1]!.quotation === words[first]!.quotation) last++;
    parts.push(shown.slice(words[first]!.start, words[last]!.end));
    first = last + 1;
  }
  return parts.join(' ');
}
