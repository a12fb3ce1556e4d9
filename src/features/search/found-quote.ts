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
  /** That its party has since dropped the words. */
  notice?: string;
}

/**
 * Reads what the index keeps of a quote; `search-records.ts` wrote it.
 * @param data of one result
 */
export function foundQuote({ url, content, meta }: Pick<EngineData, 'url' | 'content' | 'meta'>): FoundQuote {
  // Its place in the record, its page, its source and, where its party has dropped the words, the notice of that.
  const [, page = '', source = '', notice] = url.split('#');
  const parts = page.split('/').filter((part) => part !== '');
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
    ...(notice ? { notice: decodeURIComponent(notice) } : {}),
  };
}
