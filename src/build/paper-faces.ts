import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const FACES = {
  sans: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
} as const;

const WEIGHTS = [400, 600, 700] as const;

/** What a face may have of what `plainText` lets through; the browser keeps of it what a page shows. */
const LETTERS = [
  [0x20, 0x2ff],
  [0x2010, 0x205e],
  [0x20a0, 0x20c0],
  [0x2100, 0x22ff],
]
  .flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)))
  .join('');

/**
 * Styles with the faces of paper, the same wherever it is printed: pages are drawn in the reader's own sans. Each weight is a
 * face of its own, because Chromium writes a variable one into a PDF as drawings of letters, four times the bytes.
 * @throws Error when the packages of the faces are not installed
 */
export async function paperFaces(): Promise<string> {
  const faces = Object.entries(FACES).flatMap(([name, file]) =>
    WEIGHTS.map(async (weight) => {
      const full = await fs.readFile(fileURLToPath(import.meta.resolve(file)));
      const face = await subsetFont(full, LETTERS, { targetFormat: 'woff2', variationAxes: { wght: weight } });
      return `@font-face{font-family:paper-${name};src:url(data:font/woff2;base64,${face.toString('base64')});font-weight:${weight}}`;
    }),
  );
  return `${(await Promise.all(faces)).join('')}:root{--sans:paper-sans,sans-serif;--serif:paper-serif,serif}`;
}
