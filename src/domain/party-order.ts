/**
 * The only place that orders parties. A to Z by the name shown; no party is ever first for another reason.
 * @param parties anything with a `name`
 * @returns a new list
 */
export function alphabetical<P extends { name: string }>(parties: readonly P[]): P[] {
  return [...parties].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
