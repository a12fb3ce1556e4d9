import type { DataDownload, Dataset, WithContext } from 'schema-dts';
import { DATA_LICENCE } from '../../record/licences.ts';
import { site } from '../../site/settings.ts';
import { absolute, homeAddress, path } from '../../site/urls.ts';

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
    '@context': 'https://schema.org',
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
