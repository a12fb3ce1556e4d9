import type { Entries } from '../../record/schema/entries.ts';
import { explain, type Field, labelOf } from '../../record/schema/fields.ts';
import { type Facts, missingFacts } from './new-source.ts';
import { choicesIn, onlyValue, QUOTE_FIELDS } from './quote-fields.ts';
import type { DeskAnswers } from './desk.ts';

/** What a form holds: an empty field is left out. */
export type Filled = Omit<DeskAnswers, 'facts' | 'today'> & { facts?: Facts };

type Choice = readonly [value: string, label: string];

/** Asked elsewhere, or found out. */
const NOT_ASKED: ReadonlySet<string> = new Set(['id', 'text', 'speaker', 'source', 'prefix', 'suffix']);
const OF_QUOTE = QUOTE_FIELDS.filter(({ name }) => !NOT_ASKED.has(name));

/** Draws the fields, as the schemas have them. */
export function drawForm(form: HTMLFormElement, { sources, topics, parties }: Entries): void {
  const into = (name: string, ...rows: HTMLElement[]) => form.querySelector(`[data-fields=${name}]`)!.append(...rows);
  const known = sources.map(({ id, data }): Choice => [id, `${data.title} (${data.publisher}, ${data.published})`]).sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  into('source', row('Source', select('source', [['', 'A new source'], ...known])));
  into('facts', ...missingFacts({}).map((field) => row(`${labelOf(field.name)}: ${explain(field.meta)}`, inputOf(`fact-${field.name}`, field))));
  const questions = topics.filter(({ data }) => !data.retired).flatMap(({ id, data }) => data.dimensions.map((one): Choice => [`${id}/${one.id}`, `${data.title}: ${one.question}`]));
  const standing = parties.filter(({ data }) => !data.retired).map(({ id, data }): Choice => [id, data.name]);
  into('quote', row('Question', select('question', [['', ''], ...questions])), row('Party', select('party', [['', ''], ...standing])), row('Speaker', select('speaker', [['', 'A new speaker']])));
  into('quote', row('Name of a new speaker', inputOf('name')));
  into('quote', ...OF_QUOTE.map((field) => row(`${labelOf(field.name)}: ${explain(field.meta)}`, field.name === 'supersedes' ? select('supersedes', [['', '']]) : inputOf(field.name, field))));
  into('quote', row('Summary: what all quotes of the party on this question say, in our words; at most 25', inputOf('summary')));
}

/** Offers the speakers of the party and the quotes of the position, and shows what only a new source needs. */
export function setOptions(form: HTMLFormElement, { speakers, positions }: Entries, quote: Filled['quote']): void {
  form.querySelector<HTMLElement>('[data-part=new]')!.hidden = quote['source'] !== undefined;
  const offer = (name: string, first: string, choices: readonly Choice[]) => {
    const field = form.elements.namedItem(name) as HTMLSelectElement;
    const key = choices.map(([value]) => value).join();
    if (field.dataset['key'] === key) return;
    const { value } = field;
    field.dataset['key'] = key;
    field.replaceChildren(...[['', first] as const, ...choices].map(([one, label]) => new Option(label, one, false, one === value)));
  };
  offer(
    'speaker',
    'A new speaker',
    speakers.filter(({ data }) => data.party === quote['party']).map(({ id, data }) => [id, data.name] as const),
  );
  const position = positions.find(({ id }) => id === `${quote['topic']}/${quote['dimension']}/${quote['party']}`)?.data;
  offer(
    'supersedes',
    '',
    (position?.quotes ?? []).map(({ id, text }) => [id, text.slice(0, 80)] as const),
  );
  const summary = form.elements.namedItem('summary') as HTMLInputElement;
  // What is there stands in the field until somebody changes it.
  if (position && (summary.value === '' || summary.value === summary.dataset['before'])) summary.value = position.summary ?? '';
  summary.dataset['before'] = position?.summary ?? '';
}

/** What the form holds. */
export function readForm(form: HTMLFormElement): Filled {
  const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value !== '')) as Record<string, string>;
  const [topic, dimension] = (values['question'] ?? '').split('/');
  const fields = Object.fromEntries(
    ['source', 'party', 'speaker', 'summary', ...OF_QUOTE.map(({ name }) => name)].flatMap((name) => {
      const only = OF_QUOTE.filter((field) => field.name === name).map(onlyValue)[0];
      return values[name] === undefined ? [] : [[name, only ?? values[name]] as const];
    }),
  );
  // A paste of several lines is one sentence.
  const text = values['words']?.replaceAll(/\s+/gu, ' ');
  const facts = Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith('fact-') ? [[name.slice(5), value]] : []))) as Facts;
  return {
    quote: { ...fields, ...(text === undefined ? {} : { text }), ...(topic ? { topic, dimension: dimension! } : {}) },
    text: values['passage'] ?? '',
    covers: values['covers'] === 'passage' ? 'passage' : 'whole',
    ...(fields['source'] === undefined ? { facts } : {}),
    ...(values['name'] === undefined ? {} : { name: values['name'] }),
  };
}

function row(label: string, field: HTMLElement): HTMLElement {
  const element = document.createElement('label');
  element.append(label, field);
  return element;
}

function select(name: string, choices: readonly Choice[]): HTMLSelectElement {
  const field = document.createElement('select');
  field.name = name;
  field.append(...choices.map(([value, label]) => new Option(label, value)));
  return field;
}

function inputOf(name: string, field?: Field): HTMLElement {
  const choices = field && choicesIn(field);
  if (choices) return select(name, [['', ''], ...choices.map((value): Choice => [value, value])]);
  const input = document.createElement('input');
  input.name = name;
  if (field && onlyValue(field) !== undefined) input.type = 'checkbox';
  else input.type = name === 'fact-url' ? 'url' : 'text';
  return input;
}
