import { contentFolder, readContent } from '../record/read.ts';
import { standing } from '../record/retired.ts';
import type { Entries } from '../record/schema/entries.ts';
import { explain, type Field, fieldsOf, labelOf } from '../record/schema/fields.ts';
import { type Capacity, positionSchema } from '../record/schema/position.ts';
import { answerTo, choose, isAnswer, isYes, type Option, type Question, refusedBy, Stopped } from './asking.ts';
import { Refusal } from '../features/desk/problems.ts';
import { CommandError } from './command.ts';
import { yamlText } from '../features/desk/yaml.ts';
import { Keyboard } from './keyboard.ts';
import { changeFor, proofInShort, type QuoteChange } from './quote-change.ts';
import { choicesIn, onlyValue, QUOTE_FIELDS, type QuoteAnswers } from '../features/desk/quote-fields.ts';
import { suggestQuoteId, takenQuoteIds } from '../features/desk/quote-id.ts';
import { readTextFile } from './text-file.ts';

/** The words around a short quote come from its passage, if there is one. */
const LATE: ReadonlySet<string> = new Set(['prefix', 'suffix']);

/** A longer passage is shown around the quote alone. */
const SHOWN = { whole: 1200, around: 300 };

/**
 * Asks in the terminal for what a new quote still needs, shows it with its proof and passage, and has it written after a yes.
 * When something is wrong, one answer is asked again and the others are kept.
 * @param given answers from the command line, which are not asked for
 * @throws CommandError when the person stops; it says how to go on with the answers so far
 */
export async function askForQuote(given: QuoteAnswers, write: (change: QuoteChange) => Promise<void>): Promise<void> {
  const { entries: all } = await readContent(contentFolder());
  const entries = { ...all, ...standing(all) };
  const answers: Record<string, string | true | undefined> = { ...given };
  const keyboard = new Keyboard(process.stdin, process.stdout);
  let change: QuoteChange;
  try {
    change = await untilRight(questionsFor(entries, answers), answers, keyboard);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const command = commandWith(answers);
    throw new CommandError(`Stopped; nothing was written.${command === '' ? '' : ` To go on with these answers:\nnpm run quote:add -- ${command}`}`);
  } finally {
    keyboard.release();
  }
  await write(change);
}

function commandWith(answers: QuoteAnswers): string {
  const inShell = (value: string) => `'${value.replaceAll("'", String.raw`'\''`)}'`;
  return Object.entries(answers)
    .flatMap(([name, value]) => (value === undefined ? [] : [value === true ? `--${name}` : `--${name} ${inShell(value)}`]))
    .join(' ');
}

async function untilRight(questions: readonly Question[], answers: Record<string, string | true | undefined>, keyboard: Keyboard): Promise<QuoteChange> {
  const asked = new Set<string>();
  const put = async (question: Question) => {
    asked.add(question.name);
    answers[question.name] = await answerTo(question, answers[question.name], keyboard);
  };
  for (;;) {
    for (const question of questions) {
      const answer = answers[question.name];
      const isRight = answer === undefined ? question.late || question.idle?.() || (asked.has(question.name) && !question.needed) : await isAnswer(question, String(answer));
      if (!isRight) await put(question);
    }
    const change = await changeFor(answers).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      console.log(error.message);
    });
    if (change) {
      console.log(shown(change));
      if (await isYes('Are these the words, letter for letter? Write it?', keyboard)) return change;
    }
    const known = questions.map(({ name }) => ({ value: name, label: `${labelOf(name)}: ${answers[name] ?? ''}` }));
    const name = await choose('Which answer is to be changed? The others are kept.', [...known, { value: '', label: 'None: stop without writing' }], undefined, keyboard);
    const question = questions.find((one) => one.name === name);
    if (!question) throw new Stopped();
    await put(question);
  }
}

