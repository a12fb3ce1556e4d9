import { GROUNDS } from '../../record/contrast.ts';
import type { Party } from '../../record/record.ts';
import { absolute } from '../../site/urls.ts';
import type { Face, WidthOf } from './card-text.ts';

/** An element of a card as `satori` takes it: https://github.com/vercel/satori#overview */
export interface CardNode {
  type: 'div';
  props: { style: Readonly<Record<string, string | number>>; children?: string | readonly CardNode[] };
}

/** Size of every card in pixels, as Open Graph asks for it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Room at the left and right that no text may enter, in pixels. */
export const CARD_MARGIN = 64;

/** What is left between the margins. */
export const WIDTH = CARD_SIZE.width - 2 * CARD_MARGIN;
/** As on light paper: a card has no dark scheme. */
export const COLOURS = { paper: GROUNDS.light, ink: '#1a1815', soft: '#5c574e', line: '#dcd7ca' } as const;

/** How each face is named in a card's styles. */
export const CARD_FONTS: Readonly<Record<Face, { fontFamily: string; fontWeight: number }>> = {
  serif: { fontFamily: 'Serif, SerifMore', fontWeight: 400 },
  'serif-bold': { fontFamily: 'Serif, SerifMore', fontWeight: 600 },
  sans: { fontFamily: 'Sans, SansMore', fontWeight: 400 },
  'sans-bold': { fontFamily: 'Sans, SansMore', fontWeight: 700 },
};

/** The site's name as its pages write it, in ink: in a palette this small a colour of its own would become a party's. */
export function recordMark(): CardNode {
  return line('On “Record”', 'serif-bold', 36);
}

/** An address without what every reader can do without: scheme and last slash. */
export function shortAddress(link: string): string {
  return absolute(link)
    .replace(/^https?:\/\//u, '')
    .replace(/\/$/u, '');
}

/** One line of ours; where it is too long, words at its end give way to an ellipsis, or letters where it is one word. Nothing where there is no room. */
export function oneLine(text: string, face: Face, size: number, width: number, widthOf: WidthOf, colour: string = COLOURS.ink): CardNode {
  const whole = text.replaceAll(/\s+/gu, ' ');
  const words = whole.split(/(?<=\S) /u);
  const parts = words.length > 1 ? words : [...whole];
  const fewer = parts.map((_, left) => parts.slice(0, parts.length - 1 - left).join(words.length > 1 ? ' ' : '')).filter((part) => part.trim() !== '' && part !== ' on');
  const shown = [whole, ...fewer.map((part) => `${part.replace(/[,;:]$/u, '')}…`)].find((candidate) => widthOf(candidate, face) * size <= width);
  return line(shown ?? '', face, size, colour);
}

/** Text in one line, as it stands. */
export function line(text: string, face: Face, size: number, colour: string = COLOURS.ink): CardNode {
  return { type: 'div', props: { style: { ...CARD_FONTS[face], fontSize: size, color: colour, whiteSpace: 'pre', flexShrink: 0, lineHeight: 1.25 }, children: text } };
}

/** A party's colour. */
export function swatch({ colour }: Party): CardNode {
  return box({ width: 22, height: 22, marginRight: 12, borderRadius: 4, flexShrink: 0, background: colour.light });
}

/** The whole card. */
export function sheet(children: readonly CardNode[]): CardNode {
  return column({ ...CARD_SIZE, background: COLOURS.paper }, children);
}

/** Nodes side by side. */
export function row(style: CardNode['props']['style'], children: readonly CardNode[]): CardNode {
  return { type: 'div', props: { style: { display: 'flex', alignItems: 'center', ...style }, children } };
}

/** Nodes below each other. */
export function column(style: CardNode['props']['style'], children: readonly CardNode[]): CardNode {
  return { type: 'div', props: { style: { display: 'flex', flexDirection: 'column', ...style }, children } };
}

/** An empty node. */
export function box(style: CardNode['props']['style']): CardNode {
  return { type: 'div', props: { style } };
}
