import { confirm, isCancel, select, text } from '@clack/prompts';
import { z } from 'astro/zod';
import type { Entries } from '../record/schema/entries.ts';
import { explain, type Field, labelOf } from '../record/schema/fields.ts';
import type { PositionEntry } from '../record/schema/position.ts';
import { CommandError } from './command.ts';
import { onlyValue, QUOTE_FIELDS, type QuoteAnswers, type QuoteValues } from './quote-fields.ts';
import { suggestQuoteId } from './quote-id.ts';

/** An answer to choose, and how it is shown. */
interface Option {
  value: string;
  label: string;
}

/** The id is suggested when all else is known; the words around a short quote come from its passage. */
const NOT_ASKED: ReadonlySet<string> = new Set(['id', 'prefix', 'suffix']);

/**
 * Asks for a new quote in the terminal, one question a field of its schema.
 * @param entries what there is to choose from
 * @throws CommandError when the person stops
 */
export async function askForQuote(entries: Entries): Promise<QuoteAnswers> {
  const titled = (list: readonly { id: string; data: { title: string } }[]) => list.map(({ id, data }) => ({ value: id, label: data.title }));
  const topic = await choose('Topic', titled(entries.topics));
  const dimensions = entries.topics.find(({ id }) => id === topic)?.data.dimensions ?? [];
  const dimension = await choose(
    'Question',
    dimensions.map(({ id, question }) => ({ value: id, label: question })),
  );
  const party = await choose(
    'Party',
    entries.parties.map(({ id, data }) => ({ value: id, label: data.name })),
  );
  const position = entries.positions.find((entry) => entry.id === `${topic}/${dimension}/${party}`)?.data;
  const related: Readonly<Record<string, readonly Option[]>> = {
    speakers: entries.speakers.filter(({ data }) => data.party === party).map(({ id, data }) => ({ value: id, label: data.name })),
    sources: entries.sources.map(({ id, data }) => ({ value: id, label: `${data.title} (${data.published})` })),
    quotes: earlierQuotes(position),
  };
  const quote: Record<string, string | true> = {};
  for (const field of QUOTE_FIELDS.filter(({ name }) => !NOT_ASKED.has(name))) {
    const answer = await askField(field, field.meta.relation && related[field.meta.relation]);
    if (answer !== undefined && answer !== '') quote[field.name] = answer;
  }
  const passage = await ask('A text file with the passage, to prove it against (may be empty)', '', true);
  const summary = await ask('Summary of all the party says on this question, at most 25 words', position?.summary);
  quote['id'] = await ask('Id', suggestQuoteId(entries, { speaker: textOf(quote, 'speaker'), party, dimension, date: textOf(quote, 'date') }));
  return { topic, dimension, party, quote, ...(passage ? { passage } : {}), ...(summary && summary !== position?.summary ? { summary } : {}) };
}

function earlierQuotes(position: PositionEntry | undefined): Option[] {
  return (position?.quotes ?? []).map(({ id, date, text: words }) => ({ value: id, label: `${date}: ${words}` }));
}

function textOf(values: QuoteValues, name: string): string {
  return String(values[name] ?? '');
}

/** What the field's schema asks for; undefined where the answer is that there is nothing to say. */
async function askField(field: Field, related: readonly Option[] | undefined): Promise<string | true | undefined> {
  const { name, needed, schema, meta } = field;
  const message = `${labelOf(name)}: ${explain(meta)}${needed ? '' : ' (may be empty)'}`;
  const only = onlyValue(field);
  if (only !== undefined) return (await answered(confirm({ message, initialValue: false }))) ? only : undefined;
  const options = schema instanceof z.ZodEnum ? schema.options.map((value) => ({ value: String(value), label: String(value) })) : related;
  if (options === undefined) return ask(message, '', !needed);
  if (needed) return choose(message, options);
  return options.length === 0 ? undefined : choose(message, [...options, { value: '', label: '(none)' }]);
}

function choose(message: string, options: readonly Option[]): Promise<string> {
  if (options.length === 0) throw new CommandError(`There is nothing to choose for “${message}”. To mend: add it to content/ first.`);
  return answered(select({ message, options: [...options].sort((a, b) => a.label.localeCompare(b.label, 'en')), maxItems: 12 }));
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