/** The quote as its file will have it, how its words are known, and the words around it. */
function shown({ quote, position, proof, passage = '' }: QuoteChange): string {
  const words = passage.replaceAll(/\s+/gu, ' ').trim();
  const at = Math.max(0, words.indexOf(quote.text.slice(0, 30)) - SHOWN.around);
  const around = words.length <= SHOWN.whole ? words : `… ${words.slice(at, at + quote.text.length + 2 * SHOWN.around)} …`;
  return `\ncontent/${position.file} gets this quote:\n\n${yamlText(quote)}\nIt is ${proofInShort(proof)}.\n${around === '' ? '' : `Its passage: ${around}\n`}\n`;
}

function questionsFor(entries: Entries, answers: QuoteAnswers): Question[] {
  const textOf = (name: string) => String(answers[name] ?? '');
  const place = () => entries.positions.find(({ id }) => id === `${textOf('topic')}/${textOf('dimension')}/${textOf('party')}`)?.data;
  const related: Readonly<Record<string, () => Option[]>> = {
    speakers: () => entries.speakers.filter(({ data }) => data.party === answers['party']).map(({ id, data }) => ({ value: id, label: data.name })),
    sources: () => entries.sources.map(({ id, data }) => ({ value: id, label: `${data.title} (${data.published})` })),
    quotes: () => (place()?.quotes ?? []).map(({ id, date, text: words }) => ({ value: id, label: `${date}: ${words}` })),
  };
  const dimensions = () => entries.topics.find(({ id }) => id === answers['topic'])?.data.dimensions ?? [];
  const ofField = (field: Field): Question => {
    const { name, needed, schema, meta } = field;
    const [only, offered] = [onlyValue(field), meta.relation && related[meta.relation]];
    // A minister speaks for the government, others in Parliament or, elsewhere, for their party: offered, and an editor says so.
    const initial = name === 'capacity' ? { initial: () => usualCapacity(entries, answers) } : {};
    const message = `${labelOf(name)}: ${explain(meta)}${only ? ' (yes or no)' : needed ? '' : ' (may be empty)'}`;
    const choices = choicesIn(field);
    const options = choices ? () => choices.map((value) => ({ value, label: value })) : offered;
    return { name, message, needed, late: LATE.has(name), ...initial, ...(only ? { only } : options ? { options } : { wrong: refusedBy(schema) }) };
  };
  const [id, ...fields] = QUOTE_FIELDS;
  const summary = fieldsOf(positionSchema).find(({ name }) => name === 'summary')!;
  const ofId = (answer: string) => (takenQuoteIds(entries).has(answer) ? 'This id is taken; ids are permanent.' : refusedBy(id!.schema)(answer));
  return [
    { name: 'topic', message: 'Topic', needed: true, options: () => entries.topics.map((topic) => ({ value: topic.id, label: topic.data.title })) },
    { name: 'dimension', message: 'Question', needed: true, options: () => dimensions().map((one) => ({ value: one.id, label: one.question })) },
    { name: 'party', message: 'Party', needed: true, options: () => entries.parties.map((party) => ({ value: party.id, label: party.data.name })) },
    ...fields.map(ofField),
    {
      name: 'passage',
      message: 'A text file with the passage, to prove it against (may be empty)',
      needed: false,
      // A source of which the whole text was read needs none.
      idle: () => entries.sources.find(({ id }) => id === answers['source'])?.data.fingerprint?.covers === 'whole',
      wrong: (file) =>
        readTextFile(file).then(
          () => undefined,
          (error: Error) => error.message,
        ),
    },
    { name: 'summary', message: `Summary: ${explain(summary.meta)}`, needed: true, initial: () => place()?.summary, wrong: refusedBy(summary.schema) },
    { name: 'id', message: 'Id', needed: true, initial: () => suggestQuoteId(entries, { speaker: textOf('speaker'), party: textOf('party'), dimension: textOf('dimension'), date: textOf('date') }), wrong: ofId },
  ];
}

function usualCapacity({ offices, sources }: Entries, { role, source }: QuoteAnswers): Capacity {
  if (offices.some(({ data }) => data.offices.some(({ office }) => office === role))) return 'government';
  return sources.find(({ id }) => id === source)?.data.kind === 'official-record' ? 'parliament' : 'party';
}
