import type { APIRoute } from 'astro';
import { getRecord } from '../../../data/record.ts';
import { proofDocument } from '../../../domain/proof-document.ts';
import type { Quote } from '../../../domain/record.ts';
import { site } from '../../../site.ts';
import { absolute, path } from '../../../urls.ts';

export async function getStaticPaths() {
  if (site.largeRecord) return [];
  const { quotes } = await getRecord();
  return quotes.map((quote) => ({ params: { id: quote.id }, props: { quote } }));
}

export const GET: APIRoute<{ quote: Quote }> = ({ props: { quote } }) =>
  new Response(`${JSON.stringify(proofDocument(quote, absolute(path('/about/method/'))), null, 2)}\n`, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
