import { confirm, isCancel, select, text } from '@clack/prompts';
import type { Entries } from '../record/schema/entries.ts';
import { CAPACITIES } from '../record/schema/position.ts';
import { CommandError } from './command.ts';
import type { QuoteAnswers } from './quote-add.ts';
import { suggestQuoteId } from './quote-id.ts';

/**
 * Asks for a new quote in the terminal, one question a field.
 * @param entries what there is to choose from
 * @throws CommandError when the person stops
 */
export async function askForQuote(entries: Entries): Promise<QuoteAnswers> {
  const topic = await choose(
    'Topic',
    entries.topics.map(({ id, data }) => ({ value: id, label: data.title })),
  );
  const dimensions = entries.topics.find(({ id }) => id === topic)?.data.dimensions ?? [];
  const dimension = await choose(
    'Question',
    dimensions.map(({ id, question }) => ({ value: id, label: question })),
  );
  const party = await choose(
    'Party',
    entries.parties.map(({ id, data }) => ({ value: id, label: data.name })),
  );
  const words = await ask('The words, exactly as the source prints them ([…] marks a cut)');
  const partial = await answered(confirm({ message: 'Are they only part of a sentence?', initialValue: false }));
  const speaker = await choose(
    'Speaker',
    entries.speakers.filter(({ data }) => data.party === party).map(({ id, data }) => ({ value: id, label: data.name })),
  );
  const role = await ask("The speaker's role at the date");
  const capacity = await choose(
    'They spoke for',
    CAPACITIES.map((value) => ({ value, label: value })),
  );
  const date = await ask('Date (YYYY-MM-DD, or YYYY-MM)');
  const source = await choose(
    'Source',
    entries.sources.map(({ id, data }) => ({ value: id, label: `${data.title} (${data.published})` })),
  );
  const passage = await ask('A text file with the passage, to prove it against (may be empty)', '', true);
  const note = await ask('A note for the reader (may be empty)', '', true);
  const before = entries.positions.find((entry) => entry.id === `${topic}/${dimension}/${party}`)?.data.summary;
  const summary = await ask('Summary of all the party says on this question, at most 25 words', before);
  const id = await ask('Id', suggestQuoteId(entries, { speaker, party, dimension, date }));
  return { topic, dimension, party, text: words, partial, speaker, role, capacity, date, source, id, ...(passage ? { passage } : {}), ...(note ? { note } : {}), ...(summary && summary !== before ? { summary } : {}) };
}

function choose(message: string, options: { value: string; label: string }[]): Promise<string> {
  if (options.length === 0) throw new CommandError(`There is nothing to choose for “${message}”. To mend: add it to content/ first.`);
  return answered(select({ message, options: options.sort((a, b) => a.label.localeCompare(b.label, 'en')), maxItems: 12 }));
}

async function ask(message: string, initialValue = '', optional = false): Promise<string> {
  const answer = await answered(text({ message, initialValue, validate: (value) => (optional || value?.trim() ? undefined : 'This is needed.') }));
  return (answer ?? '').trim();
}

async function answered<Value>(answer: Promise<Value | symbol>): Promise<Exclude<Value, symbol>> {
  const value = await answer;
  if (isCancel(value)) throw new CommandError('Stopped; nothing was written.');
  return value as Exclude<Value, symbol>;
}
