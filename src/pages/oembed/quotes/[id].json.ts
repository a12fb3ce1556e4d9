import type { APIRoute } from 'astro';
import { getRecord } from '../../../record/door.ts';
import { type Embed, oembedText, quoteEmbed } from '../../../features/embed/embeds.ts';

export async function getStaticPaths() {
  const { quotes } = await getRecord();
  return quotes.map((quote) => ({ params: { id: quote.id }, props: quoteEmbed(quote) }));
}

export const GET: APIRoute<Embed> = ({ props }) => new Response(oembedText(props), { headers: { 'Content-Type': 'application/json+oembed; charset=utf-8' } });
