import type { APIRoute } from 'astro';
import { hasOwnMarkdown, quoteMarkdown } from '../../../features/markdown/markdown.ts';
import { getRecord } from '../../../record/door.ts';

export async function getStaticPaths() {
  const { quotes } = await getRecord();
  return hasOwnMarkdown(quotes.length) ? quotes.map((quote) => ({ params: { id: quote.id }, props: { text: quoteMarkdown(quote) } })) : [];
}

export const GET: APIRoute = ({ props }) => new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
