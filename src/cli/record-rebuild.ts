import fs from 'node:fs/promises';
import { entriesFromRecordJson } from '../record/record-json.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { writeFiles } from './content-files.ts';
import { filesOfEntries } from './rebuilt-files.ts';

const USAGE = 'npm run record:rebuild -- <record.json> <new folder>';

await runCommand(async () => {
  const [file, folder, ...more] = readArguments(USAGE, {}, { words: true }).positionals;
  if (file === undefined || folder === undefined || more.length > 0) throw new CommandError(`Name the record.json and the folder to make.\nUsage: ${USAGE}`);
  const existing = await fs.readdir(folder).catch(() => []);
  if (existing.length > 0) throw new CommandError(`${folder} is not empty. Name a new folder: nothing is overwritten.`);
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new CommandError(`There is no file ${file}.`);
  });
  const files = filesOfEntries(entriesFromRecordJson(parse(text, file)));
  await writeFiles(folder, files);
  console.log(`Wrote ${files.length} files. Build the site from them with CONTENT_DIR=${folder} npm run build.`);
});

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
