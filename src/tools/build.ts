import { runCommand } from './command.ts';
import { contentBeside } from './content-beside.ts';
import { giveMemoryBack } from './lean-memory.ts';

await runCommand(async () => {
  giveMemoryBack();
  // A build waits for this first, so it begins before anything else is loaded.
  const checking = contentBeside();
  checking.catch(() => undefined);
  const { buildSite } = await import('./build-site.ts');
  await buildSite(checking);
});
