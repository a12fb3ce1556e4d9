import { escapeMarkdown, markdownLink } from './prose.ts';
import { dateInWords } from '../dates.ts';
import { SOURCE_LICENCES } from '../licences.ts';
import { markInWords, markOf } from '../mark.ts';
import { proofInWords } from '../proof-words.ts';
import type { Figure, Position, Quote, Source, Status, Voice } from '../record.ts';
import { silenceInWords } from '../silence-words.ts';
import { goneInWords, officialUrl, publisherInWords } from '../source-address.ts';
import { sectionInWords } from '../source-words.ts';
import { readBy, STANCE_WORDS } from '../stance.ts';
import { absolute, quoteUrl } from '../../site/urls.ts';

/**
 * What stands of a quote wherever it is shown, as blocks of Markdown.
 * @param quote a quote of the record
 * @param text the words of it that are shown, by default all
 */
export function quoteParts(quote: Quote, text = quote.text): string[] {
  const { speaker, role, party, date, source, stance, section, coding, proof, notices, partial, supersedes, supersededBy, corrections, added } = quote;
  const facts = [
    ...notices.map((notice) => `Read with care: ${escapeMarkdown(notice)}`),
    ...(partial ? ['The words are part of a sentence in the source.'] : []),
    ...(text === quote.text ? [] : ['The words are part of the quote.']),
    `These words say: ${STANCE_WORDS[stance]} (${readBy(coding) ?? 'not read yet'})`,
    `Source: ${sourceLink(source)}${section ? `, ${escapeMarkdown(sectionInWords(section))}` : ''}, published ${dateInWords(source.published)}`,
    ...(source.official ? [`Read at: <${source.url}>`] : []),
    ...(source.gone ? [goneInWords(source)!] : []),
    ...(source.archived ? [`Archived copy: <${source.archived}>`] : []),
    proofInWords(proof),
    ...(supersededBy ? [`Superseded by ${absolute(quoteUrl({ id: supersededBy }))}`] : []),
    ...(supersedes ? [`Supersedes ${absolute(quoteUrl({ id: supersedes }))}`] : []),
    ...corrections.map((correction) => `Corrected on ${dateInWords(correction.date)}: ${escapeMarkdown(correction.why)} It said: “${escapeMarkdown(correction.was)}”`),
    `Licence of the words: ${SOURCE_LICENCES[source.licence].name}`,
    ...(added ? [`Added to the record on ${dateInWords(added)}`] : []),
    `Page: ${absolute(quoteUrl(quote))}`,
  ];
  return [quoted(text), `${escapeMarkdown(`${speaker.name}, ${role}, ${party.name}`)}, ${dateInWords(date)}`, facts.map((fact) => `- ${fact}`).join('\n')];
}

/** Each party with its mark, as a list. */
export function marksOf(positions: readonly Position[]): string {
  return positions.map((position) => `- ${escapeMarkdown(position.party.name)}: ${markInWords(markOf(position))}`).join('\n');
}

/** Why a party has no words on a question, and what was read. */
export function gapMarkdown({ silence, silent }: Pick<Position, 'silence' | 'silent'>): string[] {
  return [...(silence ? [escapeMarkdown(silenceInWords(silence))] : []), ...silent.map(({ source, note }) => `Read whole, says nothing on it: ${sourceLink(source)}.${note ? ` ${escapeMarkdown(note)}` : ''}`)];
}

/** A voice of no party, with who it is and the source. */
export function voiceMarkdown({ name, role, text, kind, date, note, source }: Voice): string {
  return `${kind === 'quoted' ? quoted(text) : escapeMarkdown(text)}\n\n${escapeMarkdown(`${name}, ${role}`)}, ${dateInWords(date)}.${note ? ` ${escapeMarkdown(note)}` : ''} ${sourceLink(source)}`;
}

/** A key figure with its date and source. */
export function figureMarkdown({ label, value, date, note, source }: Figure): string {
  return `${escapeMarkdown(`${label}: ${value}`)} (${dateInWords(date)}).${note ? ` ${escapeMarkdown(note)}` : ''} ${sourceLink(source)}`;
}

/** Where a question stands in law or policy. */
export function statusMarkdown({ text, asOf, source }: Status): string {
  return `Where things stand, as of ${dateInWords(asOf)}: ${escapeMarkdown(text)} ${sourceLink(source)}`;
}

/** Words as a block quotation. */
export function quoted(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n');
}

/** A source as a link to where it can be read. */
export function sourceLink(source: Pick<Source, 'title' | 'url' | 'official' | 'archived' | 'gone' | 'publisher' | 'via'>): string {
  return `${link(source.title, officialUrl(source))}, ${escapeMarkdown(publisherInWords(source))}`;
}

/** A link whose text shows as it stands. */
export function link(text: string, address: string): string {
  return `[${escapeMarkdown(text)}](${markdownLink(address)})`;
}

/** The Markdown of a page. */
export function markdownOf(page: string): string {
  return `${absolute(page)}index.md`;
}

/** Blocks as one text. */
export function document(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
