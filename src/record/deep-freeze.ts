/**
 * Makes a value unchangeable, with everything it holds.
 * @param value plain objects and lists; what is frozen already is left as it is
 * @returns the same value
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
