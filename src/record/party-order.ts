/**
 * The only place that orders parties. A to Z by the name shown; no party is ever first for another reason.
 * @param parties anything with a `name`
 * @returns a new list
 */
export function alphabetical<P extends { name: string }>(parties: readonly P[]): P[] {
  return [...parties].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** A seed as it stands in an address: `?order=k3x`. */
const SEED = /^[A-Za-z0-9_-]{1,16}$/u;

/** How many values a 32-bit number can have. */
const RANGE = 2 ** 32;

/**
 * The seed that an address carries.
 * @param text what stands after `?order=`, or null when nothing does
 * @returns the seed; undefined when it is none (1 to 16 letters, digits, - or _), so that the order is A to Z
 */
export function seedFrom(text: string | null | undefined): string | undefined {
  return text !== null && text !== undefined && SEED.test(text) ? text : undefined;
}

/**
 * A fair shuffle that is the same for everyone who has the seed, in the browser and at build.
 * Method: Fisher-Yates as in Durstenfeld 1964, https://doi.org/10.1145/364520.364540; each index is drawn without bias.
 * @param ids what to order; the order they come in makes no difference
 * @param seed any text; `seedFrom` says which fit an address
 * @returns a new list of the same ids
 */
export function seededOrder<Id extends string>(ids: readonly Id[], seed: string): Id[] {
  const next = seededNumbers(seed);
  const order = [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (let last = order.length - 1; last > 0; last--) {
    const pick = below(last + 1, next);
    [order[last], order[pick]] = [order[pick] as Id, order[last] as Id];
  }
  return order;
}

/**
 * An endless row of numbers that the seed alone decides. Not for secrets.
 * Method: SplitMix (Steele, Lea and Flood 2014, https://doi.org/10.1145/2714064.2660195) with a 32-bit state and the
 * mixing constants of https://github.com/skeeto/hash-prospector, started at the FNV-1a hash of the seed.
 * @param seed any text
 * @returns a function that gives the next whole number, 0 to 4,294,967,295
 */
export function seededNumbers(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** FNV-1a over the text's UTF-16 units, 32 bits: https://datatracker.ietf.org/doc/draft-eastlake-fnv */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}

/** A whole number from 0 to `count` - 1. Numbers in the last, incomplete round are drawn again, or low ones would come up more often. */
function below(count: number, next: () => number): number {
  const limit = RANGE - (RANGE % count);
  let number = next();
  while (number >= limit) number = next();
  return number % count;
}
