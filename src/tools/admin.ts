import { writeAdmin } from '../hosting/admin.ts';
import { FILES, FOLDERS } from '../loaders/collections.ts';
import { cmsConfigFile } from '../outputs/cms-config.ts';

/**
 * Writes the editor at `/admin/` into a built site, with forms for every collection.
 * @param folder the built site
 */
export async function makeAdmin(folder: string): Promise<void> {
  await writeAdmin(folder, cmsConfigFile(FOLDERS, FILES));
}
