import { FILES } from '../../record/collections.ts';
import { fileWith } from '../../record/single-files.ts';
import type { Entries } from '../../record/schema/entries.ts';
import { type ContentFile, yamlText } from '../../features/desk/yaml.ts';
import { plainName, type Who } from './who.ts';

/**
 * The table of office-holders with those that a source names on a day; who has no known party waits until an editor says it.
 * @returns nothing where the table says it all
 */
export function officesWith(offices: Entries['offices'], seen: readonly Who[], date: string | undefined): ContentFile | undefined {
  const rows = seen.filter(({ party, office }) => date !== undefined && party !== null && office !== undefined);
  const grown = rows.reduce((table, { speaker, party, office }) => {
    const row = table.find(({ id }) => plainName(id) === plainName(speaker));
    const held = row?.data.offices ?? [];
    const same = held.find((one) => one.office === office);
    const widened = { office: office!, first: [date!, same?.first ?? date!].sort()[0]!, last: [date!, same?.last ?? date!].sort()[1]! };
    const list = [...held.filter((one) => one !== same), widened].sort((a, b) => a.first.localeCompare(b.first));
    const entry = { id: row?.id ?? speaker, file: FILES.offices.file, data: { party: row?.data.party ?? party!, offices: list }, body: '' };
    return [...table.filter((one) => one !== row), entry];
  }, offices);
  const text = (table: Entries['offices']) =>
    yamlText(
      fileWith(
        'offices',
        [...table].sort((a, b) => a.id.localeCompare(b.id, 'en')),
      ),
    );
  return text(grown) === text(offices) ? undefined : { file: FILES.offices.file, text: text(grown) };
}
