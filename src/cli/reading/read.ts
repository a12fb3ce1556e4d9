import type { Facts } from '../../features/desk/new-source.ts';
import { CommandError } from '../command.ts';

/** How a source names who speaks; nothing in it is worked out. */
export interface Attributed {
  /** Without titles of office: “Nick Timothy”. */
  name: string;
  /** “The Secretary of State for Justice (A B)” gives it. */
  office?: string;
  constituency?: string;
  /** The mark of the party: “Con”, “LD”. */
  mark?: string;
  /** The source’s own number for the person. */
  member?: string;
}

/** What one person said without a break. */
export interface Speech {
  /** Absent for the Chair and for what nobody said. */
  by?: Attributed | undefined;
  text: string;
  /** A question as it was handed in, which is no sentence that was spoken. */
  tabled?: true;
  /** The column in which each of its letters from `from` on is printed. */
  columns: readonly { from: number; column: string }[];
}

/** A source as it was read. */
export interface ReadSource {
  /** The whole text: what is fingerprinted. */
  text: string;
  facts: Facts;
  /** Only of the official record, which says who speaks. */
  speeches?: readonly Speech[];
  /** The day the words were spoken, where the source says it. */
  spoken?: string;
}

/** Bytes to read, and what is said of them: the name of a file or an address, and a type where a server gave one. */
export interface Given {
  name: string;
  bytes: Uint8Array;
  /** The address they came from. */
  url?: string;
  type?: string;
}

/**
 * Ends a command on a source that cannot be read.
 * @throws CommandError always
 */
export function unreadable(name: string, problem: string, mend: string): never {
  throw new CommandError(`${name}: ${problem}. To mend: ${mend}.`);
}

/** A text in one line, as a sentence is quoted. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** The day in a date as pages and programs write it; nothing where there is none. */
export function dayIn(text: string | null | undefined): string | undefined {
  const day = /\b(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(text ?? '')?.[1];
  return day !== undefined && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day) ? day : undefined;
}
