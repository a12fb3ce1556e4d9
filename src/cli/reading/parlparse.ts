import { DOMParser } from 'linkedom';
import { readAttribution } from './attributed.ts';
import { fragmentText } from './markup.ts';
import { dayIn, type Given, inOneLine, type ReadSource, type Speech, unreadable } from './read.ts';

/** The houses that ParlParse files are of, by the name in their ids. */
const HOUSES: Readonly<Record<string, { house: string; page: string }>> = {
  debate: { house: 'Commons', page: 'debates' },
  lords: { house: 'Lords', page: 'lords' },
  westminhall: { house: 'Commons', page: 'whall' },
};

/**
 * Reads debates as ParlParse marks them up (https://parser.theyworkforyou.com/hansard.html).
 * @throws CommandError when an entity is more than a sign, when it is no such file, or when nobody speaks in it
 */
export function readParlParse({ name, url }: Given, xml: string): ReadSource {
  const plain = withoutEntities(name, xml);
  const document = new DOMParser().parseFromString(plain, 'text/xml');
  const found = [...document.querySelectorAll('speech')] as unknown as Element[];
  const first = found[0];
  const [, kind = '', published] = /^uk\.org\.publicwhip\/(\w+)\/(\d{4}-\d{2}-\d{2})/u.exec(first?.getAttribute('id') ?? '') ?? [];
  const house = HOUSES[kind];
  if (!first || !house || dayIn(published) === undefined) return unreadable(name, 'is XML, but no debate of ParlParse', 'give a file of its scrapedxml folder, or save the page as HTML');
  const headings = [...document.querySelectorAll('minor-heading, major-heading, oral-heading')].map(({ textContent }) => inOneLine(textContent ?? ''));
  const heard = found.map((speech): Speech => {
    const { text, columns } = fragmentText(name, speech.innerHTML);
    const start = speech.getAttribute('colnum') ?? '';
    const by = speech.hasAttribute('speakername') ? readAttribution(speech.getAttribute('speakername') ?? '') : undefined;
    const office = speech.getAttribute('speakeroffice');
    const member = speech.getAttribute('person_id');
    return { by: by && { ...by, ...(office ? { office } : {}), ...(member ? { member } : {}) }, text, columns: [{ from: 0, column: start }, ...columns.map(({ at, column }) => ({ from: at, column }))] };
  });
  const official = first
    .getAttribute('url')
    ?.replace(/^http:/u, 'https:')
    .replace(/#.*$/u, '');
  const id = (first.getAttribute('id') ?? '').split('/').at(-1) ?? '';
  return {
    text: [...headings, ...heard.map(({ by, text }) => `${by?.name ?? ''}\n${text}`)].join('\n\n'),
    facts: {
      title: headings.at(-1) || `House of ${house.house}, ${published}`,
      publisher: 'Hansard',
      via: 'ParlParse (TheyWorkForYou)',
      url: url ?? `https://www.theyworkforyou.com/${house.page}/?id=${encodeURIComponent(id)}`,
      ...(official?.startsWith('https://hansard.parliament.uk/') ? { official: { url: official, of: 'debate' as const } } : {}),
      published: published!,
      licence: 'OPL',
      kind: 'official-record',
    },
    spoken: published!,
    speeches: heard.filter(({ text }) => text !== ''),
  };
}

/** Old files of ParlParse name signs as entities; anything longer could expand to more than fits in memory. */
function withoutEntities(name: string, xml: string): string {
  const declared = new Map<string, string>();
  for (const [, entity = '', value] of xml.matchAll(/<!ENTITY\s+(%?\s*[\w.-]+)\s+(?:"([^"]*)"|'[^']*'|SYSTEM|PUBLIC)/giu)) {
    if (value === undefined || entity.startsWith('%') || !/^(?:&#x?[\da-f]+;|[^&%<]{1,8})$/iu.test(value))
      unreadable(name, `declares the entity “${entity.slice(0, 40)}”, which expands to more than one sign or is read from elsewhere`, 'give the file without its DOCTYPE, or the page as HTML');
    declared.set(entity, value);
  }
  return xml.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/iu, '').replaceAll(/&([\w.-]+);/gu, (written, entity: string) => declared.get(entity) ?? written);
}
