import type { APIRoute } from 'astro';
import { questionMarkdown } from '../../../../features/markdown/markdown.ts';
import { getContent } from '../../../../record/door.ts';

export async function getStaticPaths() {
  const { record, entries } = await getContent();
  const bodies = new Map(entries.positions.map(({ id, body }) => [id, body]));
  return record.topics.flatMap((topic) => topic.dimensions.map((dimension) => ({ params: { topic: topic.id, dimension: dimension.id }, props: { text: questionMarkdown(dimension, (position) => bodies.get(position) ?? '') } })));
}

export const GET: APIRoute = ({ props }) => new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
