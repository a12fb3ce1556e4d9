/** A component of an article, as its writer put it there. */
export interface ArticlePart {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

const TAG = /<([A-Z]\w*)((?:\s+[a-z]+="[^"]*")*)\s*\/?>/gu;
const ATTRIBUTE = /([a-z]+)="([^"]*)"/gu;

/**
 * The components of an article in their order. The check holds that these are all that a parser of MDX finds.
 * @param body the text below the front matter
 */
export function articleParts(body: string): ArticlePart[] {
  return [...body.matchAll(TAG)].map(([, name = '', attributes = '']) => ({
    name,
    attributes: Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')])),
  }));
}

/** Ids that stand in one attribute, parted by commas. */
export function idsOf(value: string): string[] {
  return value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
