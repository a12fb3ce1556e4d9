import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const FULL = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';

/** What English needs and, beside ŵ and ŷ, Welsh. Rarer letters are drawn with the system's serif; `plainText` refuses what that has not. */
const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
const LETTERS = `${ASCII}£–—‘’“”…âêîôûáéíóúàèìòùäëïöüçñÉ`;

/**
 * The one face that pages load, cut to the letters and weights that they show: 19 kB of 51. Ligatures are left out, because with
 * them HarfBuzz keeps small capitals and fractions: 4 kB.
 * @param folder where to write it; the same bytes each time
 * @returns the file
 * @throws Error when the package of the full face is not installed
 */
export async function serifFile(folder: string): Promise<string> {
  const full = await fs.readFile(fileURLToPath(import.meta.resolve(FULL)));
  const cut = await subsetFont(full, LETTERS, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } }, noLayoutClosure: true });
  const file = path.join(folder, 'source-serif.woff2');
  await fs.mkdir(folder, { recursive: true });
  // Another build may be reading it: a file that is renamed is always whole.
  await fs.writeFile(`${file}.${process.pid}`, cut);
  await fs.rename(`${file}.${process.pid}`, file);
  return file;
}
