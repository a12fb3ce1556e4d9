import type { APIRoute } from 'astro';
import { getRecord } from '../../record/door.ts';
import { CITATION_FORMATS } from '../../record/cite/formats.ts';
import type { Quote } from '../../record/record.ts';
import { iframeSnippet, quoteEmbed } from '../../features/embed/embeds.ts';
import { absolute, quoteUrl } from '../../site/urls.ts';

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
  const { quotes } = await getRecord();
  return quotes.flatMap((quote) => FILES.flatMap(({ format, mime, write }) => (format ? [{ params: { id: quote.id, format }, props: { quote, mime, write } }] : [])));
}

export const GET: APIRoute<Props> = ({ props: { quote, mime, write } }) => new Response(write(quote), { headers: { 'Content-Type': `${mime}; charset=utf-8` } });
