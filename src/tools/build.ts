import { checkBeside } from './check-beside.ts';
import { runCommand } from './command.ts';

await runCommand(async () => {
  // A build waits for this first, so it begins before anything else is loaded.
  const checking = checkBeside();
  checking.catch(() => undefined);
  const { buildSite } = await import('./build-site.ts');
  await buildSite(checking);
});
