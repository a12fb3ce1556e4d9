import fs from 'node:fs/promises';
import { readArticle } from './article.ts';
import { fetchSource } from './fetch.ts';
import { readHansardJson } from './hansard-json.ts';
import { readParlParse } from './parlparse.ts';
import { readPdf } from './pdf.ts';
import { type Given, inOneLine, type ReadSource, unreadable } from './read.ts';

/** A manifesto as a PDF with pictures has about 20 MB. */
export const LARGEST_SOURCE = 32 * 1024 * 1024;
/** A manifesto's words have about 200 kB; anything much longer is not one source's text. */
const LARGEST_TEXT = 3 * 1024 * 1024;

/** What other kinds of file begin with. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^PK[\u0003\u0005\u0007]/u, 'is a ZIP archive, as DOCX and ODT files are'],
  [/^\u001f\u008b/u, 'is packed with gzip'],
  [/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF)/u, 'is a picture'],
  [/^\u00d0\u00cf\u0011\u00e0/u, 'is an old Word document'],
];

/** Reads a source from a file or an address. */
export async function readSource(place: string): Promise<ReadSource> {
  return readGiven(/^[a-z][a-z\d+.-]*:\/\//iu.test(place) ? await fetchSource(place) : await fileGiven(place));
}

async function fileGiven(name: string): Promise<Given> {
  const missing = () => unreadable(name, 'there is no such file, or it cannot be read', 'check the path');
  const { size } = await fs.stat(name).catch(missing);
  if (size > LARGEST_SOURCE) unreadable(name, `has ${size} bytes; the limit is ${LARGEST_SOURCE}`, 'give only this source');
  return { name, bytes: await fs.readFile(name).catch(missing) };
}

/**
 * Reads a source by what its bytes are; its name and type must not say something else.
 * @throws CommandError with one message where it cannot be read
 */
export async function readGiven(given: Given): Promise<ReadSource> {
  const { name, bytes, type = '' } = given;
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const foreign = FOREIGN.find(([pattern]) => pattern.test(start));
  if (foreign) unreadable(name, foreign[1], 'save the page as HTML or PDF, or its words as plain UTF-8 text');
  const isPdf = /^\s*%PDF-/u.test(start);
  const saysPdf = /\.pdf$/iu.test(name) || /\/pdf\b/iu.test(type);
  if (isPdf !== saysPdf && (isPdf ? /\.(?:html?|txt|json|xml)$/iu.test(name) : true)) unreadable(name, isPdf ? 'is a PDF under another name' : 'is called a PDF but is none', 'give it the name of what it is, and look at it first');
  if (isPdf) return checked(given, await readPdf(given));
  const text = decoded(given);
  if (text.trim() === '') unreadable(name, 'is empty', 'save the words of the source in it');
  const opening = text.trimStart().slice(0, 2000);
  if (/\.json$/iu.test(name) || /\bjson\b/iu.test(type) || /^[[{]\s*["{[\]}]/u.test(opening)) return checked(given, readHansardJson(given, parsedJson(name, text)));
  if (/^(?:<\?xml|<publicwhip|<!DOCTYPE publicwhip)/iu.test(opening) && !/<html\b/iu.test(opening)) return checked(given, readParlParse(given, text));
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|meta|title|script|p)\b/iu.test(opening) || /\.html?$/iu.test(name) || /\/html\b/iu.test(type)) return checked(given, readArticle(given, text));
  return checked(given, readPlainText(given, text));
}

function readPlainText({ url }: Given, text: string): ReadSource {
  // A title stands apart and does not end as sentences do.
  const title = /^\s*([^\n]{3,200}[^\s.,;:!?”"])\r?\n\s*\r?\n/u.exec(text)?.[1];
  return { text, facts: { ...(title === undefined ? {} : { title: inOneLine(title) }), ...(url ? { url } : {}) } };
}

function parsedJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable(name, 'is not JSON, though it begins or is named like it', 'save the answer of the Hansard API unchanged');
  }
}

function checked({ name }: Given, read: ReadSource): ReadSource {
  const { length } = new TextEncoder().encode(read.text);
  if (length > LARGEST_TEXT) unreadable(name, `has ${length} bytes; the limit is ${LARGEST_TEXT}`, 'give only this source’s own words');
  return read;
}

/** The text in the encoding that the bytes, the server or the page name; UTF-8 where none does. */
function decoded({ name, bytes, type = '' }: Given): string {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const marked = /^\u00ff\u00fe/u.test(start) ? 'utf-16le' : /^\u00fe\u00ff/u.test(start) ? 'utf-16be' : undefined;
  const label = marked ?? /charset=\s*["']?([\w-]+)/iu.exec(type)?.[1] ?? /<meta[^>]+charset=\s*["']?([\w-]+)/iu.exec(start)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w-]+)/iu.exec(start)?.[1] ?? 'utf-8';
  const wrong = () => unreadable(name, `is not ${label.toUpperCase().slice(0, 20)} text`, 'save the words as plain UTF-8 text first');
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? wrong() : text;
  } catch {
    return wrong();
  }
}
