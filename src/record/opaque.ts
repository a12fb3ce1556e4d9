import { seededNumbers } from './party-order.ts';

/** A key for `hide`: eight hex digits that tell a reader nothing, always the same for the same text. */
export function opaqueKey(text: string): string {
  return seededNumbers(`key of ${text}`)().toString(16).padStart(8, '0');
}

/**
 * Makes a text unreadable in a page's source until the page reveals it, so that nobody comes across an answer by
 * chance. It keeps no secret: the key stands beside it.
 * @param text any text
 * @param key what `opaqueKey` gave
 * @returns letters, digits, - and _
 */
export function hide(text: string, key: string): string {
  return btoa(String.fromCharCode(...mix(new TextEncoder().encode(text), key)))
    .replace(/\+/gu, '-')
    .replace(/\//gu, '_')
    .replace(/=+$/u, '');
}

/**
 * The text that `hide` made unreadable.
 * @throws Error when `hidden` is not what `hide` gave
 */
export function reveal(hidden: string, key: string): string {
  const bytes = Uint8Array.from(atob(hidden.replace(/-/gu, '+').replace(/_/gu, '/')), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(mix(bytes, key));
}

function mix(bytes: Uint8Array, key: string): Uint8Array {
  const next = seededNumbers(key);
  return bytes.map((byte) => byte ^ (next() & 255));
}
