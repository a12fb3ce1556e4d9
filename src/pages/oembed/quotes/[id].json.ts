import type { APIRoute } from 'astro';
import { getRecord } from '../../../data/record.ts';
import { type Embed, oembedText, quoteEmbed } from '../../../outputs/embeds.ts';
import { site } from '../../../site.ts';

export async function getStaticPaths() {
  if (site.largeRecord) return [];
  const { quotes } = await getRecord();
  return quotes.map((quote) => ({ params: { id: quote.id }, props: quoteEmbed(quote) }));
}

export const GET: APIRoute<Embed> = ({ props }) => new Response(oembedText(props), { headers: { 'Content-Type': 'application/json+oembed; charset=utf-8' } });
