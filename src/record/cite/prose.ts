import { dateInWords, yearOf } from '../dates.ts';
import { withInitials } from './names.ts';
import { quoted, quotedWords, type Reference } from './reference.ts';

/** Plain text: the words, who said them and when, the source, the link, the day it was read and the permalink. */
export function plainTextCitation(reference: Reference): string {
  const { words, quotedIn, title, url, permalink } = reference;
  const read = readInWords(reference, 'accessed ');
  return `${quotedWords(words)} ${told(reference)} ${quotedIn ? 'Quoted in' : 'Source:'} ${quoted(title)}, ${publication(reference)}. ${url}${read && ` (${read})`}. Quote page: ${permalink}`;
}

/** HTML: a blockquote that names its source, with the attribution outside it (https://html.spec.whatwg.org/#the-blockquote-element). */
export function htmlCitation(reference: Reference): string {
  const { words, quotedIn, title, url, permalink } = reference;
  const read = readInWords(reference, 'accessed ');
  return [
    '<figure>',
    `  <blockquote cite="${escapeHtml(url)}"><p>${escapeHtml(words).replace(/\r?\n/gu, '<br>')}</p></blockquote>`,
    `  <figcaption>${escapeHtml(told(reference))} ${quotedIn ? 'Quoted in' : 'Source:'} <a href="${escapeHtml(url)}">${escapeHtml(quoted(title))}</a>, ${escapeHtml(publication(reference) + (read && `, ${read}`))}. <a href="${escapeHtml(permalink)}">Quote page</a></figcaption>`,
    '</figure>',
  ].join('\n');
}

/** Markdown (CommonMark): a block quotation, then the attribution with its links. */
export function markdownCitation(reference: Reference): string {
  const { words, quotedIn, title, url, permalink } = reference;
  const read = readInWords(reference, 'accessed ');
  const lines = words.split(/\r?\n/u).map((line) => `> ${escapeMarkdown(line)}`.trimEnd());
  return [
    ...lines,
    '',
    `${escapeMarkdown(told(reference))} ${quotedIn ? 'Quoted in' : 'Source:'} [${escapeMarkdown(quoted(title))}](${markdownLink(url)}), ${escapeMarkdown(publication(reference) + (read && `, ${read}`))}. [Quote page](${markdownLink(permalink)})`,
  ].join('\n');
}

/**
 * Harvard as British universities write it ("Cite Them Right"): author (year) title, publication, day and month,
 * "Available at", date of access. A speaker in somebody else's text is "quoted in" it. Plain text holds no italics.
 */
export function harvardCitation(reference: Reference): string {
  const { author, published, type, quotedIn, title, genre, publisher, url, said, notice, permalink } = reference;
  const dayAndMonth = dateInWords(published).replace(/ ?\d{4}$/u, '');
  const name = withInitials(author);
  const publication = type === 'manifesto' ? [] : [...siteBeside(reference), sameName(reference) ? '' : publisher];
  const release = type === 'press-release' && genre !== undefined && !/press release/iu.test(title) ? genre.toLowerCase() : '';
  const parts = [type === 'manifesto' ? title : quoted(title), release, ...publication, type === 'manifesto' ? '' : dayAndMonth, inColumn(reference)].filter((part) => part !== '');
  const read = readInWords(reference, 'Accessed: ');
  return `${name} (${yearOf(published)}) ${quotedIn ? 'quoted in ' : ''}${parts.join(', ')}. Available at: ${url}${read && ` (${read})`}.${said === undefined ? '' : ` Said: ${dateInWords(said)}.`}${notice === undefined ? '' : ` ${notice}`} Quote page: ${permalink}`;
}

/** Who said it and when, and whether the party has since dropped it. */
function told({ attribution, notice }: Reference): string {
  return notice === undefined ? attribution : `${attribution} ${notice}`;
}

/** "read in TheyWorkForYou; accessed 1 October 2026": what the address given does not say. Empty where there is nothing to add. */
function readInWords({ readAt, accessed, archived }: Reference, word: string): string {
  return [readAt && `read in ${readAt}`, accessed && `${word}${dateInWords(accessed)}`, archived && `archived at ${archived}`].filter(Boolean).join('; ');
}

/** A party that published its own words is named once. */
function sameName({ author, publisher }: Reference): boolean {
  return 'literal' in author && author.literal === publisher;
}

/** "BBC News, 16 April 2025". */
function publication(reference: Reference): string {
  return [reference.publisher, ...siteBeside(reference), dateInWords(reference.published), inColumn(reference)].filter((part) => part !== '').join(', ');
}

/** "col. 1558", as Hansard is cited. */
function inColumn({ column }: Reference): string {
  return column === undefined ? '' : `col. ${column}`;
}

/** The site's name where it is not the publisher's. */
function siteBeside({ siteName, publisher }: Reference): string[] {
  return siteName === undefined || siteName === publisher ? [] : [siteName];
}

const HTML_SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe inside an HTML element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => HTML_SIGNS[sign] ?? sign);
}

/** Text that CommonMark shows as it stands: https://spec.commonmark.org/0.31.2/#backslash-escapes */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#&|~]/gu, '\\$&')
    .replace(/^([-+=])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** An address as the target of a Markdown link. */
export function markdownLink(url: string): string {
  return `<${url.replace(/[<>\\]/gu, (sign) => encodeURIComponent(sign))}>`;
}
