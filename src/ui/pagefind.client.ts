import { ENGINE_OPTIONS, type SearchEngine } from '../site/search-engine.ts';

/**
 * Loads Pagefind and its index from this site; a second call costs nothing.
 * The address is not a constant: a bundler would wrap a constant import in code that is not there in the browser
 * (https://github.com/withastro/astro/issues/17265).
 * @param address where `pagefind.js` stands
 */
export async function loadPagefind(address: string): Promise<SearchEngine> {
  const url = new URL(address, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ url)) as SearchEngine;
  await pagefind.options(ENGINE_OPTIONS);
  await pagefind.init();
  return pagefind;
}

/**
 * Loads the search as soon as a field is focused, so that it is in the browser's cache when the results page asks for it: first the
 * questions' index, which answers first, then Pagefind.
 * @param id of the field; its form leads to the search page, beside which Pagefind lies
 */
export function loadOnFocus(id: string): void {
  const field = document.getElementById(id);
  const form = field?.closest('form');
  const load = async () => {
    await fetch(new URL('questions.json', form!.action));
    await loadPagefind(new URL('../pagefind/pagefind.js', form!.action).href);
  };
  if (form) field?.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
}
