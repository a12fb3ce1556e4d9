import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader of a PDF finds in it. */
export interface ReadPdf {
  title: string;
  language: string | null;
  tagged: boolean;
  /** The words of each page. */
  pages: readonly string[];
  /** Kinds of element in each page's tag tree, such as H1, Table or Figure, in order; only those with words or a picture there. */
  tags: readonly (readonly string[])[];
  /** Alternative texts in the tag trees. */
  alternatives: readonly string[];
  /** Bookmarks, all levels. */
  bookmarks: readonly string[];
}

interface Node {
  role?: string;
  /** Of a leaf: which marked words of the page it is. */
  id?: string;
  alt?: string;
  children?: readonly Node[];
}

/**
 * Reads a PDF.
 * @param bytes the file
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const info = (await document.getMetadata()).info as { Title?: string; Language?: string };
  const holds = (node: Node, worded: ReadonlySet<string>): boolean => node.alt !== undefined || worded.has(node.id ?? '') || (node.children ?? []).some((child) => holds(child, worded));
  const nodes = (node: Node, worded: ReadonlySet<string>): Node[] => (holds(node, worded) ? [node, ...(node.children ?? []).flatMap((child) => nodes(child, worded))] : []);
  const titles = (items: readonly { title: string; items: readonly unknown[] }[]): string[] => items.flatMap(({ title, items: inner }) => [title, ...titles(inner as typeof items)]);
  const pages: string[] = [];
  const trees: Node[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    const worded = new Set<string>();
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        if (item.str.trim() !== '') worded.add(open.at(-1) ?? '');
      } else if (item.type.startsWith('begin')) open.push(item.id ?? '');
      else open.pop();
    }
    worded.delete('');
    trees.push(nodes(((await page.getStructTree()) ?? {}) as Node, worded));
  }
  const read: ReadPdf = {
    title: info.Title ?? '',
    language: info.Language ?? null,
    // Its types say an object; it is a map.
    tagged: (await (document.getMarkInfo() as Promise<unknown> as Promise<ReadonlyMap<string, boolean> | null>))?.get('Marked') === true,
    pages,
    tags: trees.map((tree) => tree.flatMap(({ role }) => role ?? [])),
    alternatives: trees.flatMap((tree) => tree.flatMap(({ alt }) => alt ?? [])),
    bookmarks: titles((await document.getOutline()) ?? []),
  };
  await task.destroy();
  return read;
}
