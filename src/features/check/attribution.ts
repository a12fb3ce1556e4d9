import { claimsIn, type DateClaim } from './date-claims.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import type { Quotation } from './quotations.ts';
import { DENIED, OBJECT, PRONOUN, REPORTING, SPEAKER } from './reporting-words.ts';
import type { Whose } from './whose.ts';

/** What a passage says about where the words of one quotation come from. */
export interface Attribution {
  /** Who was named, as written; empty when only a date was. */
  named: string;
  fits: Mention['fits'];
  manifesto: boolean;
  dates: readonly DateClaim[];
}

/** Narration on one side of a quotation, with who is named in it. */
interface Side {
  text: string;
  mentions: readonly Mention[];
}

const PARTICIPLE = /ing$/u;
const IN_IT = /\b(?:in|from)\s+(?:(?:the|its|their|his|her|party|election|general|(?:19|20)\d\d)\s+)*$/iu;
/** What may follow the name in a signature: a role, a place, a date. */
const SIGNATURE = /^(?:[\s,.()–—-]|\p{Lu}[\p{L}’']*|\d+|of|the|for|and|in)*$/u;
const SENTENCE = /[.!?]["'”’)]*\s+(?=[\p{Lu}“"‘'\d]|$)/gu;
const ABBREVIATED = /(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Rt|Hon|St|No|\p{Lu})\.\s+$/u;
/** What follows has a subject of its own. */
const CLAUSE = /[,;]\s+(?:but|while|whereas|and|yet|as|so)\s|\s(?:as|while|but)\s(?=\p{Lu})/gu;
const BREAK = /;|\s(?:while|whereas|but|and)\s(?=[^,]*$)|\b(?:while|whereas|but)\b/u;

/**
 * Who is said to have spoken each quotation of a passage: read before and after it, from the sentence before only where
 * a pronoun plainly points there, or carried on from the quotation before it in the same paragraph.
 * @param shown the passage
 * @param quotations in order
 * @returns one a quotation; undefined where nobody is named
 */
export function attributionsOf(shown: string, quotations: readonly Quotation[], whose: Whose): (Attribution | undefined)[] {
  const sideOf = (text: string): Side => ({ text, mentions: mentionsIn(text, whose) });
  const read: (Attribution | undefined)[] = [];
  for (const [at, { from, to }] of quotations.entries()) {
    const gap = shown.slice(quotations[at - 1]?.to ?? 0, from);
    const following = shown.slice(to, quotations[at + 1]?.from ?? shown.length);
    const lead = leadOf(gap);
    const [before, after] = [sideOf(lead), sideOf(tailOf(following, /[.!?]["'”’]?$/u.test(shown.slice(from, to).slice(0, -1)), at + 1 < quotations.length))];
    const told = narrated(shown, quotations, from - lead.length);
    const pointed = (side: Side, kind: 'person' | 'any') => plainly(sideOf(told), side, read[at - 1], kind);
    const first = subjectBefore(before, pointed);
    // "In the manifesto," and whose it is on the other side.
    const who = (first !== 'nobody' && first?.kind === 'document' && !first.text.includes(' ') ? subjectAfter(after, pointed) : undefined) ?? first ?? subjectAfter(after, pointed) ?? mainName(before);
    const owner =
      who !== 'nobody' && who?.kind === 'role' && /\b(?:its|their) (?:\p{Ll}+ )*(?:leader|spokes|manifesto)/u.test(`${before.text} ${after.text}`)
        ? [...sideOf(told).mentions, ...before.mentions].filter(({ kind }) => kind === 'party').at(-1)
        : undefined;
    const denied = DENIED.test(lead) || DENIED.test(after.text);
    const source =
      who === 'nobody' || denied
        ? undefined
        : ((who && { named: who.text, fits: (quote: number) => who.fits(quote) && (owner?.fits(quote) ?? true), manifesto: who.manifesto, dates: [] }) ?? carriedOn(sideOf(gap), before, after, read[at - 1], sideOf(told)));
    const dates = claimsIn(`${before.text} ${after.text}`);
    const manifesto = source?.manifesto === true || [before, after].some(({ text, mentions }) => mentions.some((one) => one.manifesto && (one === first || IN_IT.test(text.slice(0, one.start)))));
    read.push(denied || (!source && dates.length === 0 && !manifesto) ? undefined : { named: source?.named ?? '', fits: source?.fits ?? (() => true), manifesto, dates: dates.length > 0 ? dates : (source?.dates ?? []) });
  }
  return read;
}

/** Who goes on speaking where nobody is named beside a quotation: who spoke the one before, or the one who was just told of. */
function carriedOn(gap: Side, before: Side, after: Side, last: Attribution | undefined, told: Side): Attribution | undefined {
  const unnamed = [before, after].some(({ text, mentions }) => mentions.length === 0 && text.search(REPORTING) !== -1);
  if (unnamed) return undefined;
  if (last && (gap.text.trim() === '' || (!gap.text.includes('\n') && gap.mentions.every(({ text }) => text === last.named)))) return last;
  const there = before.mentions.length > 0 || after.mentions.length > 0 ? [] : told.mentions.slice(told.mentions.findIndex(({ start }) => start >= lastSentence(told.text.trimEnd())));
  const [only] = there;
  const subject = only && there.length === 1 && only.start >= lastSentence(told.text.trimEnd()) && speaks(told, only) && !/^['’]/u.test(told.text.slice(only.end)) && !/['’]s?$/u.test(told.text.slice(only.start, only.end));
  return subject ? { named: only.text, fits: only.fits, manifesto: only.manifesto, dates: [] } : undefined;
}

/** The sentence that leads to a quotation; a paragraph of its own when it ends in a colon. */
function leadOf(gap: string): string {
  const line = gap.slice(gap.lastIndexOf('\n') + 1);
  const own = line.trim() !== '' ? line : /(?:^|\n)([^\n]*:)\s*$/u.exec(gap)?.[0] !== undefined ? gap.slice(gap.trimEnd().lastIndexOf('\n') + 1) : '';
  return own.slice(lastSentence(own));
}

function lastSentence(text: string): number {
  const ends = [...text.matchAll(SENTENCE)].filter((match) => !ABBREVIATED.test(text.slice(0, match.index + match[0].length)));
  return ends.length === 0 ? 0 : ends.at(-1)!.index + ends.at(-1)![0].length;
}

/** What follows a quotation in its sentence, or as a signature in the next line. */
function tailOf(following: string, ended: boolean, more: boolean): string {
  const [line = '', ...rest] = following.split('\n');
  const next = rest.find((other) => other.trim() !== '') ?? '';
  if (line.trim() === '') return /^\s*[–—(-]/u.test(next) || (next.split(/\s+/u).length <= 9 && !/[.:]\s*$/u.test(next)) ? `— ${next.trim()}` : '';
  const end = [...line.matchAll(SENTENCE)].find((match) => match.index > 0 && !ABBREVIATED.test(line.slice(0, match.index + match[0].length)));
  const sentence = line.slice(0, end?.index ?? line.length);
  if (/^[.!?]/u.test(line)) return /^[.!?]+\s*[–—(-]/u.test(line) || (!more && line.split(/\s+/u).length <= 6) ? line.replace(/^[.!?]+\s*/u, '— ').slice(0, 120) : '';
  // “A.” Somebody said later: “B.” leads to the next quotation.
  if (ended && /^\s+\p{Lu}/u.test(line) && (more ? end === undefined : sentence.length > 90)) return '';
  const broken = more && end === undefined ? BREAK.exec(sentence) : null;
  return broken ? sentence.slice(0, broken.index) : sentence;
}

/** What is told before a place, without quotations. */
function narrated(shown: string, quotations: readonly Quotation[], end: number): string {
  let text = shown.slice(0, Math.max(0, end));
  for (const { from, to } of quotations) if (from < end) text = text.slice(0, from) + ' '.repeat(Math.min(to, end) - from) + text.slice(Math.min(to, end));
  return text;
}

type Pointed = (side: Side, kind: 'person' | 'any') => Mention | 'nobody' | undefined;

/** Told of somebody in passing: "A, who followed B, said". */
const RELATIVE = /,\s+(?:who|whom|whose|which)\b[^,]*$/iu;

const speaks = ({ text }: Side, { start, kind }: Mention) => !(RELATIVE.test(text.slice(0, start)) && /^[^,]*,/u.test(text.slice(start))) && (!OBJECT.test(text.slice(0, start)) || (kind !== 'other' && SPEAKER.test(text.slice(0, start))));

/** The subject of the last reporting verb before the quotation, or who is named before a colon. */
function subjectBefore(side: Side, pointed: Pointed): Mention | 'nobody' | undefined {
  const { text, mentions } = side;
  if (!/\p{L}/u.test(text)) return undefined;
  const according = mentions.filter(({ start, end }) => /\b(?:according to|words of|quot(?:ing|e from)|from)\s+(?:the\s+)?$/iu.test(text.slice(0, start)) && text.slice(end).search(REPORTING) === -1).at(-1);
  if (according) return according;
  for (const verb of [...text.matchAll(REPORTING)].reverse()) {
    const able = mentions.filter((mention) => mention.end <= verb.index && speaks(side, mention));
    const pronoun = [...text.slice(0, verb.index).matchAll(PRONOUN)].at(-1);
    const nearest = able.at(-1);
    if (pronoun && pronoun.index >= (nearest?.end ?? 0) && /^\s*(?:\p{Ll}+ly\s+|(?:also|has|have|had|then|later)\s+)*$/u.test(text.slice(pronoun.index + pronoun[0].length, verb.index))) {
      return able.length > 0 ? (sole(able, /^(?:he|she)$/iu.test(pronoun[0])) ?? 'nobody') : pointed(side, /^(?:he|she)$/iu.test(pronoun[0]) ? 'person' : 'any');
    }
    if (!nearest) continue;
    const between = text.slice(nearest.end, verb.index);
    const known = able.filter(({ kind }) => kind !== 'other');
    const first = known.find(({ kind }) => kind === 'person') ?? known[0];
    if ((PARTICIPLE.test(verb[0]) || /\b(?:and|but|to)\b/u.test(between)) && first && first !== nearest && !/^\s*$/u.test(between)) return first;
    return nearest.kind === 'other' && !/^(?:[\s,]|\b\p{Ll}+ly\b|\b(?:has|have|had|also)\b)*$/u.test(between) && first ? first : nearest;
  }
  return /:\s*$/u.test(text) ? mainName(side) : undefined;
}

/** Who is named first without a preposition before them. */
function mainName(side: Side): Mention | undefined {
  if ([...side.text.matchAll(REPORTING)].some(({ index }) => side.mentions.every(({ start }) => start > index)) && !/:\s*$/u.test(side.text)) return undefined;
  const able = side.mentions.filter((mention) => speaks(side, mention));
  const clause = [...side.text.matchAll(CLAUSE)].at(-1)?.index ?? 0;
  const last = able.filter(({ start }) => start > clause);
  return [...last, ...able].find(({ kind }) => kind !== 'other') ?? able[0];
}

function subjectAfter(side: Side, pointed: Pointed): Mention | 'nobody' | undefined {
  const { text, mentions } = side;
  const verb = [...text.matchAll(REPORTING)][0];
  const able = mentions.filter((mention) => speaks(side, mention));
  const [first] = able;
  const pronoun = [...text.matchAll(PRONOUN)][0];
  if (verb && pronoun && pronoun.index < (first?.start ?? Infinity) && Math.abs(pronoun.index - verb.index) < 24 && /^[\s,.–—-]*(?:as |which )?$/u.test(text.slice(0, Math.min(pronoun.index, verb.index))))
    return pointed(side, /^(?:he|she)$/iu.test(pronoun[0]) ? 'person' : 'any');
  if (!first) return undefined;
  const by = able.find(({ start }) => /\b(?:by|according to|words of)\s+(?:the\s+)?$/iu.test(text.slice(0, start)));
  if (by && !(verb && first.end <= verb.index)) return by;
  if (verb) return verb.index < first.start || text.slice(first.end, verb.index).length < 90 ? first : undefined;
  const lead = text.slice(0, first.start).trim();
  const signed = lead === '' && SIGNATURE.test(text.slice(first.end)) && (first.kind !== 'other' || first.text.includes(' '));
  return signed || /^[\s,.]*[–—:([-]/u.test(text) || (/^,/u.test(text) && lead.split(/\s+/u).length <= 3) || /\b(?:is|was|are|were|comes?|came|from|not)\b/u.test(lead) ? first : undefined;
}

function sole(mentions: readonly Mention[], person: boolean): Mention | undefined {
  const able = mentions.filter(({ kind }) => (person ? kind !== 'party' && kind !== 'document' : kind !== 'person'));
  const speakers = able.filter(({ kind }) => kind !== 'document');
  const [one] = speakers.length > 0 ? speakers : able;
  const manifesto = able.some((mention) => mention.manifesto);
  return one && new Set((speakers.length > 0 ? speakers : able).map(({ text }) => text)).size === 1 ? { ...one, manifesto } : undefined;
}

/** To whom "he" or "it" points: the only one named in the sentence before, else who spoke the quotation before. */
function plainly(told: Side, side: Side, spoke: Attribution | undefined, kind: 'person' | 'any'): Mention | 'nobody' | undefined {
  const from = lastSentence(told.text.trimEnd());
  const there = told.mentions.filter((mention) => mention.start >= from && speaks(told, mention));
  if (there.length > 0) return sole(there, kind === 'person') ?? 'nobody';
  return spoke && side ? { start: 0, end: 0, kind: 'other', text: spoke.named, fits: spoke.fits, manifesto: spoke.manifesto } : 'nobody';
}
