import { HEADS, NO_NAMES, STRANGERS } from './reporting-words.ts';
import { foldName, type Person, type Whose } from './whose.ts';

/** Somebody or something named outside of quotation marks. */
export interface Mention {
  start: number;
  end: number;
  kind: 'person' | 'party' | 'role' | 'document' | 'other';
  /** Their name where it is plain who is meant, otherwise as written. */
  text: string;
  /** Did they speak the words of this quote (its number in the index)? */
  fits: (quote: number) => boolean;
  /** Are the words said to stand in a manifesto? */
  manifesto: boolean;
}

interface Token {
  start: number;
  end: number;
  folded: string;
  capital: boolean;
  possessive: boolean;
}

const TOKEN = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
/** Events and addresses that hold a title, and honours that are no name. */
const NO_MENTION = /Prime Minister['’]s Questions?|PMQs|Question Time|Leader of the House|Rt\.? Hon\.?|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:[Pp]arty )?(?:[Aa]nnual |[Ss]pring |[Aa]utumn )?[Cc]onference/gu;
const TITLE = /^(?:sir|dame|lord|lady|baroness|baron|earl|mr|mrs|ms|miss|mx|dr|prof|professor|rev|rt|hon)$/u;
const PEER = /^(?:lord|lady|baroness|baron|earl)$/u;
const FUNCTION_WORD = /^(?:of|the|for|and|a|an|to|in|on|at|his|her|its|their|our|this|that|who|as|by|from|with|then|former|new|current|senior|party|said|says|told)$/u;
const DOCUMENT = /\b(?:manifesto|contract(?: with you)?|election (?:programme|platform))\b/giu;

/**
 * Everybody and everything that a text names as a possible speaker, in order. Several names of one speaker that stand
 * together ("Labour’s home secretary, Yvette Cooper,") are one mention.
 * @param text words outside of quotation marks
 */
export function mentionsIn(text: string, whose: Whose): Mention[] {
  const plain = text.replace(NO_MENTION, (event) => ' '.repeat(event.length));
  const parties = partiesIn(plain, whose);
  const tokens = [...plain.matchAll(TOKEN)].map(({ 0: word, index }): Token => ({ start: index, end: index + word.length, folded: foldName(word), capital: /^\p{Lu}/u.test(word), possessive: /['’]s?$/u.test(word) }));
  const found: Mention[] = [];
  const free = (start: number, end: number) => ![...found, ...parties].some((other) => start < other.end && other.start < end);
  for (const mention of [...officesIn(plain, whose), ...rolesIn(tokens, plain, parties, whose), ...documentsIn(plain)]) if (free(mention.start, mention.end)) found.push(mention);
  for (const mention of peopleIn(tokens, plain, whose, free)) if (free(mention.start, mention.end)) found.push(mention);
  return together(
    [...found, ...parties].sort((a, b) => a.start - b.start),
    text,
  );
}

function partiesIn(text: string, { parties, spoken }: Whose): Mention[] {
  return parties
    .flatMap(({ id, name, pattern }) =>
      [...text.matchAll(pattern)].map((match): Mention => {
        const start = match.index + match[1]!.length;
        return { start, end: match.index + match[0].length, kind: 'party', text: name, manifesto: false, fits: (quote) => spoken[quote]!.party === id };
      }),
    )
    .filter((mention, at, all) => !all.some((other, number) => number !== at && other.start <= mention.start && mention.end <= other.end && other.end - other.start > mention.end - mention.start));
}

function documentsIn(text: string): Mention[] {
  return [...text.matchAll(DOCUMENT)].map(({ 0: name, index }) => ({ start: index, end: index + name.length, kind: 'document', text: name, manifesto: true, fits: () => true }));
}

/** An address that speaks for the prime minister. */
function officesIn(text: string, whose: Whose): Mention[] {
  return [...text.matchAll(/\b(?:Downing Street|(?:No\.?|Number) ?10)\b/gu)].map(({ 0: name, index }) => ({ start: index, end: index + name.length, kind: 'role', text: name, manifesto: false, fits: fitsRole('pm', [], whose) }));
}

const beside = (text: string, a: Token | undefined, b: Token | undefined) => a !== undefined && b !== undefined && /^\.?[ -]$/u.test(text.slice(a.end, b.start));

function rolesIn(tokens: readonly Token[], text: string, parties: readonly Mention[], whose: Whose): Mention[] {
  const ofParty = (token: Token) => parties.some(({ start, end }) => token.start < end && start < token.end);
  return tokens.flatMap((token, at): Mention[] => {
    if (!HEADS.has(token.folded) || (token.folded === 'pm' && !token.capital) || ofParty(token)) return [];
    const qualifies = (word: Token) => !ofParty(word) && (whose.roleWords.has(word.folded) || /^(?:shadow|deputy|prime|foreign|justice|education|business|culture|attorney|scottish|welsh)$/u.test(word.folded));
    let first = at;
    while (beside(text, tokens[first - 1], tokens[first]) && !HEADS.has(tokens[first - 1]!.folded) && qualifies(tokens[first - 1]!) && !/^(?:the|of|a)$/u.test(tokens[first - 1]!.folded)) first--;
    const before = tokens[at - 1];
    if (first === at && before && beside(text, before, token) && /^(?:secretary|minister|spokes|office)/u.test(token.folded) && !FUNCTION_WORD.test(before.folded) && !ofParty(before) && !before.possessive) first--;
    let last = at;
    for (let next = at + 1; beside(text, tokens[next - 1], tokens[next]) && (/^(?:of|the|for|and)$/u.test(tokens[next]!.folded) || (tokens[next]!.capital && qualifies(tokens[next]!))); next++) {
      if (/^(?:of|for)$/u.test(tokens[at + 1]!.folded) && !FUNCTION_WORD.test(tokens[next]!.folded)) last = next;
    }
    while (/^(?:and|for)$/u.test(tokens[first]!.folded)) first++;
    const words = tokens
      .slice(first, last + 1)
      .map(({ folded }) => folded)
      .filter((word) => !FUNCTION_WORD.test(word));
    const [start, end] = [tokens[first]!.start, tokens[last]!.end];
    return [{ start, end, kind: STRANGERS.has(token.folded) ? 'other' : 'role', text: text.slice(start, end), manifesto: false, fits: fitsRole(token.folded, words, whose) }];
  });
}

function fitsRole(head: string, words: readonly string[], { spoken, roles }: Whose): Mention['fits'] {
  const [shadow, deputy] = [words.includes('shadow'), words.includes('deputy')];
  const others = words.filter((word) => word !== head && !/^(?:shadow|deputy|uk|state)$/u.test(word));
  const headFits = (role: readonly string[]): boolean => {
    if (/^(?:premier|pm)$/u.test(head) || words.includes('prime')) return role.some((word, at) => word === 'prime' && (role[at - 1] === 'deputy') === deputy);
    if (head === 'chancellor') return role.includes('chancellor') && role.includes('duchy') === words.includes('duchy');
    if (head === 'minister') return role.some((word) => /^(?:minister|secretary|under-secretary|paymaster)$/u.test(word));
    if (/leader$/u.test(head)) return role.some((word, at) => /^(?:co-)?leader$/u.test(word) && (role[at - 1] === 'deputy') === deputy) || (!deputy && role.includes('prime'));
    return head === 'opposition' ? role.includes('opposition') : !/^secretary$/u.test(head) || role.includes(head);
  };
  return (quote) => {
    const { kind, capacity, speaker } = spoken[quote]!;
    if (STRANGERS.has(head)) return false;
    if (/^(?:government|ministers)$/u.test(head)) return capacity === 'government';
    if (/^(?:treasury|office|department)$/u.test(head)) return capacity === 'government' && others.every((word) => roles[quote]!.some((role) => role.includes(word)) || speaker.toLowerCase().includes(word));
    if (/^mps?$/u.test(head) && kind !== 'person') return false;
    return roles[quote]!.some(
      (role) => (/^(?:spokes|mps?$)/u.test(head) || role.includes('shadow') === shadow) && headFits(role) && others.every((word) => role.some((has) => has === word || (word.length > 5 && has.startsWith(word.slice(0, -1))))),
    );
  };
}

function peopleIn(tokens: readonly Token[], text: string, whose: Whose, free: (start: number, end: number) => boolean): Mention[] {
  const found: Mention[] = [];
  const named = (first: number, last: number, people: readonly Person[] | undefined) => {
    let from = first;
    while (beside(text, tokens[from - 1], tokens[from]) && TITLE.test(tokens[from - 1]!.folded)) from--;
    const end = tokens[last]!.end;
    const start = tokens[from]!.start - (/(?:Earl|Duke|Viscount|Lord|Lady|Baroness|Baron) of $/u.exec(text.slice(0, tokens[from]!.start))?.[0].length ?? 0);
    found.push({
      start,
      end,
      kind: people ? 'person' : 'other',
      text: people && new Set(people.map(({ speaker }) => speaker)).size === 1 ? people[0]!.speaker : text.slice(start, end).replace(/['’]s?$/u, ''),
      manifesto: false,
      fits: (quote) => people?.some(({ speaker }) => speaker === whose.spoken[quote]!.speaker) ?? false,
    });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!token.capital || !free(token.start, token.end)) continue;
    let last = at;
    while (beside(text, tokens[last], tokens[last + 1]) && !tokens[last]!.possessive && tokens[last + 1]!.capital && free(tokens[last + 1]!.start, tokens[last + 1]!.end)) last++;
    const run = tokens.slice(at, last + 1);
    const skipped = run.findIndex(({ folded, end }) => whose.surnames.has(folded) || (folded.length === 1 && text[end] === '.') || (!NO_NAMES.has(folded) && !TITLE.test(folded)));
    if (skipped !== -1) {
      const names = run.slice(skipped).map(({ folded }) => folded);
      const of = names.findIndex((name) => whose.surnames.has(name) || (whose.firstNames.has(name) && names.length === 1));
      if (of === -1) named(at + skipped, last, undefined);
      else {
        const placed = /\b(?:in|at|from|near|outside) (?:the )?$/u.test(text.slice(0, run[skipped]!.start));
        const { people, first } = personOf(names.slice(0, of + 1), placed, whose);
        const peers = run.slice(0, skipped).some(({ folded }) => PEER.test(folded)) ? people?.filter((person) => person.first === '') : [];
        named(at + skipped + first, at + skipped + of, peers?.length ? peers : people);
      }
    }
    at = last;
  }
  return found;
}

/**
 * Who bears these names, and at which of them they begin: a first name that nobody of this surname has is somebody else's.
 * @param placed do they follow "in"? Then the first may be a place.
 */
function personOf(names: readonly string[], placed: boolean, { surnames, firstNames }: Whose): { people: readonly Person[] | undefined; first: number } {
  const people = surnames.get(names.at(-1)!) ?? firstNames.get(names.at(-1)!) ?? [];
  for (const [first, name] of names.slice(0, -1).entries()) {
    const given = people.filter((person) => person.first !== '' && (person.first.startsWith(name) || name.startsWith(person.first.slice(0, 4))));
    if (given.length > 0) return { people: given, first };
  }
  const alone = names.length === 1 || placed || people.every(({ first }) => first === '');
  return { people: alone && people.length > 0 ? people : undefined, first: alone ? names.length - 1 : 0 };
}

const APPOSED = /^(?:['’]s?)?[,\s(-]*(?:(?:the|a|an|of|for|in|party|current|then|new|general|election|England|and Wales|Scotland|Britain|20\d\d|19\d\d)[\s,]+)*$/u;
const LED = /\b(?:by|to|with|from|after|unlike|for|of|on|in|at|about) (?:the )?$/iu;

/** Joins mentions between which nothing stands but a comma, an article or "of". One of two people is both. */
function together(mentions: readonly Mention[], text: string): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, mention.start) : '';
    const apposed = last && APPOSED.test(between) && last.kind !== 'other' && mention.kind !== 'other' && !(last.kind === 'person' && mention.kind === 'person');
    // "Asked by A, the B said": B is not who A is. Nor is it in "For the party A, B said".
    const led = /^,/u.test(between) && LED.test(text.slice(0, last?.start));
    const another = led && (mention.kind === 'person' || !/^\s*(?:[,.)(–—“"‘'-]|$)/u.test(text.slice(mention.end)));
    const both = last && last.kind === 'person' && mention.kind === 'person' && /^ and $/u.test(between);
    if (last && ((apposed && !another) || both)) joined[joined.length - 1] = merged(last, mention, text, both ?? false);
    else joined.push(mention);
  }
  return joined;
}

function merged(a: Mention, b: Mention, text: string, either: boolean): Mention {
  const person = [a, b].find(({ kind }) => kind === 'person');
  const fits = either ? (quote: number) => a.fits(quote) || b.fits(quote) : person ? person.fits : (quote: number) => a.fits(quote) && b.fits(quote);
  const kind = person ? 'person' : [a, b].some((one) => one.kind === 'document') ? 'document' : a.kind === 'role' || b.kind === 'role' ? 'role' : 'party';
  return { start: a.start, end: b.end, kind, manifesto: a.manifesto || b.manifesto, text: person && !either ? person.text : text.slice(a.start, b.end).replace(/['’]s?$/u, ''), fits };
}
