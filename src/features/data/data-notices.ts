import { stringify } from 'yaml';
import { DATA_LICENCE, SOURCE_LICENCES } from '../../record/licences.ts';
import { site } from '../../site/settings.ts';
import { homeAddress } from '../../site/urls.ts';

/**
 * `CITATION.cff`: how to cite the data. Format: https://citation-file-format.github.io/ (1.2.0)
 * @param version version of the data
 * @param released its newest day, `YYYY-MM-DD`
 * @param homepage address of its page
 */
export function citationCff(version: string, released: string, homepage: string): string {
  return stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use this data, please cite it as below, and cite the source of every quote that you repeat.',
      type: 'dataset',
      title: `${site.name}: what UK parties say, in their own words`,
      abstract: site.description,
      authors: [{ name: site.name, website: homeAddress }],
      version,
      ...(released === '' ? {} : { 'date-released': released }),
      url: homepage,
      license: DATA_LICENCE.id,
      keywords: ['politics', 'United Kingdom', 'political parties', 'quotations'],
    },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
}

/** `LICENCE.txt`: what is ours, and whose the quoted words are. */
export function licenceText(): string {
  const { OPL, OGL, quotation } = SOURCE_LICENCES;
  return [
    `Terms of the data of ${site.name}`,
    '',
    '1. Ours: everything but the quoted words.',
    '   Summaries, notes, questions, codings, dates, ids, fingerprints and the arrangement of the tables.',
    `   ${DATA_LICENCE.name} (${DATA_LICENCE.id}): ${DATA_LICENCE.url}`,
    `   Say: "${site.name}, ${homeAddress}".`,
    '',
    '2. Not ours: the quoted words, which belong to their speakers and publishers. The column "licence" says which terms hold.',
    `   OPL: ${OPL.name}. Contains Parliamentary information licensed under it. ${OPL.url}`,
    `   OGL: ${OGL.name}. Contains public sector information licensed under it. ${OGL.url}`,
    `   quotation: ${quotation.name}: ${quotation.url}`,
    '   Quote them as quotations: with speaker, source and date, no more than your purpose needs.',
    '',
  ].join('\n');
}
