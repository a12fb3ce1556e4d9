import fs from 'node:fs/promises';
import { readArguments, runCommand } from './command.ts';

/**
 * Adds to the lock file the packages for other platforms that the registry did not offer when it was written:
 * npm 11 leaves them out and `npm ci` then refuses ("Missing: … from lock file", https://github.com/npm/cli/issues/9342).
 * Run it after every `npm install`.
 */
interface LockedPackage {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const PLATFORMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'x64', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'universal'];

await runCommand(async () => {
  readArguments('npm run lock:complete', {});
  const lock = JSON.parse(await fs.readFile('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
  const added: string[] = [];
  for (const [where, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const own = `${where === '' ? '' : `${where}/`}node_modules/${name}`;
      if (lock.packages[own] || lock.packages[`node_modules/${name}`]) continue;
      const parts = name.split(/[/\-_.]/u);
      lock.packages[`node_modules/${name}`] = {
        version: range.replace(/^[^\d]*/u, ''),
        optional: true,
        os: [PLATFORMS.find((platform) => parts.includes(platform)) ?? 'none'],
        cpu: [PROCESSORS.find((processor) => parts.includes(processor)) ?? 'none'],
        ...(parts.includes('musl') ? { libc: ['musl'] } : parts.includes('gnu') ? { libc: ['glibc'] } : {}),
      };
      added.push(name);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (added.length > 0) await fs.writeFile('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? 'The lock file is complete.' : `Added to the lock file: ${added.join(', ')}`);
});
