import { type Attribution, attributionsOf } from './attribution.ts';
import { REPORTING } from './reporting-words.ts';
import { mentionsIn } from './mentions.ts';
import { findExact, sharedWithNearest } from './placing.ts';
import type { Quotation } from './quotations.ts';
import type { QuoteIndex } from './quote-index.ts';
import type { Passage, PassageWord, Sentence } from './sentences.ts';
import type { Whose } from './whose.ts';
import { SHORTEST_EXTRACT } from '../../record/thresholds.ts';

/** What is judged together: the sentences of one quotation, or one run of sentences outside of any. */
export interface Part {
  sentences: Sentence[];
  quoted: boolean;
  attribution: Attribution | undefined;
}

/** A lead or a signature has at most so many words. */
const LONGEST_LEAD = 16;
/** Fewer words around a quotation may be in a quote by chance. */
const FEWEST_AROUND = 4;

/**
 * Tells what a passage quotes from what it tells. Quotation marks inside of a quote of the record are the quote's own.
 * Without quotation marks "Name: …", "Name said that …" and "… – Name" are read as if there were some.
 * @returns the parts to judge, in order
 */
export function narration(passage: Passage, index: QuoteIndex, whose: Whose | undefined): { shown: string; parts: Part[] } {
  const { shown } = passage;
  const inner = innerQuotations(passage.sentences, index);
  const kept = inPassingLeftOut(
    passage.quotations.flatMap((span, at) => (inner.has(at + 1) ? [] : [{ span, words: passage.sentences.flatMap(({ words }) => words.filter(({ quotation }) => quotation === at + 1)) }])),
    index,
  );
  const bare = kept.length === 0;
  const spans = bare && whose ? leadsCutOff(passage, index, whose) : kept;
  const sentences = passage.sentences.map((sentence) => ({ ...sentence, words: sentence.words.map((word) => ({ ...word, quotation: spans.findIndex(({ from, to }) => from <= word.start && word.end <= to) + 1 })) }));
  const attributions = whose ? attributionsOf(shown, spans, whose) : [];
  const own = (number: number) =>
    sentences.flatMap(({ text, words }) => {
      const inside = words.filter(({ quotation }) => quotation === number);
      return inside.length > 0 ? [{ text, words: inside }] : [];
    });
  const quoted = spans.map((_, at): Part => ({ sentences: own(at + 1), quoted: !bare, attribution: attributions[at] }));
  const rest = bare ? sentences.filter(() => spans.length === 0) : sentences.filter((_, at) => passage.sentences[at]!.words.some(({ quotation }) => inner.has(quotation)));
  const parts = [...mended(quoted, shown, index), ...(rest.length > 0 ? [{ sentences: rest, quoted: false, attribution: undefined }] : [])];
  return { shown, parts: parts.sort((a, b) => a.sentences[0]!.words[0]!.start - b.sentences[0]!.words[0]!.start) };
}

/** Quotations in sentences that are, as a whole, a quote of the record, or nearly one. */
function innerQuotations(sentences: readonly Sentence[], index: QuoteIndex): Set<number> {
  const inner = new Set<number>();
  const numbers = new Set(sentences.flatMap(({ words }) => words.map(({ quotation }) => quotation)).filter((number) => number > 0));
  for (const number of numbers) {
    const around = sentences.filter(({ words }) => words.some(({ quotation }) => quotation === number));
    const words = around.flatMap((sentence) => sentence.words);
    const outside = words.filter(({ quotation }) => quotation === 0).length;
    if (outside === 0) continue;
    const at = sentences.indexOf(around[0]!);
    const exact = [1, 2, 3].some((length) => length >= around.length && findExact({ words: sentences.slice(at, at + length).flatMap((sentence) => sentence.words), extract: true }, index).length > 0);
    if (exact || (outside >= FEWEST_AROUND && sharedWithNearest(words, index).filter(({ quotation }) => quotation === 0).length * 2 > outside)) inner.add(number);
  }
  return inner;
}

/** Words in passing, such as “change”, are told, not quoted, beside a quotation that can be judged. */
function inPassingLeftOut(quotations: readonly { span: Quotation; words: readonly PassageWord[] }[], index: QuoteIndex): Quotation[] {
  const able = quotations.filter(({ words }) => words.length > 0);
  const long = able.filter(({ words }) => words.length >= SHORTEST_EXTRACT);
  const goesOn = (a: number, b: number) => able[a] !== undefined && able[b] !== undefined && findExact({ words: [...able[a].words, ...able[b].words], extract: true }, index).length > 0;
  return able.filter((one, at) => long.length === 0 || long.includes(one) || goesOn(at - 1, at) || goesOn(at, at + 1)).map(({ span }) => span);
}

