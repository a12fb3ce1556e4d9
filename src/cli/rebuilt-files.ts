import { FILES, type FileName, FOLDERS, type FolderName } from '../record/collections.ts';
import type { Entries, Entry } from '../record/schema/entries.ts';
import { fileWith } from '../record/single-files.ts';
import { type ContentFile, withoutDefaults, yamlText } from '../features/desk/yaml.ts';

/**
 * The files of a content folder that holds these entries: reading them gives the same entries again.
 * @param entries for example those of a `record.json`
 */
export function filesOfEntries(entries: Entries): ContentFile[] {
  const folders = (Object.keys(FOLDERS) as FolderName[]).flatMap((name) => {
    const { folder, extension } = FOLDERS[name];
    return (entries[name] as Entry<object>[]).map(({ id, data, body }) => ({
      file: `${folder}/${id}${extension}`,
      // The body as it stands, not trimmed: it must come back the same.
      text: extension === '.mdx' ? `---\n${yamlText(withoutDefaults(data))}---\n${body}` : yamlText(withoutDefaults(data)),
    }));
  });
  const single = (Object.keys(FILES) as FileName[]).map((name) => ({ file: FILES[name].file, text: yamlText(fileWith(name, entries[name])) }));
  return [...folders, ...single];
}
