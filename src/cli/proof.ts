import { setImmediate } from 'node:timers/promises';
import { progress } from '@clack/prompts';
import { notInSource } from '../record/check/proofs.ts';
import { prove, type Proof } from '../record/proof.ts';
import { contentFolder, readContent } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';
import { problemLine, problemReport } from '../record/schema/problem.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

/** Quotations between two steps of the progress bar. */
const STEP = 16;

/** A quotation and where it stands. */
interface Quotation {
  file: string;
  field: string;
  source: string;
  text: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

if (import.meta.main) {
  await runCommand(async () => {
    readArguments('npm run proof', {});
    const { entries, problems } = await readContent(contentFolder());
    if (problems.length > 0) throw new CommandError(problemReport(problems));
    const proofs = await proveAll(entries);
    const count = (matches: (proof: Proof) => boolean) => proofs.filter(({ proof }) => matches(proof)).length;
    console.log(
      `${proofs.length} quotations: ${count((proof) => proof.verdict === 'proven' && proof.covers === 'whole')} proven in the whole text, ${count((proof) => proof.verdict === 'proven' && proof.covers === 'passage')} proven in their passage, ${count(({ verdict }) => verdict === 'unchecked')} unchecked, ${count(({ verdict }) => verdict === 'refuted')} refuted.`,
    );
    for (const { quotation, proof } of proofs) {
      if (proof.verdict === 'refuted') console.error(problemLine(notInSource(quotation.file, quotation.field, quotation.source, proof)));
    }
    return count(({ verdict }) => verdict === 'refuted') > 0 ? 1 : 0;
  });
}

function quotationsOf({ positions, topics }: Entries): Quotation[] {
  const quotes = positions.flatMap(({ file, data }) => data.quotes.map((quote, index): Quotation => ({ file, field: `quotes[${index}].text`, ...quote })));
  const voices = topics.flatMap(({ file, data }) => data.voices.flatMap((voice, index): Quotation[] => (voice.kind === 'quoted' ? [{ file, field: `voices[${index}].text`, ...voice }] : [])));
  return [...quotes, ...voices];
}

async function proveAll(entries: Entries): Promise<{ quotation: Quotation; proof: Proof }[]> {
  const fingerprints = new Map(entries.sources.map(({ id, data }) => [id, data.fingerprint]));
  const quotations = quotationsOf(entries);
  const bar = process.stdout.isTTY ? progress({ max: quotations.length, style: 'heavy' }) : undefined;
  bar?.start('Comparing every quotation with its source');
  const proofs: { quotation: Quotation; proof: Proof }[] = [];
  for (const quotation of quotations) {
    proofs.push({ quotation, proof: prove(quotation, quotation.source, fingerprints.get(quotation.source)) });
    if (!bar || proofs.length % STEP !== 0) continue;
    bar.advance(STEP, `${proofs.length} of ${quotations.length} quotations compared`);
    await setImmediate();
  }
  bar?.stop('Every quotation is compared');
  return proofs;
}
