import type { OnRecord } from './record.ts';

/** One topic in a list of topics. */
export interface TopicListItem {
  id: string;
  title: string;
  tagline: string;
  dimensions: readonly { id: string; question: string }[];
}

/** Topics that lists show together. */
export interface TopicGroup {
  /** Absent for topics of no group. */
  title?: string;
  topics: readonly TopicListItem[];
}

/** Every topic with its questions. */
export function topicList({ topics }: Pick<OnRecord, 'topics'>): TopicListItem[] {
  return topics.map(({ id, title, tagline, dimensions }) => ({ id, title, tagline, dimensions: dimensions.map(({ id: dimension, question }) => ({ id: dimension, question })) }));
}

/** The topics by their groups: groups A to Z, in each the topics A to Z; topics of no group come last. */
export function topicGroups({ topics }: Pick<OnRecord, 'topics'>): TopicGroup[] {
  const titles = [...new Set(topics.flatMap(({ group }) => group ?? []))].sort((a, b) => a.localeCompare(b, 'en'));
  const groups = [...titles, undefined].map((title) => ({ ...(title === undefined ? {} : { title }), topics: topicList({ topics: topics.filter(({ group }) => group === title) }) }));
  return groups.filter((group) => group.topics.length > 0);
}
