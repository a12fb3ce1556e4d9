import { standing } from '../../record/retired.ts';
import { contentFolder, readContent } from '../../record/read.ts';
import type { Entries } from '../../record/schema/entries.ts';
import { Refusal } from '../../features/desk/problems.ts';
import { suggestSourceId } from '../../features/desk/new-source.ts';
import { newSpeaker } from '../../features/desk/new-speaker.ts';
import { askForFacts, sourceChange } from '../source-change.ts';
import { choose, isYes, Stopped } from '../asking.ts';
import { CommandError } from '../command.ts';
import { writeFiles } from '../content-files.ts';
import { yamlText } from '../../features/desk/yaml.ts';
import { Keyboard } from '../keyboard.ts';
import { writeQuote } from '../quote-change.ts';
import { askForQuote } from '../quote-questions.ts';
import type { ReadSource } from '../reading/read.ts';
import { officesWith } from './offices.ts';
import type { Proposal } from './proposals.ts';
import { speakerNamed, type Who } from './who.ts';

type Choice = 'keep' | 'skip' | 'question' | 'passage' | 'stop';

const CHOICES: readonly { value: Choice; label: string }[] = [
  { value: 'keep', label: 'Keep: add it to the record' },
  { value: 'skip', label: 'Skip' },
  { value: 'question', label: 'Change the question' },
  { value: 'passage', label: 'Open the passage' },
  { value: 'stop', label: 'Stop here' },
];

/** What a walk knows besides the proposal in hand. */
interface Walk {
  place: string;
  source: ReadSource;
  seen: readonly Who[];
  /** The source’s id, once it is in the record. */
  id?: string;
}

/**
 * Walks an editor through proposals. Each that is kept is written as `quote:add` writes it: after its proof and a yes.
 * @returns how many were kept
 */
export async function walkThrough(place: string, source: ReadSource, proposals: readonly Proposal[], seen: readonly Who[]): Promise<number> {
  const walk: Walk = { place, source, seen };
  let kept = 0;
  for (const [index, first] of proposals.entries()) {
    let proposal = first;
    console.log(`\nProposal ${index + 1} of ${proposals.length}, score ${proposal.score}: ${proposal.why}\n\n  “${proposal.text}”\n`);
    for (let done = false; !done;) {
      const { entries } = await readContent(contentFolder());
      console.log(
        `${proposal.speaker}, ${proposal.role ?? 'role not known'} (${nameOfParty(proposal.party, entries) ?? 'party not known'}), ${proposal.date ?? 'date not known'}${proposal.column ? `, column ${proposal.column}` : ''}\nOn: ${questionOf(proposal, entries)}`,
      );
      const choice = await withKeyboard((keyboard) => choose('What becomes of it?', [...CHOICES], 'keep', keyboard) as Promise<Choice>);
      if (choice === undefined || choice === 'stop') return kept;
      if (choice === 'passage') console.log(`\n${proposal.passage}\n`);
      if (choice === 'question') proposal = { ...proposal, ...((await withKeyboard((keyboard) => chooseQuestion(entries, proposal.topic, keyboard))) ?? {}) };
      if (choice === 'keep' && (await keep(walk, proposal, entries))) kept++;
      done = choice === 'keep' || choice === 'skip';
    }
  }
  return kept;
}

/** Gives the terminal back after each question, because others ask there too; nothing where somebody stopped. */
async function withKeyboard<Answer>(use: (keyboard: Keyboard) => Promise<Answer>): Promise<Answer | undefined> {
  const keyboard = new Keyboard(process.stdin, process.stdout);
  try {
    return await use(keyboard);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return undefined;
  } finally {
    keyboard.release();
  }
}

const nameOfParty = (id: string | null, { parties }: Entries) => parties.find((party) => party.id === id)?.data.name;

function questionOf({ topic, dimension }: Proposal, { topics }: Entries): string {
  const of = topics.find(({ id }) => id === topic)?.data;
  return of?.dimensions.find(({ id }) => id === dimension)?.question ?? `${of ? `${of.title}, but ` : ''}no question yet: choose one, or skip it`;
}

