import {
  BorderStyle,
  type Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  type IPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Document as WordDocument,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { archive } from './archive.ts';

/** A stretch of a paragraph: words, bold words, or a link. */
export type Words = string | { bold: string } | { text: string; url: string };

/** Twentieths of a point, as Word measures. */
const MM = 56.7;
/** What is between the margins of A4. */
const WIDTH = 180 * MM;
const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } as const;

/** Words as Word has them; `size` in points. */
function runs(words: readonly Words[], size?: number): ParagraphChild[] {
  const sized = size === undefined ? {} : { size: size * 2 };
  return words.map((part) => {
    if (typeof part === 'string') return new TextRun({ text: part, ...sized });
    if ('bold' in part) return new TextRun({ text: part.bold, bold: true, ...sized });
    return new ExternalHyperlink({ link: part.url, children: [new TextRun({ text: part.text, style: 'Hyperlink', ...sized })] });
  });
}

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A heading; with `page` it begins one. */
export function heading(level: 1 | 2 | 3, text: string, page = false): Paragraph {
  return new Paragraph({ text, heading: LEVELS[level - 1]!, pageBreakBefore: page, keepNext: true, keepLines: true });
}

/** A paragraph that no page's end cuts. */
export function paragraph(words: Words | readonly Words[], size?: number): Paragraph {
  return new Paragraph({ children: runs([words].flat() as Words[], size), keepLines: true });
}

/** A list, with dots or with numbers. */
export function list(items: readonly (Words | readonly Words[])[], size?: number): Paragraph[] {
  return items.map((item) => new Paragraph({ children: runs([item].flat() as Words[], size), numbering: { reference: 'dots', level: 0 }, keepLines: true }));
}

/** Lines to write on. */
export function lines(count: number): Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph({ text: '', spacing: { before: 0, after: 0, line: 440, lineRule: 'exact' }, border: { bottom: LINE, between: LINE } }));
}

/**
 * A table. Its first row is a header and comes again on each page; no row is cut.
 * @param rows cells, each a word or paragraphs
 * @param widths share of each column
 * @param head true when the first row names the columns
 * @param height least height of a row, in millimetres
 */
export function table(rows: readonly (readonly (string | readonly Paragraph[])[])[], widths: readonly number[], { head = true, height = 0 } = {}): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((WIDTH * width) / whole));
  return new Table({
    columnWidths: columns,
    width: { size: Math.round(WIDTH), type: WidthType.DXA },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: head && row === 0,
          cantSplit: true,
          ...(height > 0 && !(head && row === 0) ? { height: { value: Math.round(height * MM), rule: 'atLeast' as const } } : {}),
          children: cells.map(
            (cell, column) =>
              new TableCell({
                width: { size: columns[column] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                children: typeof cell === 'string' ? [new Paragraph({ children: [new TextRun({ text: cell, bold: head && row === 0 })], spacing: { after: 0 } })] : [...cell],
              }),
          ),
        }),
    ),
  });
}

type Children = IPropertiesOptions['sections'][number]['children'];

/**
 * A document for Word and the like: real headings, a language, a title, page numbers; the same input gives the same bytes.
 * @param title of the document
 * @param part stands at the top of each page
 * @param version stands at its foot
 * @param children what is in it
 * @param day `YYYY-MM-DD`: the moment at which it was made
 */
export async function wordFile({ title, part, version, day }: { title: string; part: string; version: string; day: string }, children: Children): Promise<Uint8Array> {
  const plain = { font: 'Arial', color: '000000' };
  const document: Document = new WordDocument({
    title,
    creator: 'On Record',
    lastModifiedBy: 'On Record',
    description: version,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 24, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 100 } } },
        heading1: { run: { ...plain, size: 36, bold: true }, paragraph: { spacing: { after: 120 }, outlineLevel: 0 } },
        heading2: { run: { ...plain, size: 30, bold: true }, paragraph: { spacing: { before: 120, after: 120 }, outlineLevel: 1 } },
        heading3: { run: { ...plain, size: 24, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, outlineLevel: 2 } },
      },
    },
    numbering: { config: [{ reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: 360, hanging: 260 } } } }] }] },
    sections: [
      {
        properties: { page: { size: { width: '210mm', height: '297mm' }, margin: { top: '17mm', bottom: '16mm', left: '15mm', right: '15mm', header: '8mm', footer: '8mm' } } },
        headers: { default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: `${part}. On Record`, size: 18 })] })] }) },
        footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [`${version}. Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 })] })] }) },
        children,
      },
    ],
  });
  return reproducible(await Packer.toBuffer(document), day);
}

/** How the library names links: letters drawn by chance. */
const CHANCE = /(?<=")rId[\w-]{21}(?=")/gu;

/** The same document with names of links by their order and one day as its moment. */
function reproducible(bytes: Uint8Array, day: string): Uint8Array {
  const names = new Map<string, string>();
  const name = (found: string) => names.get(found) ?? names.set(found, `rIdLink${names.size + 1}`).get(found)!;
  const files = Object.entries(unzipSync(bytes))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([file, content]) =>
        [
          file,
          strToU8(
            strFromU8(content)
              .replace(CHANCE, name)
              .replace(/(?<=<dcterms:\w+ [^>]*>)[^<]+/gu, `${day}T00:00:00Z`),
          ),
        ] as const,
    );
  return archive(Object.fromEntries(files), day);
}
