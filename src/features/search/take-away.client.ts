import type { EngineData, EngineResult } from '../../site/search-engine.ts';

/** Results loaded at once: each is a small file, and a browser opens few connections. */
const AT_ONCE = 24;

/** Loads every result, a handful at a time. */
export async function loadAll(results: readonly EngineResult[]): Promise<EngineData[]> {
  const loaded: EngineData[] = [];
  for (let from = 0; from < results.length; from += AT_ONCE) loaded.push(...(await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()))));
  return loaded;
}

/** Hands a text to the reader as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
