import { yearOf } from '../../record/dates.ts';
import type { OnRecord, Quote } from '../../record/record.ts';
import { officialUrl } from '../../record/source-address.ts';
import { quoteUrl } from '../../site/urls.ts';

/** One quote as Pagefind's custom record (https://pagefind.app/docs/node-api/#indexaddcustomrecord). */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** Every quote of the record, ready to be indexed: newest first, and indexed in this order, since the search sorts by it. */
export function searchRecords({ quotes }: OnRecord): SearchRecord[] {
  return quotes.map(toRecord);
}

function toRecord(quote: Quote, place: number): SearchRecord {
  const { text, speaker, role, party, date, topic, dimension, source, disowned } = quote;
  return {
    // The address is all that Pagefind keeps but does not index: words of a source's address or of a notice would be found in searches.
    // It is compared with every one before it, so what sets it apart comes first: a sixth less time for 50,000 quotes.
    url: `${place}#${quoteUrl(quote)}#${encodeURIComponent(officialUrl(source))}${disowned ? `#${encodeURIComponent(disowned.note)}` : ''}`,
    // Only the quote: an exact phrase is found in what was said, never in what we say about it.
    content: text,
    language: 'en',
    // Searched as well, at the weights of `RANKING`.
    meta: { speaker: speaker.name, role, party: party.name, date, topic: topic.title, dimension: dimension.title, question: dimension.question, publisher: source.publisher },
    filters: { party: [party.name], topic: [topic.title], year: [yearOf(date)], speaker: [speaker.name], question: [`${topic.id}/${dimension.id}`] },
  };
}
