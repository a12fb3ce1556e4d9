import { dateInWords } from '../dates.ts';
import type { Quote } from '../record.ts';
import { officialUrl } from '../source-address.ts';
import { citedName, type Name } from './names.ts';
import { columnOf } from '../source-words.ts';
import { CITED_AS, houseOf, publishedBy, type SourceType, sourceType } from './source-type.ts';

export interface CiteOptions {
  /** Full address of the quote's own page. */
  permalink: string;
}

/** Everything that a citation of a quote may say; each format takes what it has a place for. */
export interface Reference {
  id: string;
  type: SourceType;
  /** What every format calls it. */
  citedAs: (typeof CITED_AS)[SourceType];
  author: Name;
  /** True where the words stand in somebody else's text: a press article, or a party's text that quotes a person. */
  quotedIn: boolean;
  /** The source's title as published. */
  title: string;
  /** The title that a reference manager shows: marked "Quoted in" so that no one takes the speaker for its author. */
  entryTitle: string;
  publisher: string;
  /** The site on which a page of the web stands. */
  siteName?: string;
  genre?: string;
  /** When the source was published: `YYYY-MM-DD` or `YYYY-MM`. */
  published: string;
  /** The column of Hansard in which the words stand. */
  column?: string;
  /** When the words were said, where that is not when the source was published. */
  said?: string;
  /** The day the machine last read the source, `YYYY-MM-DD`. */
  accessed?: string;
  url: string;
  permalink: string;
  words: string;
  /** "Speaker, role, date said." */
  attribution: string;
  /** That the party has since dropped the words. */
  notice?: string;
  /** A copy kept elsewhere, for when the address is gone. */
  archived?: string;
  /** Where the words were read, where that is neither the publisher nor the address given. */
  readAt?: string;
  /** Attribution, section, where it was read or is kept and the permalink, for a field of notes. */
  note: string;
}

const GENRES: Partial<Record<SourceType, string>> = { hansard: 'Official report of Parliament', manifesto: 'Election manifesto', 'press-release': 'Press release', broadcast: 'Broadcast' };

/**
 * Gathers what a citation of a quote says. Nothing is guessed: no House, volume, column or journalist that the record does not hold.
 * @param quote a quote of the record
 * @param options address of its page
 */
export function referenceFor(quote: Quote, { permalink }: CiteOptions): Reference {
  const { source, speaker } = quote;
  const type = sourceType(source);
  const { publisher: name, via } = publishedBy(source);
  const publisher = type === 'hansard' ? ['Hansard', houseOf(source)].filter(Boolean).join(', ') : name;
  const author = citedName(speaker);
  const quotedIn = (source.kind === 'press' || (source.kind === 'party' && speaker.kind === 'person')) && !source.title.includes(`by ${speaker.name}`);
  const citedAs = CITED_AS[type];
  const siteName = type === 'govuk' && via !== undefined ? via : citedAs === 'webpage' ? publisher : undefined;
  const genre = GENRES[type];
  const accessed = source.fingerprint?.checked;
  const { archived } = source;
  const attribution = attributionOf(quote);
  const column = type === 'hansard' ? columnOf(quote.section) : undefined;
  const readAt = via === undefined || via === siteName ? undefined : via;
  const notice = [quote.disowned?.note, source.notice?.text].find((words) => words !== undefined);
  const notices = notice === undefined ? [] : [notice];
  const note = [
    attribution,
    column !== undefined ? `Column ${column}.` : quote.section === undefined ? '' : `Section: ${quote.section}.`,
    readAt === undefined ? '' : `Read in ${readAt}.`,
    archived === undefined ? '' : `Archived at ${archived}.`,
    ...notices,
    `Quote page: ${permalink}`,
  ];
  return {
    id: quote.id,
    type,
    citedAs,
    author,
    quotedIn,
    title: source.title,
    entryTitle: quotedIn ? `Quoted in ${quoted(source.title)}` : source.title,
    publisher,
    ...(siteName ? { siteName } : {}),
    ...(genre ? { genre } : {}),
    published: source.published,
    ...(column ? { column } : {}),
    ...(quote.date === source.published ? {} : { said: quote.date }),
    ...(accessed ? { accessed } : {}),
    url: officialUrl(source),
    ...(notice ? { notice } : {}),
    ...(readAt ? { readAt } : {}),
    ...(archived ? { archived } : {}),
    permalink,
    words: quote.text,
    attribution,
    note: note.filter((part) => part !== '').join(' '),
  };
}

/** A role such as "Party A press release" names its speaker already. */
function attributionOf({ speaker, role, date }: Quote): string {
  return `${[...(role.startsWith(speaker.name) ? [] : [speaker.name]), role, dateInWords(date)].join(', ')}.`;
}

/** Text in quotation marks: single, as in British use, or double where the text has single ones of its own. */
export function quoted(text: string): string {
  return /‘|(?:^|[\s(])'/u.test(text) ? `“${text}”` : `‘${text}’`;
}

/** A quote's words in quotation marks: double, or single where they have double ones of their own. */
export function quotedWords(text: string): string {
  return /[“"]/u.test(text) ? `‘${text}’` : `“${text}”`;
}
