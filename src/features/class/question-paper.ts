/** How many pupils share a set of cards. */
export const GROUP = 5;

/** The class for which the sides are counted. */
export const CLASS_SIZE = 30;

/** How many cards stand on one side of A4 or Letter. */
export const CARDS_A_SIDE = 6;

/** One part of the pupils' paper; each begins on its own page. */
export interface PaperPart {
  id: 'sheet' | 'cards' | 'words' | 'support' | 'stretch';
  title: string;
  /** Sides of paper. */
  sides: number;
  /** Who gets a copy: each pupil, each group, or whoever needs it. */
  each: 'pupil' | 'group' | 'need';
}

/**
 * The parts of the pupils' paper, in the order of the PDF.
 * @param cards how many cards there are
 * @param stretch is there a task on sources?
 */
export function paperParts(cards: number, stretch: boolean): PaperPart[] {
  return [
    { id: 'sheet', title: 'Question sheet', sides: 1, each: 'pupil' },
    { id: 'cards', title: 'Quote cards', sides: Math.ceil(cards / CARDS_A_SIDE), each: 'group' },
    { id: 'words', title: 'Words and steps', sides: 1, each: 'group' },
    { id: 'support', title: 'Support sheet', sides: 2, each: 'need' },
    ...(stretch ? [{ id: 'stretch', title: 'Compare the sources', sides: 1, each: 'need' } as const] : []),
  ];
}

/** How many copies of a part a class needs; what only some need is not counted. */
export function copiesFor(each: PaperPart['each'], pupils: number = CLASS_SIZE): number {
  return { pupil: pupils, group: Math.ceil(pupils / GROUP), need: 0 }[each];
}

/** Parts with their pages in the pupils' PDF: "page 1", "pages 2 to 3". */
export function pagesOf(parts: readonly PaperPart[]): (PaperPart & { pages: string })[] {
  let last = 0;
  return parts.map((part) => {
    const first = last + 1;
    last += part.sides;
    return { ...part, pages: first === last ? `page ${first}` : `pages ${first} to ${last}` };
  });
}

/**
 * How many sides a class needs: a question sheet a pupil, a set of cards and words a group. Support sheets and the task
 * on sources come on top, for whoever needs them.
 * @param parts the parts of the paper
 * @param pupils how many pupils
 */
export function sidesFor(parts: readonly PaperPart[], pupils: number = CLASS_SIZE): number {
  return parts.reduce((sum, { sides, each }) => sum + sides * copiesFor(each, pupils), 0);
}
