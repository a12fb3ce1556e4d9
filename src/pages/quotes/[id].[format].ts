import type { APIRoute } from 'astro';
import { getRecord } from '../../data/record.ts';
import { CITATION_FORMATS, type CitationFormat } from '../../domain/cite.ts';
import type { Quote } from '../../domain/record.ts';
import { site } from '../../site.ts';
import { absolute, quoteUrl } from '../../urls.ts';

interface Props {
  quote: Quote;
  format: CitationFormat;
}

export async function getStaticPaths() {
  if (site.largeRecord) return [];
  const { quotes } = await getRecord();
  return quotes.flatMap((quote) => CITATION_FORMATS.flatMap((format) => (format.extension ? [{ params: { id: quote.id, format: format.extension }, props: { quote, format } }] : [])));
}

export const GET: APIRoute<Props> = ({ props: { quote, format } }) => new Response(format.write(quote, { permalink: absolute(quoteUrl(quote)) }), { headers: { 'Content-Type': `${format.mime}; charset=utf-8` } });