/** A quotation that its attribution parts ("We will not," she said, "build it") is one where it stands so. */
function mended(parts: readonly Part[], shown: string, index: QuoteIndex): Part[] {
  const mending: Part[] = [];
  for (const part of parts) {
    const last = mending.at(-1);
    const words = [...(last?.sentences ?? []), ...part.sentences].flatMap((sentence) => sentence.words);
    const between = last ? shown.slice(last.sentences.at(-1)!.words.at(-1)!.end, part.sentences[0]!.words[0]!.start) : '';
    const parted = last && between.length < 80 && !between.includes('\n') && (!part.attribution || part.attribution.named === last.attribution?.named) && last.quoted;
    if (parted && findExact({ words, extract: true }, index).length > 0) mending[mending.length - 1] = { ...last, sentences: [...last.sentences, ...part.sentences] };
    else mending.push(part);
  }
  return mending;
}

/** Each paragraph without its lead and its signature, where somebody is named there; nothing when nobody is. */
function leadsCutOff({ shown, sentences }: Passage, index: QuoteIndex, whose: Whose): Quotation[] {
  const paragraphs = [...shown.matchAll(/[^\n]+/gu)].filter(({ 0: text }) => /[\p{L}\p{N}]/u.test(text));
  const wordsIn = (from: number, to: number): PassageWord[] => sentences.flatMap(({ words }) => words).filter(({ start, end }) => from <= start && end <= to);
  const known = (from: number, to: number) => findExact({ words: wordsIn(from, to), extract: true }, index).length > 0;
  const names = (from: number, to: number) => attributionsOf(shown, [{ from, to }], whose)[0]?.named;
  const spans = paragraphs.flatMap(({ 0: text, index: start }, at): Quotation[] => {
    const [from, to] = [start, start + text.length];
    if (known(from, to)) return [{ from, to }];
    const words = wordsIn(from, to);
    if (paragraphs.length > 1 && words.length <= LONGEST_LEAD && (at > 0 || /:\s*$/u.test(text)) && attributionsOf(`“” — ${text}`, [{ from: 0, to: 2 }], whose)[0]?.named) return [];
    const cuts = [
      ...leadEnds(text).map((end) => ({ from: from + end, to })),
      ...signatureStarts(text).map((begin) => ({ from, to: from + begin })),
      ...namesAtEdges(text, whose).map(([begin, end]) => ({ from: from + begin, to: from + end })),
    ];
    const able = cuts.filter((cut) => wordsIn(cut.from, cut.to).length > 0 && names(cut.from, cut.to)).sort((a, b) => b.to - b.from - (a.to - a.from));
    const outside =
      (cut: Quotation) =>
      ({ start: place }: PassageWord) =>
        place < cut.from || place >= cut.to;
    const exact = able.find((one) => known(one.from, one.to));
    const shared = exact || able.length === 0 ? [] : sharedWithNearest(words, index);
    const cut = exact ?? able.find((one) => shared.filter(outside(one)).length * 2 <= words.filter(outside(one)).length);
    return [cut ?? { from, to }];
  });
  return attributionsOf(shown, spans, whose).some((attribution) => attribution !== undefined) ? spans : [];
}

/** Where a lead may end: after its colon, or its reporting verb. */
function leadEnds(text: string): number[] {
  const early = (end: number) => text.slice(0, end).split(/\s+/u).length <= LONGEST_LEAD;
  return [...text.matchAll(/:\s/gu), ...text.matchAll(REPORTING)]
    .map((match) => match.index + match[0].length)
    .map((end) => end + (/^,?\s*that\s/u.exec(text.slice(end))?.[0].length ?? 0))
    .filter(early);
}

/** Where a signature may begin: at a dash, a bracket or a comma near the end. */
function signatureStarts(text: string): number[] {
  return [...text.matchAll(/\s[–—-]+\s*|\s?[([]|,\s|[.!?]\s(?=\p{Lu})/gu)].filter(({ index }) => text.slice(index).split(/\s+/u).length <= LONGEST_LEAD).map(({ index, 0: mark }) => (/^[.!?]/u.test(mark) ? index + 1 : index));
}

/** A paragraph without a name that stands on a line of its own before or after the words: a line break is a space by now. */
function namesAtEdges(text: string, whose: Whose): [from: number, to: number][] {
  const mentions = mentionsIn(text, whose).filter(({ kind }) => kind !== 'other');
  return mentions.flatMap(({ start, end }): [number, number][] => [
    ...(start === 0 && /^\s+[\p{L}\p{N}]/u.test(text.slice(end)) ? [[end, text.length] as [number, number]] : []),
    ...(/^[\s.]*$/u.test(text.slice(end)) ? [[0, start] as [number, number]] : []),
  ]);
}
