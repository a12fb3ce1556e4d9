import type { APIRoute } from 'astro';
import { getRecord } from '../../../record/door.ts';
import { proofDocument } from '../../../features/quote/proof-document.ts';
import type { Quote } from '../../../record/record.ts';
import { absolute, path } from '../../../site/urls.ts';

export async function getStaticPaths() {
  const { quotes } = await getRecord();
  return quotes.map((quote) => ({ params: { id: quote.id }, props: { quote } }));
}

export const GET: APIRoute<{ quote: Quote }> = ({ props: { quote } }) =>
  new Response(`${JSON.stringify(proofDocument(quote, absolute(path('/about/method/'))), null, 2)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
