import { slugOf } from './new-source.ts';

/** Somebody who is new in the record, by the name that a source prints: its forms of address are no part of it. */
export function newSpeaker(printed: string): { id: string; name: string } {
  const name = printed.replace(/^(?:Dr|Mr|Mrs|Ms|Miss) /u, '');
  return { id: slugOf(name), name };
}
