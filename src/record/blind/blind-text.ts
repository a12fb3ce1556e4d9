import type { Quote } from '../record.ts';
import { findNames, type FoundName, type NameForm } from '../party-names.ts';
import { FEWEST_WORDS_UNMASKED } from '../thresholds.ts';
import { wordCount } from '../words.ts';

/** The only words that stand in for what is hidden; they are ours, in square brackets, as an insertion in a quote is. */
export const MASKS = {
  own: '[our party]',
  other: '[another party]',
  others: '[other parties]',
  leader: '[our leader]',
  colleague: '[our colleague]',
  colleagues: '[our colleagues]',
  politician: '[another politician]',
  slogan: '[our slogan]',
  role: '[my role]',
  seat: '[my seat]',
} as const;

/** A stretch of the text that a mask replaces. */
interface Cover {
  start: number;
  end: number;
  mask: string;
}

type Blindable = Pick<Quote, 'text' | 'capacity' | 'role'> & { party: { id: string } };

const OFFICE =
  '(?:Deputy )?Prime Minister|(?:Home|Foreign|Health|Defence|Education|Energy|Justice|Business|Transport|Environment) Secretary|Chancellor(?: of the Exchequer| of the Duchy of Lancaster)?|Secretary of State(?: for [A-Z][A-Za-z, ]+?(?=[,.;]| (?:has|have|is|was|will|and)\\b|$))?|Paymaster General|First Secretary of State';
const SEAT = String.raw`[A-Z][\p{L}’'-]*(?:(?:,| and| of| upon| in| the)* [A-Z][\p{L}’'-]*)*`;

/**
 * Words that place a speaker without naming anyone, and what they become. A minister's "this Government" is the
 * minister's party; said by others it stays, because most parties say it and it tells only what they want of it.
 */
const GIVEAWAYS: readonly { when: 'always' | 'government' | 'not-government'; pattern: RegExp; mask: string }[] = [
  { when: 'always', pattern: new RegExp(String.raw`(?<=\b[Aa]s )(?:(?:${OFFICE})|(?:the )?(?:${OFFICE})(?=, I\b))`, 'gu'), mask: MASKS.role },
  { when: 'always', pattern: /\b[Tt]he (?:two|2) (?:biggest|main|largest|old|big) parties\b/gu, mask: MASKS.others },
  { when: 'always', pattern: new RegExp(String.raw`\b[Mm]y (?:right )?(?:hon\.|honourable)(?: and learned)? Friends?(?:,? the Members? for ${SEAT})?(?: \([^)]*\))?`, 'gu'), mask: MASKS.colleague },
  { when: 'always', pattern: new RegExp(String.raw`\b[Tt]he (?:right )?(?:hon\.|honourable)(?: and learned)? (?:Member|Gentleman|Lady)(?: for ${SEAT})?(?: \([^)]*\))?`, 'gu'), mask: MASKS.politician },
  { when: 'not-government', pattern: /\b(?:[Tt]he|[Mm]y|[Oo]ur) [Ss]hadow [Cc]abinet\b/gu, mask: MASKS.colleagues },
  { when: 'government', pattern: /\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:UK )?Government\b(?!s)/gu, mask: MASKS.own },
  { when: 'government', pattern: /\b(?:[Tt]he|[Oo]ur) (?:previous|last) (?:[Gg]overnment|[Aa]dministration)\b/gu, mask: MASKS.other },
  { when: 'government', pattern: /\b(?:[Tt]he|[Oo]ur) [Pp]rime [Mm]inister\b/gu, mask: MASKS.leader },
  { when: 'government', pattern: new RegExp(String.raw`\b(?:(?:[Tt]he|[Oo]ur) )?(?:${OFFICE}|home secretary|foreign secretary)\b`, 'gu'), mask: MASKS.colleague },
];

/** Who speaks of their own time in office is known by that, whatever is masked. */
const TELLTALE = /\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:own )?[Aa]dministration\b|\bwhen (?:I|we) (?:was|were) (?:in (?:office|No\.? ?10)|(?:the )?(?:Prime Minister|Home Secretary|Chancellor))/u;

/** A party's own government of a nation or city is known by the place. */
const TELLTALE_AROUND_MASK = /\[our party\] in government in \p{Lu}|\b(?:Welsh|Scottish|London) \[our party\]/u;

