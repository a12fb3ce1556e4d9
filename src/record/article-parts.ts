/** A component of an article, as its writer put it there. */
export interface ArticlePart {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

const TAG = /<([A-Z]\w*)((?:\s+[a-z]+="[^"]*")*)\s*\/?>/gu;
/** The same with the words between its two tags. */
const WHOLE = /<([A-Z]\w*)((?:\s+[a-z]+="[^"]*")*)\s*(?:\/>|>(.*?)<\/\1>)/gsu;
const ATTRIBUTE = /([a-z]+)="([^"]*)"/gu;

/**
 * The components of an article in their order. The check holds that these are all that a parser of MDX finds.
 * @param body the text below the front matter
 */
export function articleParts(body: string): ArticlePart[] {
  return [...body.matchAll(TAG)].map(([, name = '', attributes = '']) => partOf(name, attributes));
}

/**
 * The text of an article with each of its components drawn as a text.
 * @param body the text below the front matter
 * @param draw gives what a component shows; `words` stand between its tags and are drawn already
 */
export function drawParts(body: string, draw: (part: ArticlePart, words: string) => string): string {
  return body.replaceAll(WHOLE, (_, name: string, attributes: string, words: string | undefined) => draw(partOf(name, attributes), drawParts(words ?? '', draw)));
}

function partOf(name: string, attributes: string): ArticlePart {
  const values = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]);
  return { name, attributes: Object.fromEntries(values) as Record<string, string> };
}

/** Ids that stand in one attribute, parted by commas. */
export function idsOf(value: string): string[] {
  return value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
