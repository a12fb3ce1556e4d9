import type { APIRoute } from 'astro';
import { topicMarkdown } from '../../../features/markdown/markdown.ts';
import { getContent } from '../../../record/door.ts';

export async function getStaticPaths() {
  const { record, entries } = await getContent();
  const bodies = new Map(entries.topics.map(({ id, body }) => [id, body]));
  return record.topics.map((topic) => ({ params: { topic: topic.id }, props: { text: topicMarkdown(topic, bodies.get(topic.id) ?? '') } }));
}

export const GET: APIRoute = ({ props }) => new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
