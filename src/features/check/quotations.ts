/** A quotation of a passage: places of its marks, both included. */
export interface Quotation {
  from: number;
  to: number;
}

/** Marks that are written for the usual ones, each as long as what it stands for. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/[❝〝「『]/gu, '“'],
  [/[❞〞」』]/gu, '”'],
  [/[＂]/gu, '"'],
  [/[‹‚]/gu, '‘'],
  [/[›´]/gu, '’'],
  [/(^|[\s([—–:])(?:''|``)(?=\S)/gmu, '$1 "'],
  [/''/gu, '" '],
  [/`/gu, '‘'],
];
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': "’'", "'": "'’" };
const BEFORE_STRAIGHT = /^$|[\s([—–:/“‘"'-]/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The outermost quotations of a text, in order. A quotation that opens every paragraph and closes only the last is one;
 * one that is never closed ends with its paragraph. Apostrophes are told from single marks by what stands around them.
 * @param text any text
 */
export function quotationsIn(text: string): Quotation[] {
  const plain = WRITTEN.reduce((written, [pattern, mark]) => written.replace(pattern, mark), text);
  const found: Quotation[] = [];
  for (let at = 0; at < plain.length; at++) {
    const mark = plain[at]!;
    if (CLOSING[mark] === undefined || !opens(plain, at)) continue;
    const to = endOf(plain, at, mark);
    if (to === undefined) continue;
    found.push({ from: at, to });
    at = to - 1;
  }
  return found;
}

function opens(text: string, at: number): boolean {
  const straight = text[at] === '"' || text[at] === "'";
  return /\S/u.test(text[at + 1] ?? ' ') && (!straight || BEFORE_STRAIGHT.test(text[at - 1] ?? ''));
}

function endOf(text: string, from: number, mark: string): number | undefined {
  const end = paragraphEnd(text, from);
  const close = mark === '‘' || mark === "'" ? singleClose(text, from, end, mark) : doubleClose(text, from, end, mark);
  if (close !== undefined) return close + 1;
  if (mark === '‘' || mark === "'") return undefined;
  const next = /^\s*/u.exec(text.slice(end))![0].length + end;
  return text[next] === mark ? endOf(text, next, mark) : end;
}

function paragraphEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The mark that closes it and nothing inside; the last one where more are opened than closed. */
function doubleClose(text: string, from: number, end: number, mark: string): number | undefined {
  let depth = 0;
  let last: number | undefined;
  for (let at = from + 1; at < end; at++) {
    if (mark === '“' && text[at] === '“') depth++;
    else if (CLOSING[mark]!.includes(text[at]!)) {
      last = at;
      if (depth-- === 0) return at;
    }
  }
  return last;
}

/** The first mark after which no letter follows, and that closes nothing inside; a plural's apostrophe ("the parties’ plans") before a later mark is none. */
function singleClose(text: string, from: number, end: number, mark: string): number | undefined {
  const closes = (at: number) => CLOSING[mark]!.includes(text[at]!) && /\S/u.test(text[at - 1]!) && !LETTER.test(text[at + 1] ?? '');
  const inside = (at: number) => /[‘']/u.test(text[at]!) && BEFORE_STRAIGHT.test(text[at - 1]!) && LETTER.test(text[at + 1] ?? '');
  const places = Array.from({ length: Math.max(0, end - from - 2) }, (_, offset) => from + 2 + offset).filter((at) => inside(at) || closes(at));
  let depth = 0;
  for (const [number, at] of places.entries()) {
    const later = places[number + 1];
    const plural = /s/iu.test(text[at - 1]!) && /^\s[\p{L}(]/u.test(text.slice(at + 1, at + 3)) && later !== undefined && !inside(later);
    if (inside(at)) depth++;
    else if (depth > 0) depth--;
    else if (!plural) return at;
  }
  return places.find((at) => !inside(at));
}
