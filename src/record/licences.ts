import type { LICENCES } from './schema/source.ts';

/** Terms under which words may be used again. */
export interface Licence {
  name: string;
  url: string;
}

/** The terms of the words of each source. */
export const SOURCE_LICENCES: Readonly<Record<(typeof LICENCES)[number], Licence>> = {
  OPL: { name: 'Open Parliament Licence v3.0', url: 'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/' },
  OGL: { name: 'Open Government Licence v3.0', url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' },
  quotation: { name: 'Copyright of the speaker or publisher; quoted under section 30 of the Copyright, Designs and Patents Act 1988', url: 'https://www.legislation.gov.uk/ukpga/1988/48/section/30' },
};

/** The terms of everything that is ours: summaries, notes, codings, dates and the arrangement. */
export const DATA_LICENCE: Licence & { id: string } = { id: 'CC-BY-4.0', name: 'Creative Commons Attribution 4.0 International', url: 'https://creativecommons.org/licenses/by/4.0/' };
