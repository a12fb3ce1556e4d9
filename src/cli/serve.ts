import { basePath } from '../site/address.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { startPreview } from './preview-server.ts';

await runCommand(async () => {
  readArguments('npm run serve, with PORT, HOST, OUT_DIR and BASE_PATH in the environment', {});
  const port = Number(process.env['PORT'] || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CommandError(`PORT is ${process.env['PORT']}, which is no port. To mend: use a number from 1 to 65535.`);
  const { url } = await startPreview(process.env['OUT_DIR'] || 'dist', port, basePath(process.env['BASE_PATH']), process.env['HOST'] || undefined);
  console.log(`On Record is served at ${url}\nCtrl+C stops it.`);
});
