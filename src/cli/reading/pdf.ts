import { inflateSync } from 'node:zlib';
import { dayIn, type Given, inOneLine, type ReadSource, unreadable } from './read.ts';

const MOST_PAGES = 1000;
/** What one stream of a PDF may unpack to: a bomb of a megabyte unpacks to a thousand. */
const LARGEST_STREAM = 48 * 1024 * 1024;
const LONGEST = 60_000;

/**
 * Reads the words of a PDF, its pages apart by an empty line.
 * @throws CommandError when it is broken, locked, too large when unpacked, or holds no text
 */
export async function readPdf({ name, bytes, url }: Given): Promise<ReadSource> {
  refuseBombs(name, bytes);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true, stopAtErrors: true });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => void (timer = setTimeout(() => reject(new Error('too slow')), LONGEST)));
  try {
    return await Promise.race([late, wordsOfPages(task.promise as Promise<Pdf>, name, url)]);
  } catch (error) {
    if ((error as Error).name === 'CommandError') throw error;
    return unreadable(name, (error as Error).name === 'PasswordException' ? 'is a PDF behind a password' : 'is no PDF that can be read', 'open it in a reader and save it anew, or save its text as plain UTF-8 text');
  } finally {
    clearTimeout(timer);
    await task.destroy().catch(() => {});
  }
}

interface Pdf {
  numPages: number;
  getMetadata(): Promise<{ info: object }>;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: readonly object[] }> }>;
}

async function wordsOfPages(opened: Promise<Pdf>, name: string, url: string | undefined): Promise<ReadSource> {
  const document = await opened;
  if (document.numPages > MOST_PAGES) return unreadable(name, `has ${document.numPages} pages; the limit is ${MOST_PAGES}`, 'give the part that you need');
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = items.map((item) => ('str' in item ? `${String(item.str)}${'hasEOL' in item && item.hasEOL ? '\n' : ''}` : '')).join('');
    // A word divided at the end of a line is one word; a soft hyphen says so, a hard one may belong to it.
    pages.push(lines.replaceAll(/\u00ad\n/gu, '').trim());
  }
  if (pages.every((page) => page === '')) return unreadable(name, 'is a PDF without text: pictures of pages', 'give a PDF with text, or the words as plain UTF-8 text');
  const info = (await document.getMetadata()).info as { Title?: unknown; CreationDate?: unknown };
  const title = inOneLine(typeof info.Title === 'string' ? info.Title : '');
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/u.exec(String(info.CreationDate ?? '')) ?? [];
  const published = dayIn(`${year}-${month}-${day}`);
  return { text: pages.join('\n\n'), facts: { ...(title === '' ? {} : { title }), ...(published ? { published } : {}), ...(url ? { url } : {}) } };
}

/** Unpacks each stream as far as the limit; two packings in one another would pass it. */
function refuseBombs(name: string, bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const bomb = () => unreadable(name, 'unpacks to more than a document holds', 'save its text as plain UTF-8 text');
  if (/FlateDecode\s*\/?(?:FlateDecode|Fl)\b/u.test(file.toString('latin1'))) bomb();
  let total = 0;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + 6 + (file[at + 6] === 13 ? 2 : 1);
    const end = file.indexOf('endstream', start);
    try {
      total += inflateSync(file.subarray(start, end === -1 ? undefined : end), { maxOutputLength: LARGEST_STREAM }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') bomb();
    }
    if (total > 4 * LARGEST_STREAM) bomb();
  }
}
