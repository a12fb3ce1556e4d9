import { yearOf } from './dates.ts';
import type { OnRecord } from './record.ts';

/** One value a search can be filtered by, with how many quotes have it. */
export interface FacetValue {
  value: string;
  quotes: number;
}

/** What a search can be filtered by. */
export interface Facet {
  name: 'party' | 'topic' | 'year' | 'speaker';
  label: string;
  /** Parties, topics and speakers A to Z; years newest first. */
  values: readonly FacetValue[];
}

/** The filters of the search page, with counts over the whole record. */
export function searchFacets({ quotes, parties, topics, speakers }: OnRecord): Facet[] {
  const count = (value: string, of: (quote: OnRecord['quotes'][number]) => string) => ({ value, quotes: quotes.filter((quote) => of(quote) === value).length });
  const years = [...new Set(quotes.map(({ date }) => yearOf(date)))].sort().reverse();
  const facets: Facet[] = [
    { name: 'party', label: 'Party', values: parties.map(({ name }) => count(name, (quote) => quote.party.name)) },
    { name: 'topic', label: 'Topic', values: topics.map(({ title }) => count(title, (quote) => quote.topic.title)) },
    { name: 'year', label: 'Year', values: years.map((year) => count(year, (quote) => yearOf(quote.date))) },
    { name: 'speaker', label: 'Speaker', values: [...new Set(speakers.map(({ name }) => name))].map((name) => count(name, (quote) => quote.speaker.name)) },
  ];
  return facets.map((facet) => ({ ...facet, values: facet.values.filter(({ quotes: found }) => found > 0) }));
}
