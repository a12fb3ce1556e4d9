import { escapeHtml } from '../../record/cite/prose.ts';
import { publisherInWords } from '../../record/source-address.ts';
import { dateInWords } from '../../record/dates.ts';
import { proofInWords } from '../../record/proof-words.ts';
import type { Dimension, Quote } from '../../record/record.ts';
import { wordCount } from '../../record/words.ts';
import { site } from '../../site/settings.ts';
import { absolute, dimensionEmbedUrl, path, quoteEmbedUrl } from '../../site/urls.ts';

/** A small page that other sites show in a frame. */
export interface Embed {
  /** Full address. */
  url: string;
  title: string;
  /** Pixels in which it needs no scroll bar on a desktop. */
  width: number;
  height: number;
}

const WIDTH = 600;
/** Letters on a line of that width in a wide font, and the height of a line: of the quote, of what stands under it, and of our notes. */
const QUOTE_LINE = { letters: 50, height: 28.4 } as const;
const LINE = { letters: 60, height: 27.2 } as const;
const NOTE_LINE = { letters: 68, height: 25.75 } as const;
/** Margins, party and date, and the link back. */
const FRAME = 156;
/** A board of all parties is long: without a script that gives it its height it scrolls, below the question and a line a party with its mark. */
const BOARD = { least: 640, question: 240, mark: 56 } as const;
/** A quote of more words is folded on a board. */
const LONG = 45;
const DAY = 86_400;

/** The embed of one quote; its height follows from its words. */
export function quoteEmbed({ id, text, speaker, role, dimension, notices, source, corrections, proof }: Quote): Embed {
  const heightOf = (words: string, { letters, height }: { letters: number; height: number }) => Math.ceil(words.length / letters) * height;
  const notes = [dimension.question, proofInWords(proof), ...notices, ...corrections.map(({ date, why }) => `Corrected on ${dateInWords(date)}. ${why}`)];
  const lines = [`${speaker.name}, ${role}`, `Source: ${source.title}, ${publisherInWords(source)}`];
  const height = FRAME + heightOf(text, QUOTE_LINE) + lines.reduce((sum, words) => sum + heightOf(words, LINE), 0) + notes.reduce((sum, words) => sum + heightOf(words, NOTE_LINE), 0);
  return { url: absolute(quoteEmbedUrl(id)), title: `${speaker.name} on ${dimension.title}`, width: WIDTH, height: Math.ceil(height) };
}

/** The embed of one question with what each party says. */
export function dimensionEmbed({ id, topic, question, positions }: Dimension): Embed {
  return { url: absolute(dimensionEmbedUrl(topic.id, id)), title: question, width: WIDTH, height: Math.max(BOARD.least, BOARD.question + BOARD.mark * positions.length) };
}

/** Is a quote folded on a board? */
export function isLong(quote: Pick<Quote, 'text'>): boolean {
  return wordCount(quote.text) > LONG;
}

/** The HTML that shows an embed. The frame may open links in new tabs and tell its height, as a stranger to the page, and do nothing else. */
export function iframeSnippet({ url, title, width, height }: Embed): string {
  return `<iframe src="${escapeHtml(url)}" title="${escapeHtml(`${site.name}: ${title}`)}" width="${width}" height="${height}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="max-width:100%;border:0"></iframe>`;
}

/** What an oEmbed consumer reads: https://oembed.com/ (version 1.0, type `rich`). */
export function oembed(embed: Embed) {
  const { title, width, height } = embed;
  return { version: '1.0', type: 'rich', title, provider_name: site.name, provider_url: absolute(path('/')), cache_age: DAY, html: iframeSnippet(embed), width, height };
}
