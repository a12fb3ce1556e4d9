import { z } from 'astro/zod';
import type { Related } from './fields.ts';

/**
 * Characters that a reader cannot see but that change how text is read or ordered: C0/C1 controls, zero-width
 * marks, line and paragraph separators, byte-order marks, tag characters and the bidirectional controls of
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing.
 */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** Anything a browser could take for a tag or a comment: quotes and our own words are plain text. */
const MARKUP = /<[a-z!/?]/iu;

/** What neither our face nor those that stand in for it have: all but Latin letters, punctuation, currencies, arrows and signs. A reader would see boxes. */
const NO_FACE = /[^\n\r\t -~\u00a0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u205e\u20a0-\u20c0\u2100-\u22ff]/u;

const LONGEST_TEXT = 4000;

/** Plain text, trimmed, at most `max` characters, without markup or unseen characters. */
export function plainText(max: number = LONGEST_TEXT) {
  return z
    .string()
    .min(1, 'is empty')
    .max(max, `is longer than ${max} characters`)
    .refine((text) => text === text.trim(), 'starts or ends with a space or a line break')
    .refine((text) => !UNSEEN.test(text), 'holds a control, zero-width or bidirectional-override character')
    .refine((text) => !MARKUP.test(text), 'holds HTML or a script; only plain text is allowed here')
    .refine((text) => UNSEEN.test(text) || !NO_FACE.test(text), { error: ({ input }) => `holds “${NO_FACE.exec(String(input))?.[0]}”, a character that no face of the pages has` });
}

/** Our own words: plain text of at most `words` words. */
export function ownWords(words: number) {
  return plainText()
    .refine((text) => text.split(/\s+/u).length <= words, `has more than ${words} words`)
    .meta({ words });
}

/** A word or words as `formSource` reads them: `abolish*` with any ending, `levy` alone. */
export const wordForm = plainText(60).refine((form) => !form.slice(0, -1).includes('*'), 'has a * before its end');

/** A kebab-case id; it is also a folder or file name and part of a URL. */
export const id = z
  .string()
  .max(120, 'is longer than 120 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'is not an id: use lower-case letters, digits and single hyphens');

/**
 * The id of an entry of a collection.
 * @param relation the collection
 */
export function idOf(relation: Related) {
  return id.meta({ relation, description: `Id in ${relation}.`, ...(relation === 'quotes' ? {} : { hint: `The name of its file in content/${relation}/.` }) });
}

/** Other alphabets have letters that look like ours, and `https://bbc.co.uk@evil.example/` leads to the second host. */
const MISLEADING_HOST = /^https?:\/\/[^/?#]*(?:@|[^\u0021-\u007e])/iu;

/** An http or https address that a reader can open. */
export const webAddress = z
  .url({ protocol: /^https?$/u, hostname: z.regexes.domain, error: 'is not an http(s) address' })
  .refine((url) => !UNSEEN.test(url) && !/\s/u.test(url), 'holds a space or an unseen character')
  .refine((url) => !MISLEADING_HOST.test(url), 'has a host with a user name or with letters beyond a to z: write such a host as browsers show it, with xn--');
