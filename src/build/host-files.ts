import fs from 'node:fs/promises';
import path from 'node:path';
import { headersFile } from '../site/headers.ts';
import { robotsText, securityText } from '../site/host-texts.ts';

/**
 * Writes what hosts and robots read: `_headers`, `robots.txt` and `security.txt`.
 * @param folder the built site
 * @param email where to write to its editors, if anywhere
 */
export async function writeHostFiles(folder: string, email: string | undefined): Promise<void> {
  await fs.mkdir(path.join(folder, '.well-known'), { recursive: true });
  await fs.writeFile(path.join(folder, '_headers'), headersFile());
  await fs.writeFile(path.join(folder, 'robots.txt'), robotsText());
  await fs.writeFile(path.join(folder, '.well-known/security.txt'), securityText(email));
}
