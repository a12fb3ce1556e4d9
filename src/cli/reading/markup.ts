import { parseHTML } from 'linkedom';
import { inOneLine, unreadable } from './read.ts';

/** What inline HTML of Hansard says: its words in one line, and where columns begin. */
export interface Fragment {
  text: string;
  columns: readonly { at: number; column: string }[];
}

/** Elements that separate words. */
const BLOCK = /^(?:p|div|br|li|ul|ol|table|tr|td|th|blockquote|h[1-6]|section|article|question)$/u;

/** A page with more nested elements than this is no page. */
const DEEPEST = 500;

/**
 * The words of inline HTML.
 * @param name of the source, for the message
 * @throws CommandError when it holds a script, or is nested too deeply
 */
export function fragmentText(name: string, html: string): Fragment {
  if (/<\s*(?:script|iframe|object|embed|svg)\b|\son\w+\s*=/iu.test(html)) unreadable(name, 'holds a script or something that a page loads, which Hansard never does', 'give the answer of the official record unchanged');
  if (!/[<&]/u.test(html)) return { text: inOneLine(html), columns: [] };
  const parts: string[] = [];
  const marks: { part: number; column: string }[] = [];
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const walk = (node: Node, depth: number): void => {
    if (depth > DEEPEST) unreadable(name, 'is nested too deeply', 'give the source as it was served');
    if (node.nodeType === 3) return void parts.push(node.textContent ?? '');
    const element = node as Element;
    const column = element.getAttribute?.('data-column-number') ?? element.getAttribute?.('colnum');
    if (column) return void marks.push({ part: parts.length, column });
    const tag = element.localName ?? '';
    if (BLOCK.test(tag)) parts.push(' ');
    for (const child of element.childNodes) walk(child, depth + 1);
    if (BLOCK.test(tag)) parts.push(' ');
  };
  walk(document.body as unknown as Node, 0);
  const columns = marks.map(({ part, column }) => ({ at: inOneLine(`${parts.slice(0, part).join('')}.`).length - 1, column }));
  return { text: inOneLine(parts.join('')), columns };
}
