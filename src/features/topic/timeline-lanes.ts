import type { TimelineMark } from './timeline.ts';

/** A mark of a timeline with the line it is drawn on, so that no mark hides another. */
export interface LaidMark extends TimelineMark {
  /** Its middle, 0 to 1. */
  middle: number;
  /** 0 is the first line. */
  lane: number;
}

/**
 * Puts each mark on the first line where it touches none before it.
 * @param marks the marks of one party, oldest first
 * @param width of a mark as a share of the whole line, 0 to 1, on the narrowest screen
 * @returns the marks in their order, and how many lines they need (at least 1)
 */
export function layMarks(marks: readonly TimelineMark[], width: number): { marks: LaidMark[]; lanes: number } {
  const ends: number[] = [];
  const laid = marks.map((mark): LaidMark => {
    const middle = (mark.start + mark.end) / 2;
    const from = Math.min(mark.start, middle - width / 2);
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(mark.end, middle + width / 2);
    return { ...mark, middle, lane };
  });
  return { marks: laid, lanes: Math.max(1, ends.length) };
}
