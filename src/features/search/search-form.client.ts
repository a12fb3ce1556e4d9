import type { SearchRequest } from './find-quotes.ts';
import type { FilterCounts } from '../../site/search-engine.ts';

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
}

/** Fills the form with what the page's address asks for. */
export function fillFromAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const field of fieldsOf(form)) {
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

/** The chosen filters: name and value. */
export function chosenFilters(form: HTMLFormElement): Record<string, string> {
  const chosen = [...form.querySelectorAll<HTMLSelectElement>('select[data-filter]')].filter(({ value }) => value !== '');
  return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
}

/**
 * What the form asks for.
 * @param form the search form
 * @param refused a query that is searched for as typed, because the reader refused its correction
 */
export function requestOf(form: HTMLFormElement, refused: string): SearchRequest {
  const sort = form.querySelector<HTMLSelectElement>('select[name=sort]')!.value as SearchRequest['sort'] | '';
  const typed = form.querySelector<HTMLInputElement>('input[name=q]')!.value;
  return { typed, filters: chosenFilters(form), sort: sort === '' ? undefined : sort, asTyped: typed === refused };
}

/**
 * Says beside each choice of a filter how many quotes it would leave.
 * @param form the search form
 * @param counts of a search; without one `otherwise` is said
 * @param otherwise `all`: the numbers of the whole record; `unknown`: none
 */
export function countOptions(form: HTMLFormElement, counts: FilterCounts | undefined, otherwise: 'all' | 'unknown'): void {
  for (const option of form.querySelectorAll<HTMLOptionElement>('select[data-filter] option[data-all]')) {
    const { name } = option.parentElement as HTMLSelectElement;
    const count = counts ? (counts[name]?.[option.value] ?? 0) : otherwise === 'all' ? option.dataset['all'] : undefined;
    option.textContent = count === undefined ? option.value : `${option.value} (${count})`;
  }
}
