import type { SearchRequest } from './answer.ts';
import type { QuestionIndex } from './question-index.ts';
import type { NamedFilter } from './understand-query.ts';

function fieldsOf(form: HTMLFormElement, which = 'input, select'): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(which)];
}

function filtersOf(form: HTMLFormElement): HTMLSelectElement[] {
  return [...form.querySelectorAll<HTMLSelectElement>('select[data-filter]')];
}

/**
 * Fills the form with what the page's address asks for.
 * @param which `select` fills the choices alone, whose values come with the questions' index
 */
export function fillFromAddress(form: HTMLFormElement, which: 'input, select' | 'select' = 'input, select'): void {
  const query = new URLSearchParams(location.search);
  for (const field of fieldsOf(form, which)) {
    field.value = query.get(field.name) ?? '';
    if (field instanceof HTMLSelectElement && field.selectedIndex === -1) field.value = '';
  }
}

/** Writes what the form asks for into the page's address, which so can be shared. */
export function writeAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(
    fieldsOf(form)
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => [name, value]),
  );
  const text = query.toString();
  history.replaceState(null, '', text === '' ? location.pathname : `?${text}`);
}

/** The value of a field of the form. */
export function valueOf(form: HTMLFormElement, name: string): string {
  return (form.elements.namedItem(name) as HTMLInputElement).value;
}

/** The chosen filters: name and value. */
export function chosenFilters(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(filtersOf(form).flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));
}

/** What the form asks for. */
export function requestOf(form: HTMLFormElement): SearchRequest {
  const sort = valueOf(form, 'sort') as SearchRequest['sort'] | '';
  const off = valueOf(form, 'off').split(' ') as NamedFilter[];
  return { typed: valueOf(form, 'q'), filters: chosenFilters(form), sort: sort === '' ? undefined : sort, off, asTyped: valueOf(form, 'words') !== '' };
}

/** Gives every filter its values: parties, topics and speakers A to Z, years newest first. */
export function fillFilters(form: HTMLFormElement, { parties, topics, years, speakers }: QuestionIndex): void {
  const values: Record<string, (readonly [string, number])[]> = {
    party: parties.map(({ name, quotes }) => [name, quotes]),
    topic: topics.map(({ title, quotes }) => [title, quotes]),
    year: [...years],
    speaker: speakers.map(({ name, quotes }) => [name, quotes]),
  };
  for (const select of filtersOf(form)) {
    for (const [value, quotes] of new Map(values[select.name])) {
      const option = new Option(`${value} (${quotes})`, value);
      option.dataset['all'] = String(quotes);
      select.append(option);
    }
  }
}

/** Says on the button of the filters how many are set. */
export function countFiltersSet(form: HTMLFormElement): void {
  const set = [...filtersOf(form), form.elements.namedItem('sort') as HTMLSelectElement].filter(({ value }) => value !== '').length;
  form.querySelector('[data-set]')!.textContent = set === 0 ? '' : ` (${set} set)`;
}