/** Nouns that a party's name stands before: "the Example Party conference" becomes "[our party]’s conference". */
const NOUN_AFTER = /^ (?:conference|manifesto|group|colleagues|members|benches|front ?bench|leader|leadership|council|councils|plan|policy|record)\b/u;

/**
 * A quote's words as blind mode shows them: every name of a party, of its people and its slogans masked, and every word
 * that places the speaker in or against the government of the day as theirs. A mention of another party is masked too,
 * because it tells which party is not speaking. The policies themselves stay: they are what the reader judges.
 * @param quote the quote
 * @param forms what `nameForms` gave for every party and speaker of the record
 * @returns the text, or undefined when the quote is left out of blind mode: masking would leave too little, or not enough
 */
export function blindText(quote: Blindable, forms: readonly NameForm[]): string | undefined {
  const known = masked.get(forms) ?? new WeakMap<Blindable, { text: string | undefined }>();
  masked.set(forms, known);
  const result = known.get(quote) ?? { text: mask(quote, forms) };
  known.set(quote, result);
  return result.text;
}

/** Blind mode, the lesson packs and the quiz ask for the same quotes. */
const masked = new WeakMap<readonly NameForm[], WeakMap<Blindable, { text: string | undefined }>>();

function mask(quote: Blindable, forms: readonly NameForm[]): string | undefined {
  const { text } = quote;
  if (TELLTALE.test(text)) return undefined;
  const covers = [...giveaways(quote), ...findNames(text, forms).flatMap((name) => coverOf(name, quote))].sort((a, b) => a.start - b.start || b.end - a.end);
  let blind = '';
  let from = 0;
  for (const { start, end, mask } of covers) {
    if (start < from) continue;
    blind += text.slice(from, start) + mask;
    from = end;
  }
  blind = (blind + text.slice(from)).replace(/\[(\[[^[\]]*\])\]/gu, '$1');
  const nested = /\[[^\]]*\[/u.test(blind);
  return nested || TELLTALE_AROUND_MASK.test(blind) || wordCount(blind) < Math.min(FEWEST_WORDS_UNMASKED, wordCount(text)) ? undefined : blind;
}

function giveaways({ text, capacity, role }: Blindable): Cover[] {
  const seat = new RegExp(String.raw`\bMP for (${SEAT})`, 'u').exec(role)?.[1];
  const rules = GIVEAWAYS.filter(({ when }) => when === 'always' || (when === 'government') === (capacity === 'government'));
  const all = [...rules, ...(seat ? [{ pattern: new RegExp(String.raw`(?<![\p{L}])${seat}(?![\p{L}])`, 'gu'), mask: MASKS.seat }] : [])];
  return all.flatMap(({ pattern, mask }) => [...text.matchAll(pattern)].map((match): Cover => ({ start: match.index, end: match.index + match[0].length, mask })));
}

/** What a name's mask covers: the name with its article, "Party", and "Government" where the party is the one in it. */
function coverOf({ kind, party, start, end }: FoundName, { text, party: speaking }: Blindable): Cover[] {
  const own = party === speaking.id;
  // What another party says about a slogan does not tell who is speaking.
  if (kind === 'slogan') return own ? [{ start: start - (/\b(?:[Oo]ur|[Mm]y) $/u.exec(text.slice(0, start))?.[0].length ?? 0), end, mask: MASKS.slogan }] : [];
  const mask = kind === 'party' ? (own ? MASKS.own : MASKS.other) : !own ? MASKS.politician : kind === 'leader' ? MASKS.leader : MASKS.colleague;
  const possessive = /^['’](?:s\b|(?=\s\p{L}))/u;
  const withParty = kind === 'party' ? end + (/^ [Pp]arty\b/u.exec(text.slice(end))?.[0].length ?? 0) : end;
  const article = kind === 'party' ? /\b(?:[Tt]he|[Tt]his) $/u.exec(text.slice(0, start)) : null;
  const government = article ? (/^ [Gg]overnment\b/u.exec(text.slice(withParty))?.[0].length ?? 0) : 0;
  const from = article && (government > 0 || /^[Tt]he/u.test(article[0])) ? start - article[0].length : start;
  const to = withParty + government;
  const owns = possessive.exec(text.slice(to))?.[0];
  if (owns !== undefined) return [{ start: from, end: to + owns.length, mask: `${mask}’s` }];
  return [{ start: from, end: to, mask: from < start && NOUN_AFTER.test(text.slice(to)) ? `${mask}’s` : mask }];
}
