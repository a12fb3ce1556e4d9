import type { APIRoute } from 'astro';
import { dimensionEmbed, oembed } from '../../../features/embed/embeds.ts';
import { getRecord } from '../../../record/door.ts';

export async function getStaticPaths() {
  const { topics } = await getRecord();
  return topics.flatMap((topic) => topic.dimensions.map((dimension) => ({ params: { topic: topic.id, dimension: dimension.id }, props: oembed(dimensionEmbed(dimension)) })));
}

export const GET: APIRoute = ({ props }) => new Response(`${JSON.stringify(props, null, 2)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
