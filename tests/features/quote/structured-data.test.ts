import { describe, expect, test } from 'vitest';
import { datasetData } from '../../../src/features/data/dataset-data.ts';
import { quotationData } from '../../../src/features/quote/quotation-data.ts';
import { jsonLdText } from '../../../src/ui/json-ld.ts';
import { inventedQuote } from '../../support/quote.ts';
import { officialUrl } from '../../../src/record/source-address.ts';
import { record } from '../../support/edition.ts';

interface Node {
  '@type': string;
  [name: string]: unknown;
}

const asNode = (value: unknown) => value as Node;

describe('a quote', () => {
  test('every quote of the record has its words, speaker, date and source, and the same JSON comes back from the page', () => {
    for (const quote of record.quotes) {
      const data = asNode(JSON.parse(jsonLdText(quotationData(quote))));
      expect(data, quote.id).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'Quotation',
        text: quote.text,
        inLanguage: 'en-GB',
        dateCreated: quote.date,
        isBasedOn: { name: quote.source.title, url: quote.source.url, datePublished: quote.source.published },
      });
      expect(data['url'], quote.id).toMatch(new RegExp(`^https?://.*/quotes/${quote.id}/$`, 'u'));
      expect(asNode(data['creator'])['name'], quote.id).toBe(quote.speaker.kind === 'party' ? quote.party.name : quote.speaker.name);
      expect(String(data['citation']), quote.id).toContain(officialUrl(quote.source));
    }
  });

  test('a person speaks it, with a role and an affiliation', () => {
    const data = asNode(quotationData(inventedQuote()));
    expect(data['spokenByCharacter']).toEqual({ '@id': asNode(data['creator'])['@id'] });
    expect(data['creator']).toMatchObject({
      '@type': 'Person',
      name: 'Speaker One',
      familyName: 'One',
      givenName: 'Speaker',
      jobTitle: 'Spokesperson for examples',
      affiliation: { '@type': 'Organization', name: 'Party A', url: 'https://party-a.example/' },
    });
  });

  test('a party is an organisation, and no character', () => {
    const data = asNode(quotationData(inventedQuote({}, { kind: 'party', title: 'Party A Manifesto' }, { name: 'Party A', kind: 'party' })));
    expect(data['creator']).toMatchObject({ '@type': 'Organization', name: 'Party A' });
    expect(data).not.toHaveProperty('spokenByCharacter');
  });

  test('an unnamed spokesperson is not called a person', () => {
    const data = asNode(quotationData(inventedQuote({}, {}, { name: 'Party A spokesperson', kind: 'unnamed' })));
    expect(data['creator']).toMatchObject({ '@type': 'Organization', name: 'Party A spokesperson', memberOf: { name: 'Party A' } });
  });

  test.each([
    ['NewsArticle', {}],
    ['Report', { kind: 'official-record', publisher: 'Hansard' }],
    ['Report', { kind: 'party', title: 'Manifesto' }],
    ['WebPage', { kind: 'party' }],
  ] as const)('its source is a %s', (type, source) => expect(asNode(quotationData(inventedQuote({}, source)))['isBasedOn']).toMatchObject({ '@type': type }));
});

test('the data have a licence, a version and their files', () => {
  expect(datasetData({ version: '2026-01-02-abcdef01', asOf: '2026-01-02', from: '2024-01-01', until: '2026-01-02', files: [{ url: 'https://record.example/data/v1/quotes.csv', mime: 'text/csv' }] })).toMatchObject({
    '@type': 'Dataset',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    version: '2026-01-02-abcdef01',
    temporalCoverage: '2024-01-01/2026-01-02',
    distribution: [{ '@type': 'DataDownload', contentUrl: 'https://record.example/data/v1/quotes.csv', encodingFormat: 'text/csv' }],
  });
});

test.each(['</script><script>x()</script>', '<!-- a comment', 'one & two', 'a\u2028b\u2029c', '"quotes" \\ and ’'])('%j cannot end a script element and comes back the same', (text) => {
  const written = jsonLdText({ text });
  expect(written).not.toMatch(/[<>&\u2028\u2029]/u);
  expect(JSON.parse(written)).toEqual({ text });
});
