/** "Hansard (via Parallel Parliament)", "Hansard, via …", "A party (text read in …)" and the like. */
const VIA = /^(?<publisher>.+?)(?: \((?:via|text read in) (?<inBrackets>[^)]+)\)|,? via (?<after>.+)|, (?<extract>extract on .+))$/u;

/**
 * Takes apart what a record writes in one field: who published a text, and where it was read when that is elsewhere.
 * @param written the record's publisher
 */
export function publisherAndVia(written: string): { publisher: string; via?: string } {
  const { publisher = written, inBrackets, after, extract } = VIA.exec(written)?.groups ?? {};
  const via = inBrackets ?? after ?? extract;
  return { publisher: publisher.replace(/^Hansard \(UK Parliament\)$/u, 'Hansard'), ...(via ? { via } : {}) };
}
