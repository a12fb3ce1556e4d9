import type { Name } from './names.ts';
import type { Reference } from './reference.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * BibTeX that classic BibTeX (year, month) and biblatex (date, urldate) both read. Reports have
 * an institution, which every style prints; classic BibTeX does not know `@online` and prints it as `@misc`.
 * @returns one entry, with a line break at its end
 */
export function bibtexCitation(reference: Reference): string {
  const { id, citedAs, author, entryTitle, genre, publisher, siteName, published, accessed, url, note, words } = reference;
  const [year = '', month] = published.split('-');
  const report = citedAs === 'report';
  const fields: [name: string, value: string | undefined][] = [
    ['author', `{${bibtexName(author)}}`],
    // The second braces keep a style from lower-casing the NHS.
    ['title', `{{${escapeLatex(entryTitle)}}}`],
    ['type', braced(genre)],
    ['howpublished', braced(siteName)],
    [report ? 'institution' : 'publisher', listed(publisher)],
    ['date', `{${published}}`],
    ['year', `{${year}}`],
    ['month', month === undefined ? undefined : MONTHS[Number(month) - 1]],
    ['url', `{${verbatimUrl(url)}}`],
    ['urldate', accessed === undefined ? undefined : `{${accessed}}`],
    ['language', '{british}'],
    ['note', braced(note)],
    ['annote', braced(words)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},`]));
  return [`@${report ? 'techreport' : 'online'}{${id},`, ...lines, '}', ''].join('\n');
}

function braced(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `{${escapeLatex(value)}}`;
}

/** In a list field biblatex parts "England and Wales" into two; the second braces keep it whole. */
function listed(value: string): string {
  return `{{${escapeLatex(value)}}}`;
}

/** A name that must not be turned round stands in braces of its own. */
function bibtexName(name: Name): string {
  return 'literal' in name ? `{${escapeLatex(name.literal)}}` : `${escapeLatex(name.family)}, ${escapeLatex(name.given)}`;
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '{"}',
  '£': '\\textsterling{}',
  '€': '\\texteuro{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '‘': '\\textquoteleft{}',
  '’': '\\textquoteright{}',
  '…': '\\textellipsis{}',
  '–': '\\textendash{}',
  '—': '\\textemdash{}',
};

/** Text as LaTeX prints it; letters with accents stay, since BibTeX files are UTF-8. */
export function escapeLatex(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\{}%&$#_~^<>|"£€“”‘’…–—]/gu, (sign) => LATEX[sign] ?? sign);
}

/** Addresses are printed verbatim, so only what would end the field is encoded. */
function verbatimUrl(url: string): string {
  return url.replace(/[{}\\]/gu, (sign) => encodeURIComponent(sign));
}
