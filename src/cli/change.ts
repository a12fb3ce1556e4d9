import { refuse } from '../features/desk/problems.ts';
import { contentFolder, readContent } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';

/**
 * The content as a command needs it that changes a few files of it: these are right. What is wrong elsewhere is no reason
 * to refuse, since the change may be what mends it.
 * @param files paths from the content folder
 * @throws CommandError that lists what is wrong with these files
 */
export async function contentToMend(files: readonly string[]): Promise<Entries> {
  const { entries, problems } = await readContent(contentFolder());
  const inTheWay = problems.filter(({ file }) => files.includes(file));
  if (inTheWay.length > 0) refuse(inTheWay);
  return entries;
}
