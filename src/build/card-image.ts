import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import satori, { type Font, type SatoriNode } from 'satori';
import sharp from 'sharp';
import type { Face, WidthOf } from '../features/card/card-text.ts';
import { CARD_FONTS, CARD_MARGIN, CARD_SIZE, type CardNode } from '../features/card/card-nodes.ts';

/** Turns cards into pictures. */
export interface CardPainter {
  /** Widths from the fonts themselves, to a thousandth of an em; kerning, which mostly narrows, is left out. */
  widthOf: WidthOf;
  /**
   * Names a picture by all that it depends on: its tree, the fonts and the versions of what draws.
   * @returns SHA-256, 64 hex digits
   */
  keyOf(tree: CardNode): string;
  /**
   * The card as SVG, its letters as outlines.
   * @throws RangeError when a text stands outside the card's margins
   */
  svg(tree: CardNode): Promise<string>;
  /** The card as a PNG of at most 16 colours; the same tree gives the same bytes. */
  png(tree: CardNode): Promise<Uint8Array>;
}

/** The font files of the pages, and for letters such as ŵ the rest of the Latin alphabet; satori sets a variable font's weight itself. */
const FILES = {
  Serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  SerifMore: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
  Sans: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  SansMore: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
} as const;

const WEIGHTS = { Serif: [400, 600], SerifMore: [400, 600], Sans: [400, 700], SansMore: [400, 700] } as const;

/** A palette of 4 bits: twice as many colours make the file two thirds larger and look no better. */
const COLOURS = 16;
/** Letters are measured this large, in pixels, because satori rounds to whole ones. */
const MEASURED_AT = 1000;

/**
 * Makes ready to draw.
 * @param texts all that will be drawn, so that every letter in them can be measured
 * @throws Error when a font's package is not installed
 */
export async function cardPainter(texts: Iterable<string>): Promise<CardPainter> {
  const files = await Promise.all(Object.entries(FILES).map(async ([name, file]) => ({ name: name as keyof typeof FILES, data: await fs.readFile(fileURLToPath(import.meta.resolve(file))) })));
  const fonts = files.flatMap(({ name, data }) => WEIGHTS[name].map((weight): Font => ({ name, data, weight, style: 'normal' })));
  const satoriVersion = (JSON.parse(await fs.readFile(fileURLToPath(import.meta.resolve('satori/package.json')), 'utf8')) as { version: string }).version;
  const drawnBy = createHash('sha256').update(JSON.stringify([satoriVersion, sharp.versions, COLOURS]));
  for (const { data } of files) drawnBy.update(data);
  const drawnByKey = drawnBy.digest('hex');

  const svg = async (tree: CardNode) => {
    const found: SatoriNode[] = [];
    const drawn = await satori(tree, { ...CARD_SIZE, fonts, onNodeDetected: (node) => found.push(node) });
    for (const node of found) if (node.textContent && !stands(node)) throw new RangeError(`a text stands outside its card: ${node.textContent} (left ${node.left}, top ${node.top}, width ${node.width}, height ${node.height})`);
    return drawn;
  };
  return {
    widthOf: await measure(new Set([...texts].flatMap((text) => [...text])), fonts),
    keyOf: (tree) => createHash('sha256').update(drawnByKey).update(JSON.stringify(tree)).digest('hex'),
    svg,
    async png(tree) {
      return sharp(Buffer.from(await svg(tree)))
        .png({ palette: true, colours: COLOURS, dither: 0, effort: 7, compressionLevel: 9 })
        .toBuffer();
    },
  };
}

/** Rounding may shift an edge by a pixel. */
function stands({ left, top, width, height }: SatoriNode): boolean {
  return left >= CARD_MARGIN - 1 && left + width <= CARD_SIZE.width - CARD_MARGIN + 1 && top >= 0 && top + height <= CARD_SIZE.height;
}

async function measure(letters: Iterable<string>, fonts: Font[]): Promise<WidthOf> {
  const all = [...letters, '“', '”', '[', '…', ']', ' '];
  const widths = new Map<string, number>();
  for (const face of Object.keys(CARD_FONTS) as Face[]) {
    const found: SatoriNode[] = [];
    const children = all.map((letter) => ({ type: 'div', props: { style: { whiteSpace: 'pre' }, children: letter } }));
    const tree = { type: 'div', props: { style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', fontSize: MEASURED_AT, ...CARD_FONTS[face] }, children } };
    await satori(tree, { width: MEASURED_AT * 4, height: MEASURED_AT * 2 * all.length, fonts, onNodeDetected: (node) => found.push(node) });
    for (const { textContent, width } of found) if (textContent !== undefined) widths.set(face + textContent, width / MEASURED_AT);
  }
  return (text, face) => [...text].reduce((sum, letter) => sum + (widths.get(face + letter) ?? 1), 0);
}
