import path from 'node:path';
import { siteFolder } from '../build/site-folder.ts';
import { basePath } from '../site/address.ts';
import { nginxConfig } from '../site/nginx.ts';
import { site } from '../site/settings.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

const USAGE = 'npm run --silent hosting:nginx -- [--root /var/www/on-record] [--name on-record.example] [--port 80] > on-record.conf';

/** Prints a configuration for nginx; it says the same as the other hosts' `_headers`. */
await runCommand(async () => {
  const { values } = readArguments(USAGE, { root: { type: 'string' }, name: { type: 'string' }, port: { type: 'string', default: '80' } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new CommandError(`--port: “${values.port}” is no port: use a number from 1 to 65535.\nUsage: ${USAGE}`);
  const name = values.name ?? new URL(site.url).hostname;
  if (!/^[\w.-]+$/u.test(name)) throw new CommandError(`--name: “${name}” is no host name.\nUsage: ${USAGE}`);
  console.log(nginxConfig({ root: values.root === undefined ? siteFolder() : path.resolve(values.root), name, port, base: basePath(process.env['BASE_PATH']) }));
});
