import type { APIRoute } from 'astro';
import { getRecord } from '../../../record/door.ts';
import { dimensionEmbed, type Embed, oembedText } from '../../../features/embed/embeds.ts';

export async function getStaticPaths() {
  const { topics } = await getRecord();
  return topics.flatMap((topic) => topic.dimensions.map((dimension) => ({ params: { topic: topic.id, dimension: dimension.id }, props: dimensionEmbed(dimension) })));
}

export const GET: APIRoute<Embed> = ({ props }) => new Response(oembedText(props), { headers: { 'Content-Type': 'application/json+oembed; charset=utf-8' } });
