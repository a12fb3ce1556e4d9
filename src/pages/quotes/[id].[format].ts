import type { APIRoute } from 'astro';
import { getRecord } from '../../data/record.ts';
import { CITATION_FORMATS } from '../../domain/cite.ts';
import type { Quote } from '../../domain/record.ts';
import { iframeSnippet, quoteEmbed } from '../../outputs/embeds.ts';
import { site } from '../../site.ts';
import { absolute, quoteUrl } from '../../urls.ts';

interface Props {
  quote: Quote;
  mime: string;
  write: (quote: Quote) => string;
}

const FILES = [
  ...CITATION_FORMATS.map(({ extension, mime, write }) => ({ format: extension, mime, write: (quote: Quote) => write(quote, { permalink: absolute(quoteUrl(quote)) }) })),
  { format: 'frame.txt', mime: 'text/plain', write: (quote: Quote) => `${iframeSnippet(quoteEmbed(quote))}\n` },
];

export async function getStaticPaths() {
  if (site.largeRecord) return [];
  const { quotes } = await getRecord();
  return quotes.flatMap((quote) => FILES.flatMap(({ format, mime, write }) => (format ? [{ params: { id: quote.id, format }, props: { quote, mime, write } }] : [])));
}

export const GET: APIRoute<Props> = ({ props: { quote, mime, write } }) => new Response(write(quote), { headers: { 'Content-Type': `${mime}; charset=utf-8` } });
