import type { MdastNode } from 'satteri';
import { articleParts } from '../article-parts.ts';
import { areHeldBy } from '../held-words.ts';
import type { ArticleEntry } from '../schema/article.ts';
import type { Entries, Entry } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { wordCount } from '../words.ts';
import { COMPONENTS, componentRules } from './article-components.ts';
import { bodyParser, type Fault, faultIn } from './bodies.ts';
import { quotesOf } from './look-up.ts';

type Tag = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Rule = ReturnType<typeof componentRules>;

/** Words in quotation marks of any kind. A single mark before or after a letter is an apostrophe. */
const QUOTED = /[“„"«]([^“”„"«»]*)[”“"»]|(?<![\p{L}\p{N}])[‘']((?:[^‘’']|[’'](?=\p{L}))+)[’'](?![\p{L}\p{N}])/gu;
const ALONE = /[“”„"«»]/u;
/** How a draft begins where its writer is to go on. */
export const TO_WRITE = 'Write here';
/** Fewer words are in somebody’s quote by chance. */
const LEAST = 3;
const MARK_IT = 'write <Words id="…" part="…" /> for words of the record, <Said source="…">…</Said> for words of others, <Title>…</Title> for a title, or <Word>…</Word> for a word';

/** What is wrong with articles: whatever is no text and no component, components that show nothing of the record, and quotations that it does not hold. */
export async function findArticleProblems(entries: Entries): Promise<Problem[]> {
  if (entries.articles.length === 0) return [];
  const parse = await bodyParser();
  // A rule that looks an id up cannot judge while a file is broken.
  const rule: Rule = entries.broken.length > 0 ? () => [] : componentRules(entries);
  const said = [...quotesOf(entries).map(({ quote }) => quote.text), ...entries.topics.flatMap(({ data }) => data.voices.filter(({ kind }) => kind === 'quoted').map(({ text }) => text))];
  const topics = new Set([...entries.topics, ...entries.broken].map(({ id }) => id));
  return entries.articles.flatMap((article): Problem[] => {
    const { file, body, data } = article;
    const unknown = data.topics.flatMap((topic, index) => (topics.has(topic) ? [] : [{ file, field: `topics[${index}]`, problem: `points to ${topic}, but there is no topic with that id`, mend: 'use the id of one in content/topics/' }]));
    const words = (['title', 'standfirst'] as const).flatMap((field) => faultsInText(data[field], said).map((fault) => ({ file, field, ...fault })));
    const root = parse(body, true);
    const found = 'problem' in root ? [root] : faultsBelow(root, article, rule, said);
    const faults = found.length > 0 || 'problem' in root ? found : unread(root, body);
    const unfinished = data.status === 'published' && body.includes(TO_WRITE) ? [{ file, field: 'body', problem: `is published and still says “${TO_WRITE}”`, mend: 'write it, or make it a draft again' }] : [];
    return [...unknown, ...words, ...unfinished, ...faults.map((fault) => ({ file, field: 'body', ...fault }))];
  });
}

/** Every fault of a tree, each with its line. */
function faultsBelow(node: MdastNode, article: Entry<ArticleEntry>, rule: Rule, said: readonly string[], inText = false): Fault[] {
  const isText = node.type === 'paragraph' || node.type === 'heading';
  const own = isTag(node) ? faultsInTag(node, article, rule) : [faultInArticle(node) ?? []].flat();
  const quoted = isText ? faultsInText(textOf(node), said) : [];
  const line = node.position ? ` (line ${node.position.start.line} of the body)` : '';
  const misplaced = isTag(node) && own.length === 0 ? placeFault(node, inText) : [];
  const below = own.length > 0 ? [] : childrenOf(node).flatMap((child) => faultsBelow(child, article, rule, said, inText || isText));
  return [...[...own, ...misplaced, ...quoted].map((fault) => ({ ...fault, problem: `${fault.problem}${line}` })), ...below];
}

function faultInArticle(node: MdastNode): Fault | undefined {
  if (node.type === 'blockquote' || node.type === 'inlineCode')
    return { problem: `holds ${node.type === 'blockquote' ? 'a quotation with >' : 'code'}, which nothing proves`, mend: node.type === 'blockquote' ? 'write <Quote id="…" />' : 'write it as plain words' };
  const fault = faultIn(node);
  return fault && { ...fault, problem: `holds ${fault.problem}` };
}

function faultsInTag(tag: Tag, { data }: Entry<ArticleEntry>, rule: Rule): Fault[] {
  const { name } = tag;
  if (name === null || !Object.hasOwn(COMPONENTS, name)) return [{ problem: `holds the tag <${name ?? ''}>`, mend: `write it as Markdown, or use one of: ${Object.keys(COMPONENTS).join(', ')}` }];
  const computed = tag.attributes.find(({ type, value }) => type !== 'mdxJsxAttribute' || typeof value !== 'string');
  if (computed) return [{ problem: `<${name}> has ${computed.type === 'mdxJsxAttribute' ? computed.name : 'an expression'} without words in quotation marks`, mend: `write name="words"` }];
  return rule(name, attributesOf(tag), textOf(tag, true), data.topics).map(({ problem, mend }) => ({ problem: `<${name}> ${problem}`, mend }));
}

function placeFault({ name }: Tag, inText: boolean): Fault[] {
  const { place } = COMPONENTS[name!]!;
  if (inText === (place === 'sentence')) return [];
  return [
    place === 'line'
      ? { problem: `<${name}> stands in a sentence`, mend: `put it on a line of its own, with an empty line before and after${name === 'Quote' ? '; in a sentence write <Words id="…" part="…" />' : ''}` }
      : { problem: `<${name}> stands outside a sentence`, mend: 'write it inside a sentence' },
  ];
}

/** The quotations of a text that the record does not hold. */
function faultsInText(text: string, said: readonly string[]): Fault[] {
  const faults = [...text.matchAll(QUOTED)].flatMap(([whole, double, single]): Fault[] => {
    const words = double ?? single ?? '';
    if (wordCount(words) < LEAST) return [{ problem: `holds ${whole}, too short to be looked up in the record`, mend: MARK_IT }];
    const found = new Set(said.map((one) => areHeldBy(words, one)));
    if (found.has('yes')) return [];
    return [found.has('negated') ? { problem: `holds ${whole}, which leaves off a “not”`, mend: 'take the “not” into it' } : { problem: `holds ${whole}, which no quote of the record holds`, mend: MARK_IT }];
  });
  return ALONE.test(text.replace(QUOTED, ' ')) ? [...faults, { problem: 'holds a quotation mark without its other half', mend: 'close the quotation in the same paragraph' }] : faults;
}

/** The site reads components more simply than MDX is written; what it would not see is refused. */
function unread(root: MdastNode, body: string): Fault[] {
  const parts = JSON.stringify(articleParts(body));
  const parsed = JSON.stringify(tagsBelow(root).map((tag) => ({ name: tag.name, attributes: attributesOf(tag) })));
  return parts === parsed ? [] : [{ problem: 'holds a component that is not written plainly', mend: 'write each as <Name attribute="words" />, with straight double quotation marks' }];
}

function tagsBelow(node: MdastNode): Tag[] {
  return [...(isTag(node) ? [node] : []), ...childrenOf(node).flatMap(tagsBelow)];
}

function isTag(node: MdastNode): node is Tag {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function attributesOf({ attributes }: Tag): Record<string, string> {
  return Object.fromEntries(attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' ? [[attribute.name, typeof attribute.value === 'string' ? attribute.value : '']] : [])));
}

function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? node.children : [];
}

/** A text without what stands in components that prove or mark their own words. */
function textOf(node: MdastNode, whole = false): string {
  if (node.type === 'text') return node.value;
  return childrenOf(node)
    .map((child) => (!whole && isTag(child) && child.name !== 'Term' ? ' ' : textOf(child, whole)))
    .join('');
}
