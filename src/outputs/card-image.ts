import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import type { Face, WidthOf } from './card-text.ts';
import { CARD_MARGIN, CARD_SIZE, type CardNode } from './cards.ts';

/** Turns a card into a picture. */
export interface CardPainter {
  /** Widths of the faces' letters, exact to a thousandth of an em; kerning, which mostly narrows, is left out. */
  widthOf: WidthOf;
  /** What the picture depends on beside its tree: the fonts and the versions of what draws. */
  key: string;
  /**
   * The card as SVG, its letters as outlines.
   * @throws RangeError when a text stands outside the card's margins
   */
  svg(tree: CardNode): Promise<string>;
  /** The card as a PNG of at most 32 colours; the same tree gives the same bytes. */
  png(tree: CardNode): Promise<Uint8Array>;
}

const FACES: Readonly<Record<Face, Pick<Font, 'name' | 'weight'>>> = {
  serif: { name: 'Serif', weight: 400 },
  'serif-bold': { name: 'Serif', weight: 600 },
  sans: { name: 'Sans', weight: 400 },
  'sans-bold': { name: 'Sans', weight: 700 },
};

/** The files that the pages use; satori sets the weight of a variable font itself. */
const FILES = {
  Serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  Sans: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
} as const;

const COLOURS = 32;

/**
 * Makes ready to draw.
 * @param texts all that will be drawn, so that each letter is measured once
 * @throws Error when a font's package is not installed
 */
export async function cardPainter(texts: Iterable<string>): Promise<CardPainter> {
  const [serif, sans] = await Promise.all([FILES.Serif, FILES.Sans].map(async (file) => fs.readFile(fileURLToPath(import.meta.resolve(file)))));
  return {} as CardPainter;
}
