import { PROSE_PAGES } from '../../site/urls.ts';
import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { isBroken, quotesOf } from './look-up.ts';

/**
 * What a site cannot do without: two parties to compare, a topic, a quote, and the pages that every page links to. Commands
 * that change the content do not ask for it, since a record begins with less.
 */
export function siteIsWhole(entries: Entries): Problem[] {
  const missing = (isMissing: boolean, file: string, problem: string, mend: string): Problem[] => (isMissing ? [{ file, field: '', problem, mend }] : []);
  return [
    ...missing(entries.parties.length < 2 && !isBroken(entries, 'parties'), 'parties/', `holds ${entries.parties.length === 0 ? 'no party' : 'one party'}; a comparison needs two`, 'add a file for each party, as content/README.md says'),
    ...missing(entries.topics.length === 0 && !isBroken(entries, 'topics'), 'topics/', 'holds no topic', 'add a file for a topic, as content/README.md says'),
    ...missing(entries.topics.length > 0 && quotesOf(entries).length === 0 && !isBroken(entries, 'positions'), 'positions/', 'holds no quote', 'add one with npm run quote:add'),
    ...PROSE_PAGES.flatMap((id) =>
      missing(
        ![...entries.pages, ...entries.broken.filter(({ collection }) => collection === 'pages')].some((page) => page.id === id),
        `pages/${id}.mdx`,
        'is missing, though every page links to it',
        'put it back from the version history, or write it',
      ),
    ),
  ];
}
