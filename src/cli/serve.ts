import { CommandError, runCommand } from './command.ts';
import { startPreview } from './preview-server.ts';

await runCommand(async () => {
  const port = Number(process.env['PORT'] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CommandError(`PORT is ${process.env['PORT']}, which is no port. To mend: use a number from 1 to 65535.`);
  const { url } = await startPreview(process.env['OUT_DIR'] ?? 'dist', port, process.env['BASE_PATH']);
  console.log(`On Record is served at ${url}\nCtrl+C stops it.`);
});
