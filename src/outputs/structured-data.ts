import type { BreadcrumbList, CreativeWork, DataDownload, Dataset, Organization, Person, Quotation, WebSite, WithContext } from 'schema-dts';
import { CITATION_FORMATS } from '../domain/cite.ts';
import { citedName } from '../domain/cite/names.ts';
import { sourceType, type SourceType } from '../domain/cite/source-type.ts';
import { DATA_LICENCE, SOURCE_LICENCES } from '../domain/licences.ts';
import type { Quote, Source } from '../domain/record.ts';
import { site } from '../site.ts';
import { absolute, homeAddress, partyUrl, path, quoteUrl, speakerUrl } from '../urls.ts';

type PersonNode = Exclude<Person, string>;
type OrganizationNode = Exclude<Organization, string>;

const CONTEXT = 'https://schema.org';

/** What schema.org calls each type of source. */
const SOURCE_TYPES: Readonly<Record<SourceType, 'Report' | 'WebPage' | 'NewsArticle' | 'CreativeWork'>> = {
  hansard: 'Report',
  official: 'Report',
  manifesto: 'Report',
  govuk: 'WebPage',
  'press-release': 'WebPage',
  'party-page': 'WebPage',
  'news-article': 'NewsArticle',
  broadcast: 'CreativeWork',
};

/**
 * A quote as a schema.org Quotation: https://schema.org/Quotation
 * The speaker is its creator; `isBasedOn` is the source it was read in; the record is only where it stands.
 */
export function quotationData(quote: Quote): WithContext<Quotation> {
  const harvard = CITATION_FORMATS.find(({ id }) => id === 'harvard');
  const url = absolute(quoteUrl(quote));
  const speaker = speakerNode(quote);
  return {
    '@context': CONTEXT,
    '@type': 'Quotation',
    url,
    text: quote.text,
    name: `${quote.speaker.name} on ${quote.dimension.title}`,
    inLanguage: site.language,
    dateCreated: quote.date,
    creator: speaker,
    ...(speaker['@type'] === 'Person' ? { spokenByCharacter: { '@id': speaker['@id'] } as PersonNode } : {}),
    about: { '@type': 'Thing', name: quote.dimension.question },
    isBasedOn: sourceNode(quote.source),
    ...(harvard ? { citation: harvard.write(quote, { permalink: url }) } : {}),
    license: SOURCE_LICENCES[quote.source.licence].url,
  };
}

function speakerNode({ speaker, role, party }: Quote): PersonNode | OrganizationNode {
  const organization = { '@type': 'Organization', '@id': absolute(partyUrl(party.id)), name: party.name, url: party.website } as const;
  if (speaker.kind === 'party') return organization;
  const url = absolute(speakerUrl(speaker.id));
  if (speaker.kind === 'unnamed') return { '@type': 'Organization', '@id': url, name: speaker.name, memberOf: organization };
  const name = citedName(speaker);
  return { '@type': 'Person', '@id': url, name: speaker.name, ...('family' in name ? { familyName: name.family, givenName: name.given } : {}), jobTitle: role, affiliation: organization };
}

function sourceNode(source: Source): CreativeWork {
  return {
    '@type': SOURCE_TYPES[sourceType(source)],
    name: source.title,
    url: source.url,
    datePublished: source.published,
    publisher: { '@type': 'Organization', name: source.publisher },
    license: SOURCE_LICENCES[source.licence].url,
  } as CreativeWork;
}

/** What the data page says of the data. */
export interface DatasetFacts {
  /** As `dataVersion` gives it. */
  version: string;
  /** The newest date in it. */
  asOf: string;
  /** First and last date on which something was said, `YYYY-MM-DD`. */
  from: string;
  until: string;
  /** The files to download, with their address and media type. */
  files: readonly { url: string; mime: string }[];
}

/** The open data as a schema.org Dataset, as Google's Dataset Search reads it: https://developers.google.com/search/docs/appearance/structured-data/dataset */
export function datasetData({ version, asOf, from, until, files }: DatasetFacts): WithContext<Dataset> {
  const url = absolute(path('/data/'));
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    '@id': url,
    url,
    name: `${site.name}: what UK parties say, in their own words`,
    description: site.description,
    version,
    dateModified: asOf,
    temporalCoverage: `${from}/${until}`,
    spatialCoverage: 'United Kingdom',
    inLanguage: site.language,
    isAccessibleForFree: true,
    license: DATA_LICENCE.url,
    creator: { '@type': 'Organization', name: site.name, url: homeAddress },
    distribution: files.map((file): DataDownload => ({ '@type': 'DataDownload', contentUrl: file.url, encodingFormat: file.mime })),
  };
}

/**
 * The way to a page, from the first step to the page itself: https://schema.org/BreadcrumbList
 * @param steps name and link (as `path()` makes it) of each
 */
export function breadcrumbData(steps: readonly (readonly [name: string, link: string])[]): WithContext<BreadcrumbList> {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, link], index) => ({ '@type': 'ListItem', position: index + 1, name, item: absolute(link) })),
  };
}

/** The site: https://schema.org/WebSite */
export function websiteData(): WithContext<WebSite> {
  const url = absolute(path('/'));
  return { '@context': CONTEXT, '@type': 'WebSite', '@id': url, url, name: site.name, description: site.description, inLanguage: site.language };
}

const UNSAFE: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/**
 * JSON-LD as the text of a `<script type="application/ld+json">`: the same JSON, with nothing that could end the script
 * or begin a comment (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
 */
export function jsonLdText(value: object): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (sign) => UNSAFE[sign] ?? sign);
}
