/** How a PDF writes a moment: `D:20250416093000+00'00'`. */
const MOMENT = /\/(CreationDate|ModDate) \(D:\d{14}(?:Z|[+-]\d{2}'\d{2}')?\)/gu;

/**
 * Writes one day as the moment at which a PDF was made and changed, so that two builds give the same bytes. Every
 * replacement has as many bytes as what it replaces: the places in the file's table stay right.
 * @param pdf the file
 * @param day `YYYY-MM-DD`
 * @throws Error when the file states no moment, so that a browser that writes it otherwise is noticed
 */
export function fixDates(pdf: Uint8Array, day: string): Uint8Array {
  // Latin-1 gives every byte one letter and back.
  const text = Buffer.from(pdf).toString('latin1');
  const digits = `${day.replaceAll('-', '')}000000`;
  if (!/^\d{14}$/u.test(digits)) throw new Error(`${day} is not a day`);
  if (text.search(MOMENT) === -1) throw new Error('the PDF states no moment at which it was made');
  return Buffer.from(text.replace(MOMENT, (moment) => moment.replace(/\d{14}/u, digits).replace(/[+-]\d{2}'\d{2}'/u, "+00'00'")), 'latin1');
}

/** How Chromium names an element of the tag tree. */
const NAME = /\(node(\d{8})\)/gu;

/**
 * Gives the elements of the tag tree names that do not depend on what the browser drew before: their places in the
 * order of the names, which the file's table of names follows.
 * @param pdf the file, tagged
 * @returns a file of the same length
 */
export function fixNames(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const numbers = [...new Set(Array.from(text.matchAll(NAME), ([, number]) => number!))].sort();
  const places = new Map(numbers.map((number, place) => [number, String(place + 1).padStart(8, '0')]));
  return Buffer.from(text.replace(NAME, (_, number: string) => `(node${places.get(number)})`), 'latin1');
}
