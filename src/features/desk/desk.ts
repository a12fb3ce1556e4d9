import { type Change, diffWords } from 'diff';
import { FILES } from '../../record/collections.ts';
import { fingerprintText } from '../../record/fingerprint.ts';
import { parseFile } from '../../record/parse-file.ts';
import { type Proof, prove } from '../../record/proof.ts';
import type { Entries } from '../../record/schema/entries.ts';
import { entriesIn } from '../../record/single-files.ts';
import { wordsOf } from '../../record/words.ts';
import { filesOf, type NewQuote, newQuote } from './new-quote.ts';
import { type Facts, newSource, suggestSourceId } from './new-source.ts';
import { newSpeaker } from './new-speaker.ts';
import { Refusal } from './problems.ts';
import { sourceWith } from './source-text.ts';
import { type ContentFile, yamlText } from './yaml.ts';

/** What somebody has filled in so far; a field that was left empty is not there. */
export interface DeskAnswers {
  /** The fields of the quote and its place, by name; without `source` the source is new, without `speaker` the speaker is. */
  quote: Readonly<Record<string, string | true>>;
  /** The fields of a new source. */
  facts: Facts;
  /** Its text, or the passage of a source that is known. */
  text: string;
  covers: 'whole' | 'passage';
  /** The name of a new speaker. */
  name?: string;
  /** The day of the fingerprint. */
  today: string;
}

/** A quote with the new source and speaker that it needs. */
export interface DeskChange {
  quote: NewQuote;
  /** The files of a new source and a new speaker. */
  made: ContentFile[];
}

const IN_MESSAGES = 'the text that you pasted';
const UNNAMED = 'new-source';

/**
 * Reckons what the terminal's `source:add` and `quote:add` do, for one quote; nothing is written.
 * @throws Refusal that says what is wrong or missing
 */
export function deskChange(entries: Entries, { quote, facts, text, covers, name: printed, today }: DeskAnswers): DeskChange {
  let now = entries;
  const made: ContentFile[] = [];
  const answers = { ...quote };
  if (quote['speaker'] === undefined && printed !== undefined) {
    const { id, name } = newSpeaker(printed);
    if (entries.speakers.some((one) => one.id === id)) throw new Refusal(`Speaker: ${name} is in the record already, of another party perhaps. To mend: choose them, or correct speakers/${id}.yaml.`);
    const data = { name, party: String(quote['party']), kind: 'person' as const, aliases: [] };
    made.push({ file: `speakers/${id}.yaml`, text: yamlText({ name, party: data.party, kind: data.kind }) });
    now = { ...now, speakers: [...now.speakers, { id, file: `speakers/${id}.yaml`, data, body: '' }] };
    answers['speaker'] = id;
  }
  if (quote['source'] === undefined) {
    const id = suggestSourceId(facts);
    if (id === undefined) throw new Refusal('The source: its title, publisher and day are needed. To mend: copy them from the page.');
    if (entries.sources.some((one) => one.id === id)) throw new Refusal(`The source: ${id} is in the record already. To mend: choose it above.`);
    const { source, after } = newSource(now, undefined, { text, facts: {} }, { place: IN_MESSAGES, id, covers, checked: today, fields: facts });
    made.push({ file: source.file, text: sourceWith(undefined, source.data) });
    now = after;
    answers['source'] = id;
  }
  const passage = { text: quote['source'] === undefined || text.trim() === '' ? undefined : text, name: IN_MESSAGES, checked: today };
  return { quote: newQuote(now, answers, passage), made };
}

/**
 * Every file of the change; what was added to the ledger since the page was built stays in it.
 * @param textOf a file as it stands in the repository
 * @throws Refusal where a file is written in a way that this cannot follow
 */
export async function deskFiles({ quote, made }: DeskChange, today: string, textOf: (file: string) => Promise<string | undefined>): Promise<ContentFile[]> {
  const ledger = parseFile(new TextEncoder().encode(await textOf(FILES.published.file)), '.yaml').data;
  const published = entriesIn('published', ledger ?? {}).map(({ id, data }) => ({ id, data: String(data), file: FILES.published.file, body: '' }));
  return [...made, ...(await filesOf({ ...quote, after: { ...quote.after, published } }, today, textOf))];
}

/** Does the source hold these words? Asked of its fingerprint, with the pasted text where there is one. */
export function deskProof({ sources }: Pick<Entries, 'sources'>, { quote, text, covers, today }: DeskAnswers): Proof {
  const known = sources.find(({ id }) => id === quote['source']);
  const id = known?.id ?? UNNAMED;
  const words = { text: String(quote['text'] ?? '') };
  const proof = prove(words, id, known?.data.fingerprint);
  if (proof.verdict === 'proven' || (known && known.data.fingerprint?.covers === 'whole') || wordsOf(text).length < 5) return proof;
  return prove(words, id, { covers: known ? 'passage' : covers, checked: today, runs: [fingerprintText(id, text)] });
}

/** A piece of words that differ. */
export type Difference = Change;

/** Words farther apart than this are no slip of a copy. */
const SLIPS = 3;

/**
 * Where words differ from the stretch of a text that is most like them: what is removed stands in the words alone, what is
 * added in the text alone.
 * @returns nothing where no stretch holds a third of them
 */
export function differences(words: string, text: string): Difference[] | undefined {
  const tokens = [...text.matchAll(/\S+/gu)].map(({ 0: token, index }) => ({ token, index, plain: wordsOf(token).join(' ') }));
  const wanted = words.split(/\s+/u).map((word) => wordsOf(word).join(' '));
  const places = Map.groupBy(tokens.keys(), (at) => tokens[at]!.plain);
  const votes = new Map<number, number>();
  for (const [index, word] of wanted.entries()) for (const at of places.get(word) ?? []) votes.set(at - index, (votes.get(at - index) ?? 0) + 1);
  const nearby = (start: number) => Array.from({ length: 2 * SLIPS + 1 }, (_, step) => votes.get(start - SLIPS + step) ?? 0).reduce((sum, one) => sum + one, 0);
  const [start, count] = [...votes.keys()].map((one) => [one, nearby(one)] as const).reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && (votes.get(one[0]) ?? 0) > (votes.get(best[0]) ?? 0)) ? one : best), [0, 0]);
  if (count * 3 < wanted.length) return undefined;
  const [first, last] = [tokens[Math.max(0, start)]!, tokens[Math.min(tokens.length, start + wanted.length + SLIPS) - 1]!];
  const changes = diffWords(words, text.slice(first.index, last.index + last.token.length));
  // What the stretch holds before and after the words belongs to none of them.
  while (changes.at(-1)?.added) changes.pop();
  while (changes[0]?.added) changes.shift();
  return changes;
}
