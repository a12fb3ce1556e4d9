import { contentFolder, readContent } from '../record/read.ts';
import { id as idSchema } from '../record/schema/text.ts';
import { Stopped } from './asking.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { writeFiles } from './content-files.ts';
import { Keyboard } from './keyboard.ts';
import { readSource } from './reading/source.ts';
import { type Facts, suggestSourceId } from '../features/desk/new-source.ts';
import { askForFacts, missingOf, sourceChange } from './source-change.ts';

const USAGE =
  'npm run source:add -- <text, HTML, PDF, Hansard JSON, ParlParse XML, or its address> [--id <id>] [--covers whole|passage] [--checked YYYY-MM-DD] and, where the source does not say it, --url --title --publisher --published --licence --kind';

const OPTIONS = {
  id: { type: 'string' },
  covers: { type: 'string', default: 'whole' },
  checked: { type: 'string' },
  url: { type: 'string' },
  title: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
  licence: { type: 'string' },
  kind: { type: 'string' },
} as const;

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, OPTIONS, { words: true });
  const [place, ...more] = positionals;
  const { id: given, covers, checked = new Date().toISOString().slice(0, 10), ...options } = values;
  if (!place || more.length > 0) throw new CommandError(`Name one text file, page, PDF or address.\nUsage: ${USAGE}`);
  // Checked before anything else: the id becomes a file name.
  const wrongId = given === undefined ? undefined : idSchema.safeParse(given).error?.issues[0];
  if (wrongId) throw new CommandError(`--id: “${given}” ${wrongId.message}.\nUsage: ${USAGE}`);
  const source = await readSource(place);
  let fields = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Facts;
  const known = given !== undefined && (await readContent(contentFolder())).entries.sources.some(({ id }) => id === given);
  if (!known && missingOf({ ...source.facts, ...fields }).length > 0 && process.stdin.isTTY && process.stdout.isTTY) fields = await asked({ ...source.facts, ...fields });
  const id = given ?? suggestSourceId({ ...source.facts, ...fields });
  if (id === undefined) throw new CommandError(`${place}: does not say enough of itself for an id. To mend: give --id, and what is missing of --title, --publisher and --published.`);
  const { file, isNew } = await sourceChange(source, { place, id, covers: covers as 'whole' | 'passage', checked, fields });
  await writeFiles(contentFolder(), [file]);
  console.log(`${isNew ? 'Added' : 'Changed'} content/${file.file}: the ${covers === 'whole' ? 'whole text' : 'passage'} is fingerprinted; the text itself is not kept.`);
});

async function asked(facts: Facts): Promise<Facts> {
  const keyboard = new Keyboard(process.stdin, process.stdout);
  try {
    return await askForFacts(facts, keyboard);
  } catch (error) {
    throw error instanceof Stopped ? new CommandError('Stopped; nothing was written.') : error;
  } finally {
    keyboard.release();
  }
}
