import type { APIRoute } from 'astro';
import { openData } from '../../../../features/data/data.ts';
import { oembed, quoteEmbed } from '../../../../features/embed/embeds.ts';
import { proofDocument } from '../../../../features/quote/proof-document.ts';
import { getContent } from '../../../../record/door.ts';
import { absolute, path } from '../../../../site/urls.ts';

/** One quote for machines: what oEmbed asks for, its row of the open data, and its proof. */
export async function getStaticPaths() {
  const { record, entries } = await getContent();
  const rows = new Map(openData(record, entries).rows.quotes.map((row) => [row.id, row]));
  return record.quotes.map((quote) => ({ params: { id: quote.id }, props: { ...oembed(quoteEmbed(quote)), quote: rows.get(quote.id), proof: proofDocument(quote, absolute(path('/about/method/'))) } }));
}

export const GET: APIRoute = ({ props }) => new Response(`${JSON.stringify(props, null, 2)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
