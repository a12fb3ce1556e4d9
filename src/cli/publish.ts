import { checkContent, contentFolder } from '../record/read.ts';
import { readArguments, runCommand } from './command.ts';
import { writeFiles } from './content-files.ts';
import { extendLedger } from './ledger.ts';

await runCommand(async () => {
  readArguments('npm run content:publish', {});
  const { file, added } = extendLedger(await checkContent());
  if (added.length > 0) await writeFiles(contentFolder(), [file]);
  console.log(added.length === 0 ? 'The ledger already holds every quote.' : `Added to the ledger: ${added.join(', ')}`);
});
