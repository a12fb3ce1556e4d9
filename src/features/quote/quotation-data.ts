import type { CreativeWork, Organization, Person, Quotation, WithContext } from 'schema-dts';
import { CITATION_FORMATS } from '../../record/cite/formats.ts';
import { citedName } from '../../record/cite/names.ts';
import { sourceType, type SourceType } from '../../record/cite/source-type.ts';
import { SOURCE_LICENCES } from '../../record/licences.ts';
import type { Quote, Source } from '../../record/record.ts';
import { site } from '../../site/settings.ts';
import { absolute, partyUrl, quoteUrl, speakerUrl } from '../../site/urls.ts';

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
