import fs from 'node:fs/promises';
import path from 'node:path';
import { filesOf, type NewQuote, newQuote, placeOf } from '../features/desk/new-quote.ts';
import type { QuoteAnswers } from '../features/desk/quote-fields.ts';
import type { ContentFile } from '../features/desk/yaml.ts';
import { FILES } from '../record/collections.ts';
import type { Proof } from '../record/proof.ts';
import { contentFolder } from '../record/read.ts';
import { problemLine } from '../record/schema/problem.ts';
import { stanceOf } from '../record/stance.ts';
import { contentToMend } from './change.ts';
import { writeFiles } from './content-files.ts';
import { readTextFile } from './text-file.ts';

/** A new quote with the files that say so. */
export interface QuoteChange extends NewQuote {
  files: ContentFile[];
}

/**
 * What a new quote changes; nothing is written.
 * @param answers the fields of the quote and its place
 * @throws Refusal that says what is wrong with the answers, or which problems the quote would make
 */
export async function changeFor(answers: QuoteAnswers): Promise<QuoteChange> {
  const entries = await contentToMend([`positions/${placeOf(answers)}.mdx`, `sources/${String(answers['source'])}.yaml`, FILES.published.file, FILES.withdrawn.file]);
  const today = new Date().toISOString().slice(0, 10);
  const name = answers['passage'] === undefined ? undefined : String(answers['passage']);
  const passage = { text: name === undefined ? undefined : await readTextFile(name), name: name ?? 'the passage', checked: String(answers['checked'] ?? today) };
  const change = newQuote(entries, answers, passage);
  const files = await filesOf(change, today, (file) => fs.readFile(path.join(contentFolder(), file), 'utf8'));
  return { ...change, files };
}

/** How a quote that is not refuted is known, for the end of a sentence. */
export function proofInShort(proof: Proof): string {
  return proof.verdict === 'unchecked' ? 'not machine-checked: its source has no fingerprint' : `proven word for word (${proof.covers})`;
}

/** Writes a quote and says what was written. */
export async function writeQuote({ quote, position, proof, files, after, forEditor }: QuoteChange): Promise<void> {
  await writeFiles(contentFolder(), files);
  const stance = stanceOf(after.codings.find((coding) => coding.id === quote.id)?.data);
  console.log(`Added ${quote.id} to content/${position.file}, ${proofInShort(proof)}; its stance is ${stance}${stance === 'unclear' ? ' until two readers have coded it in codings.yaml' : ''}.`);
  for (const problem of forEditor) console.log(`For an editor: ${problemLine(problem)}`);
}
