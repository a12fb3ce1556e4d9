import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Gives the tests a folder for temporary files of their own, and removes it after them with all that they left. */
export default function setup(): () => void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-tests-'));
  process.env['TMPDIR'] = folder;
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
