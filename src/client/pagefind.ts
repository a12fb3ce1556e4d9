/** The parts of Pagefind's browser API that we use (https://pagefind.app/docs/api/). */
export interface Pagefind {
  init(): Promise<void>;
  search(query: string | null, options: { filters: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> }): Promise<PagefindResponse>;
}

export interface PagefindResponse {
  results: PagefindResult[];
  /** How many of the results have each value of each filter. */
  filters: Record<string, Record<string, number>>;
}

export interface PagefindResult {
  id: string;
  data(): Promise<{ url: string; meta: Record<string, string>; locations: number[] }>;
}

/**
 * Loads Pagefind from this site.
 * The address is not a constant: a bundler would wrap a constant import in code that is not there in the browser
 * (https://github.com/withastro/astro/issues/17265).
 */
export async function loadPagefind(address: string): Promise<Pagefind> {
  const url = new URL(address, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.init();
  return pagefind;
}
