import type { Shell } from '../record/shell.ts';

/**
 * The style rules that give each party its label colour and let the party bar hide it without JavaScript.
 * With no party chosen all are shown: an empty page helps nobody. Without parties, on blind pages, no rule is made.
 * Colours come from the party files, where the schema has checked that they are six hex digits.
 * @param chooser true on pages with a party bar
 */
export function partyCss(parties: Shell['parties'], chooser = false): string {
  if (parties.length === 0) return '';
  const colour = (scheme: 'light' | 'dark') => parties.map((party) => `${of(party)}{--party:${party.colour[scheme]}}`).join('');
  const colours = `${colour('light')}@media screen and (prefers-color-scheme:dark){${colour('dark')}}`;
  if (!chooser) return colours;
  const hide = parties.map((party) => `body:has(.chip :checked):has(#show-${party.id}:not(:checked)) .by-party${of(party)}`).join(',');
  return `${colours}${hide}{display:none}`;
}

/** CSS takes no name that begins with a digit unless it stands in quotation marks. */
function of({ id }: { id: string }): string {
  return /^\d/u.test(id) ? `[data-party="${id}"]` : `[data-party=${id}]`;
}
