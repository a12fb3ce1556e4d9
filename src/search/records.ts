import { yearOf, firstDay } from '../domain/dates.ts';
import type { OnRecord, Quote } from '../domain/record.ts';
import { quoteUrl } from '../urls.ts';

/** One quote as Pagefind's custom record (https://pagefind.app/docs/node-api/#indexaddcustomrecord). */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** Every quote of the record, ready to be indexed, newest first. */
export function searchRecords(record: OnRecord): SearchRecord[] {
  const keywords = new Map(record.topics.map((topic) => [topic.id, topic.keywords]));
  return record.quotes.map((quote) => toRecord(quote, keywords.get(quote.topic.id) ?? []));
}

function toRecord(quote: Quote, keywords: readonly string[]): SearchRecord {
  return {
    url: quoteUrl(quote.id),
    // The quote comes first so that an exact phrase is found in one run of words; the rest helps remembered words.
    content: [quote.text, quote.speaker.name, quote.role, quote.party.name, quote.dimension.title, quote.dimension.question, quote.topic.title, quote.source.publisher, ...quote.speaker.aliases, ...keywords].join(' . '),
    language: 'en',
    meta: {
      title: `${quote.speaker.name} on ${quote.dimension.title}`,
      quote: quote.text,
      party: quote.party.name,
      partyId: quote.party.id,
      speaker: quote.speaker.name,
      role: quote.role,
      date: quote.date,
      topic: quote.topic.title,
      publisher: quote.source.publisher,
    },
    filters: { party: [quote.party.name], topic: [quote.topic.title], year: [yearOf(quote.date)], speaker: [quote.speaker.name] },
    sort: { date: firstDay(quote.date) },
  };
}
