import { checkContent, contentFolder } from '../record/read.ts';
import { readArguments, runCommand } from './command.ts';
import { writeFiles } from './content-files.ts';
import { extendLedger } from '../features/desk/ledger.ts';

await runCommand(async () => {
  readArguments('npm run content:publish', {});
  const { file, added, renewed } = extendLedger(await checkContent(), { renew: true, today: new Date().toISOString().slice(0, 10) });
  if (added.length + renewed.length > 0) await writeFiles(contentFolder(), [file]);
  if (added.length > 0) console.log(`Added to the ledger: ${added.join(', ')}`);
  if (renewed.length > 0) console.log(`Renewed in the ledger, as their corrections say: ${renewed.join(', ')}`);
  if (added.length + renewed.length === 0) console.log('The ledger already holds every quote as it stands.');
});
