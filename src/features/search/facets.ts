import { yearOf } from '../../record/dates.ts';
import type { OnRecord } from '../../record/record.ts';

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
  const counted = (values: readonly string[], of: (quote: OnRecord['quotes'][number]) => string): FacetValue[] => {
    const counts = new Map<string, number>();
    for (const quote of quotes) counts.set(of(quote), (counts.get(of(quote)) ?? 0) + 1);
    return values.map((value) => ({ value, quotes: counts.get(value) ?? 0 }));
  };
  const years = [...new Set(quotes.map(({ date }) => yearOf(date)))].sort().reverse();
  const [names, titles] = [parties.map(({ name }) => name), topics.map(({ title }) => title)];
  const facets: Facet[] = [
    { name: 'party', label: 'Party', values: counted(names, (quote) => quote.party.name) },
    { name: 'topic', label: 'Topic', values: counted(titles, (quote) => quote.topic.title) },
    { name: 'year', label: 'Year', values: counted(years, (quote) => yearOf(quote.date)) },
    { name: 'speaker', label: 'Speaker', values: counted([...new Set(speakers.map(({ name }) => name))], (quote) => quote.speaker.name) },
  ];
  return facets.map((facet) => ({ ...facet, values: facet.values.filter(({ quotes: found }) => found > 0) }));
}
