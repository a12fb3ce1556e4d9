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
  return Buffer.from(
    text.replace(MOMENT, (moment) => moment.replace(/\d{14}/u, digits).replace(/[+-]\d{2}'\d{2}'/u, "+00'00'")),
    'latin1',
  );
}

/** How Chromium names an element of the tag tree, its entry in the table of names, and the table. */
const NAME = /\(node\d{8}\)/gu;
const ENTRY = /\(node\d{8}\) \d+ 0 R/gu;
const TABLE = /(?<=\/Names \[)\(node[^\]]*(?=\])/gu;

/**
 * Gives the elements of the tag tree names that do not depend on when the browser first looked at them: numbers in the
 * order in which they stand in the file. The table of names is put in their order again, as it must be
 * (ISO 32000-1, 7.9.6).
 * @param pdf the file, tagged
 * @returns a file of the same length
 * @throws Error when the names fill more than one table, because their parts could change in length
 */
export function fixNames(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  if ((text.match(TABLE)?.length ?? 0) > 1) throw new Error('the PDF has more than one table of names');
  const names = new Set(Array.from(text.matchAll(/\/ID (\(node\d{8}\))/gu), ([, name]) => name!));
  const places = new Map([...names].map((name, place) => [name, `(node${String(place + 1).padStart(8, '0')})`]));
  const named = text.replace(NAME, (name) => places.get(name) ?? name);
  const sorted = named.replace(TABLE, (table) => (table.match(ENTRY) ?? []).sort().join(' '));
  const limits = [...places.values()];
  const fixed = sorted.replace(/\/Limits \[\(node\d{8}\) \(node\d{8}\)\]/gu, `/Limits [${limits[0]} ${limits.at(-1)}]`);
  if (fixed.length !== text.length) throw new Error('the names of the PDF changed its length');
  return Buffer.from(fixed, 'latin1');
}
