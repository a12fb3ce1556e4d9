import type { Shell } from '../record/shell.ts';

/**
 * The style rules that give each party its label colour and let the party bar hide it without JavaScript.
 * With no party chosen all are shown: an empty page helps nobody. Without parties, on blind pages, no rule is made.
 * Colours come from the party files, where the schema has checked that they are six hex digits.
 * @param chooser true on pages with a party bar
 */
export function partyCss(parties: Shell['parties'], chooser = false): string {
  if (parties.length === 0) return '';
  const light = parties.map(({ id, colour }) => `[data-party=${id}]{--party:${colour.light}}`).join('');
  const dark = parties.map(({ id, colour }) => `[data-party=${id}]{--party:${colour.dark}}`).join('');
  const colours = `${light}@media screen and (prefers-color-scheme:dark){${dark}}`;
  if (!chooser) return colours;
  const hide = parties.map(({ id }) => `body:has(.chip :checked):has(#show-${id}:not(:checked)) .by-party[data-party=${id}]`).join(',');
  return `${colours}${hide}{display:none}`;
}
