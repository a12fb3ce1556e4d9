import type { EngineData } from '../../site/search-engine.ts';

/** A quote as a search finds it: everything that is shown or exported. */
export interface FoundQuote {
  id: string;
  /** Path of its page. */
  page: string;
  quote: string;
  speaker: string;
  role: string;
  party: string;
  date: string;
  topic: string;
  question: string;
  publisher: string;
  /** Address of its source. */
  source: string;
}

/**
 * Reads what the index keeps of a quote; `search-records.ts` wrote it.
 * @param data of one result
 */
export function foundQuote({ url, content, meta }: Pick<EngineData, 'url' | 'content' | 'meta'>): FoundQuote {
  // Its place in the record, its page and its source; in a large record a quote's own address has a `#` too.
  const [first, last] = [url.indexOf('#'), url.lastIndexOf('#')];
  const [page, source] = [url.slice(first + 1, last), url.slice(last + 1)];
  const parts = page.split(/[/#]/u).filter((part) => part !== '');
  const field = (name: string) => meta[name] ?? '';
  return {
    id: parts.at(-1) ?? '',
    page,
    quote: content,
    speaker: field('speaker'),
    role: field('role'),
    party: field('party'),
    date: field('date'),
    topic: field('topic'),
    question: field('question'),
    publisher: field('publisher'),
    source: decodeURIComponent(source),
  };
}
