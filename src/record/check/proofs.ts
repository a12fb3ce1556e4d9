import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import type { Fingerprint } from '../schema/source.ts';
import { damagedPassages } from '../fingerprint.ts';
import { type Proof, prove } from '../proof.ts';
import { quotesOf } from './look-up.ts';

/** Fingerprints by source; damaged ones are left out, `fingerprintsFit` reports them. */
export function fingerprintsOf({ sources }: Entries): Map<string, Fingerprint | undefined> {
  return new Map(sources.map(({ id, data: { fingerprint } }) => [id, fingerprint && damagedPassages(fingerprint).length === 0 ? fingerprint : undefined]));
}

/** No quote is refuted by the fingerprint of its source. */
export function quotesAreWordForWord(entries: Entries): Problem[] {
  const fingerprints = fingerprintsOf(entries);
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const proof = prove(quote, quote.source, fingerprints.get(quote.source));
    return proof.verdict === 'refuted' ? [notInSource(position.file, `${field}.text`, quote.source, proof)] : [];
  });
}

/** No quoted voice is refuted by the fingerprint of its source. */
export function voicesAreWordForWord(entries: Entries): Problem[] {
  const fingerprints = fingerprintsOf(entries);
  return entries.topics.flatMap(({ file, data }) =>
    data.voices.flatMap((voice, index) => {
      const proof = voice.kind === 'quoted' ? prove(voice, voice.source, fingerprints.get(voice.source)) : undefined;
      return proof?.verdict === 'refuted' ? [notInSource(file, `voices[${index}].text`, voice.source, proof)] : [];
    }),
  );
}

/** What is wrong with words that the fingerprint of their source refutes. */
export function notInSource(file: string, field: string, source: string, { covers, why, mend }: Extract<Proof, { verdict: 'refuted' }>): Problem {
  const [text, of] = covers === 'whole' ? ['its whole text', 'text.txt'] : ['the passage', 'passage.txt'];
  const again = `copy the words again from the source; if they are right, fingerprint ${text} with npm run source:add -- ${of} --id ${source} --covers ${covers}`;
  return { file, field, problem: `is not word for word in ${source}: ${why}`, mend: mend ?? again };
}

/** Fingerprints hold whole hashes, and one of a whole text is in one piece. */
export function fingerprintsFit({ sources }: Entries): Problem[] {
  const damaged = sources.flatMap(({ file, data: { fingerprint } }) =>
    (fingerprint ? damagedPassages(fingerprint) : []).map((index) => ({
      file,
      field: `fingerprint.runs[${index}]`,
      problem: 'is damaged: it does not hold whole hashes',
      mend: 'fingerprint again with npm run source:add the text or, in one file with […] between them, all passages that its quotes stand in',
    })),
  );
  const divided = sources.flatMap(({ file, data: { fingerprint } }) =>
    fingerprint?.covers === 'whole' && fingerprint.runs.length > 1
      ? [{ file, field: 'fingerprint.runs', problem: `covers the whole text but has ${fingerprint.runs.length} passages`, mend: 'fingerprint the whole text again with npm run source:add, or set covers to passage' }]
      : [],
  );
  return [...damaged, ...divided];
}