/** The questions of the topic that was proposed stand first. */
async function chooseQuestion(entries: Entries, proposed: string | null, keyboard: Keyboard): Promise<Pick<Proposal, 'topic' | 'dimension'>> {
  const topics = standing(entries).topics.toSorted((a, b) => Number(b.id === proposed) - Number(a.id === proposed));
  const all = topics.flatMap(({ id, data }) => data.dimensions.map((one) => ({ value: `${id}/${one.id}`, label: `${data.title}: ${one.question}` })));
  const [topic = null, dimension = null] = (await choose('Which question does it answer?', all, undefined, keyboard)).split('/');
  return { topic, dimension };
}

/** Adds the source, the speaker and the quote, each after a yes; what was answered to the end stays. */
async function keep(walk: Walk, proposal: Proposal, entries: Entries): Promise<boolean> {
  try {
    const ready = await withKeyboard(async (keyboard) => {
      const place = proposal.dimension === null ? await chooseQuestion(entries, proposal.topic, keyboard) : proposal;
      const source = await sourceOf(walk, entries, keyboard);
      const party = proposal.party ?? (await choose(`To which party does ${proposal.speaker} belong?`, partyOptions(entries), undefined, keyboard));
      const speaker = source === undefined ? undefined : await speakerOf(proposal, party, walk, entries, keyboard);
      return source === undefined || speaker === undefined ? undefined : { topic: place.topic!, dimension: place.dimension!, party, source, speaker };
    });
    if (!ready) return false;
    const section = proposal.column ? { section: `Column ${proposal.column}` } : {};
    await askForQuote({ ...ready, text: proposal.text, ...(proposal.role ? { role: proposal.role } : {}), ...(proposal.date ? { date: proposal.date } : {}), ...section }, writeQuote);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(error.message);
    return false;
  }
}

const partyOptions = (entries: Entries) => standing(entries).parties.map(({ id, data }) => ({ value: id, label: data.name }));

/** The source’s id: it is added after a yes, where the record does not have it. */
async function sourceOf(walk: Walk, entries: Entries, keyboard: Keyboard): Promise<string | undefined> {
  const { place, source, seen } = walk;
  if (walk.id !== undefined) return walk.id;
  const known = entries.sources.find(({ data }) => data.url === source.facts.url && data.fingerprint?.covers === 'whole');
  if (known) return (walk.id = known.id);
  const facts = await askForFacts(source.facts, keyboard);
  const id = suggestSourceId(facts)!;
  const { file } = await sourceChange(source, { place, id, covers: 'whole', checked: new Date().toISOString().slice(0, 10), fields: facts });
  console.log(`\nThe source is not in the record yet. content/${file.file} gets:\n\n${yamlText(facts)}and the fingerprint of its whole text.\n`);
  if (!(await isYes('Add this source?', keyboard))) return undefined;
  const offices = officesWith(entries.offices, seen, source.spoken);
  await writeFiles(contentFolder(), [file, ...(offices ? [offices] : [])]);
  return (walk.id = id);
}

/** The speaker’s id: they are added after a yes, where the record does not have them. */
async function speakerOf({ speaker, role }: Proposal, party: string, { seen, source }: Walk, entries: Entries, keyboard: Keyboard): Promise<string | undefined> {
  const known = speakerNamed(speaker, entries);
  const told = seen.filter((one) => one.speaker === speaker).map((one) => ({ ...one, party }));
  const offices = officesWith(entries.offices, told, source.spoken);
  if (known) return known.id;
  const { id, name } = newSpeaker(speaker);
  if (entries.speakers.some((one) => one.id === id)) throw new CommandError(`speakers/${id}.yaml is somebody else of this name. To mend: add this speaker by hand under another id.`);
  if (!(await isYes(`${name}${role ? `, ${role},` : ''} is not in the record yet. Add them as a speaker of ${nameOfParty(party, entries)}?`, keyboard))) return undefined;
  await writeFiles(contentFolder(), [{ file: `speakers/${id}.yaml`, text: yamlText({ name, party, kind: 'person' }) }, ...(offices ? [offices] : [])]);
  return id;
}
