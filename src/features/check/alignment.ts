/** One step of an alignment: indexes into the two word lists; -1 where a word has no partner. */
export interface Step {
  said: number;
  pasted: number;
  /** Is it the same word on both sides? */
  same: boolean;
}

/** How pasted words lie on a part of what was said. */
export interface Alignment {
  /** In order. */
  steps: Step[];
  matches: number;
  /** Words swapped, missing or inserted. */
  changed: number;
  /** The part of what was said that is covered: first word, and the one after the last. */
  from: number;
  to: number;
}

const CHANGE = 100;
/** Of two ways with as few changes the one with more equal words is meant: "Work with" lacks a word of "Work closely with", it does not swap one. */
const EQUAL = -1;
/** Swapping across the end of a sentence costs a little more than inserting: "today" after a sentence is an addition, not another sentence's first word. */
const ACROSS_SENTENCES = 10;

/**
 * Lays the pasted words on that part of what was said where they need the fewest changes; words said before and after
 * that part are free. Method: fitting alignment, a variant of Needleman & Wunsch 1970,
 * https://doi.org/10.1016/0022-2836(70)90057-4. Time and memory grow with the product of the two lengths.
 * @param said ids of the words said
 * @param pasted ids of the words pasted; an id that is nowhere in `said` stands for an unknown word
 * @param startsSentence does the word said at this index begin a sentence?
 */
export function align(said: ArrayLike<number>, pasted: readonly number[], startsSentence: (index: number) => boolean): Alignment {
  const width = said.length + 1;
  const costs = new Int32Array(width * (pasted.length + 1));
  const swap = (row: number, column: number): number => {
    if (said[column - 1] === pasted[row - 1]) return EQUAL;
    const across = (row > 1 && startsSentence(column - 1)) || (row < pasted.length && column < said.length && startsSentence(column));
    return CHANGE + (across ? ACROSS_SENTENCES : 0);
  };
  for (let row = 1; row <= pasted.length; row++) {
    costs[row * width] = row * CHANGE;
    for (let column = 1; column < width; column++) {
      const paired = costs[(row - 1) * width + column - 1]! + swap(row, column);
      const inserted = costs[(row - 1) * width + column]! + CHANGE;
      const missing = costs[row * width + column - 1]! + CHANGE;
      costs[row * width + column] = Math.min(paired, inserted, missing);
    }
  }
  let to = 0;
  const last = pasted.length * width;
  for (let column = 1; column < width; column++) if (costs[last + column]! <= costs[last + to]!) to = column;
  return trace(to);

  function trace(end: number): Alignment {
    const steps: Step[] = [];
    let column = end;
    let matches = 0;
    for (let row = pasted.length; row > 0;) {
      const cost = costs[row * width + column]!;
      if (column > 0 && cost === costs[(row - 1) * width + column - 1]! + swap(row, column)) {
        const same = said[--column] === pasted[--row];
        steps.push({ said: column, pasted: row, same });
        if (same) matches++;
      } else if (cost === costs[(row - 1) * width + column]! + CHANGE) steps.push({ said: -1, pasted: --row, same: false });
      else steps.push({ said: --column, pasted: -1, same: false });
    }
    return { steps: steps.reverse(), matches, changed: steps.length - matches, from: column, to: end };
  }
}
