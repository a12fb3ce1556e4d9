import type { OnRecord, Party } from './record.ts';

/** One topic in a list of topics. */
export interface TopicListItem {
  id: string;
  title: string;
  tagline: string;
  dimensions: readonly { id: string; question: string }[];
  /** Quotes a party, in the parties' order. */
  counts: readonly { party: Party; quotes: number }[];
}

/** Every topic with its questions and how many quotes each party has there. */
export function topicList({ topics, parties }: Pick<OnRecord, 'topics' | 'parties'>): TopicListItem[] {
  return topics.map((topic) => ({
    id: topic.id,
    title: topic.title,
    tagline: topic.tagline,
    dimensions: topic.dimensions.map(({ id, question }) => ({ id, question })),
    counts: parties.map((party) => ({ party, quotes: topic.quotes.filter((quote) => quote.party.id === party.id).length })),
  }));
}
