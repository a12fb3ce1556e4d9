import { type Attributed, inOneLine } from './read.ts';

/** Who keeps order, and those who are many: their words are no party’s. */
const CHAIR =
  /^(?:the |madam |mr |mrs |ms |first |second |principal |temporary |senior |acting )*(?:deputy )?(?:lord )?(?:speaker|chair(?:man|woman|person)?s?\b|convenor|clerk)(?!.*\bcommittee of selection\b)|\b(?:members|lords|peers)$|^(?:a|an|several|some) /iu;
/** “Deputy Chairman of Committees (Lord A) (Lab)” and “The Deputy Speaker (Baroness B)”. */
const PRESIDES = /\b(?:deputy )?(?:lord )?speaker\b|\bchair(?:man|woman)? of committees\b/iu;
const PARTY_MARK = /^(?:[A-Z][A-Za-z]{0,8}(?:\/[A-Z][A-Za-z-]{1,8})?|Your Party|Non-Afl)$/u;
const OFFICE =
  /^(?:The|Her Majesty[’']s|His Majesty[’']s|Lord Privy Seal|Leader|Minister|Secretary|Parliamentary|Chancellor|Attorney|Solicitor|Advocate|Captain|Prime|Lords? (?:Commissioner|Spokes)|Vice-Chamberlain|Comptroller|Treasurer|President|Second Church|Chief)\b/u;
const TITLED = /^The (?:Earl|Viscount|Viscountess|Duke|Marquess|Countess|Baroness|Lady|Lord)\b(?! (?:Privy|Chancellor|President|Advocate|Bishop|Archbishop))/u;
const NAME = /^(?:(?:Sir|Dame|Dr|Mr|Mrs|Ms|Miss|Lord|Lady|Baroness|Viscount|Viscountess|Earl|Countess|Duke|Marquess|The (?:Lord|Earl|Viscount|Duke|Marquess|Countess|Baroness|Lady))\s)?\p{Lu}/u;

/**
 * Reads an attribution line of Hansard: “A B (C) (Con)”, “The Minister for C (A B)”, “Lord A (Lab)”, “A B”.
 * @param line as printed
 * @returns undefined where it names nobody who speaks for themselves or a party: the Speaker, the Chair, “Hon. Members”
 */
export function readAttribution(line: string): Attributed | undefined {
  const plain = inOneLine(line).replace(/[:—–-]\s*$/u, '');
  const head = plain.replace(/\s*\(.*$/u, '');
  if (plain === '' || CHAIR.test(head) || PRESIDES.test(head)) return undefined;
  const brackets = bracketsOf(plain);
  const last = brackets.at(-1);
  const mark =
    last !== undefined && PARTY_MARK.test(last) && (brackets.length > 1 || /^(?:Lord|Lady|Baroness|Viscount|Earl|Countess|Duke|Marquess|The (?:Lord|Earl|Viscount|Duke|Marquess|Countess)\b)/u.test(head) || KNOWN_ALONE.test(last))
      ? last
      : undefined;
  const rest = mark === undefined ? brackets : brackets.slice(0, -1);
  const marked = mark === undefined ? {} : { mark };
  const [inner] = rest;
  if (OFFICE.test(head) && !TITLED.test(head) && inner === undefined) return undefined;
  if (inner !== undefined && OFFICE.test(head)) return NAME.test(inner) ? { name: inner, office: head.replace(/^The /u, ''), ...marked } : undefined;
  return { name: head, ...(inner === undefined ? {} : { constituency: inner }), ...marked };
}

const KNOWN_ALONE = /^(?:Con|Lab|LD|SNP|Ind|Green|Reform|DUP|PC|CB|Non-Afl|Alliance|UUP|SDLP|TUV|Lab\/Co-op)$/u;

/** What stands in brackets, outermost. */
function bracketsOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(' && depth++ === 0) from = at + 1;
    if (sign === ')' && depth > 0 && --depth === 0) found.push([...text].slice(from, at).join('').trim());
  }
  return found;
}
