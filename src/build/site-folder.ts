import fs from 'node:fs';
import path from 'node:path';
import { contentFolder } from '../record/read.ts';

/** Stands in every folder that a build has made, so that no build ever empties another. */
const MARKER = '.on-record-site';

/** Where builds under way stand, below the project's folder, each by the number of its process. */
const ASIDE = '.tmp/building';

/** Names the process of the build that is under way. */
const LOCK = '.tmp/building.lock';

/** Folders of the project that are no place for a site. */
const OWN = ['src', 'tests', 'public', 'node_modules', '.git', '.github', '.config', '.ci'];

/** Where the site goes: `OUT_DIR`, or `dist`. */
export function siteFolder(): string {
  return path.resolve(process.env['OUT_DIR'] || 'dist');
}

/** Where this process builds; it takes the place of the last site when it is whole. Below the project, because Astro's own packages are found from there. */
export function asideFolder(): string {
  return path.resolve(ASIDE, String(process.pid));
}

/**
 * Why nothing can be built where the project lies, in one line with its mend: Vite and Astro write paths into modules and patterns as they are.
 * @param project the project's folder, absolute
 * @returns undefined where it can
 */
export function whyNotHere(project: string = process.cwd()): string | undefined {
  const [sign] = /['"#?*\\]/u.exec(project.replaceAll(path.sep, '/')) ?? [];
  return sign && `The project lies in ${project}, and Vite cannot build below a folder with ${sign} in its name. To mend: rename that folder, or move the project.`;
}

/**
 * Why a site must not be built into a folder, in one line with its mend.
 * @param folder where it would go, absolute
 * @param project the project's folder, absolute
 * @returns undefined where it may
 */
export function whyNotInto(folder: string, project: string = process.cwd()): string | undefined {
  const target = real(folder);
  const home = real(project);
  const name = `OUT_DIR=${folder}`;
  const mend = 'To mend: name a new or empty folder, such as dist.';
  if (isWithin(home, target)) return `${name} is the project's folder or holds it. ${mend}`;
  const own = [...OWN.map((one) => path.join(home, one)), real(path.resolve(contentFolder()))].find((one) => isWithin(target, one) || isWithin(one, target));
  if (own) return `${name} belongs to the project (${path.relative(home, own) || own}). ${mend}`;
  const stats = fs.statSync(target, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (!stats.isDirectory()) return `${name} is a file. ${mend}`;
  if (stats.dev !== fs.statSync(path.dirname(target)).dev || target === path.parse(target).root) return `${name} is where a disk is mounted, which cannot be replaced whole. To mend: name a folder in it.`;
  const files = fs.readdirSync(target);
  return files.length === 0 || files.includes(MARKER) ? undefined : `${name} holds files that no build of ours has made. To mend: empty it yourself, or name a new folder.`;
}

/**
 * Lets a whole site take the place of the last one.
 * @param aside where it was built
 * @param target where it goes
 */
export function takePlace(aside: string, target: string): void {
  fs.writeFileSync(path.join(aside, MARKER), 'Made by npm run build, which may replace this folder.\n');
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const [coming, going] = [`${target}.coming-${process.pid}`, `${target}.going-${process.pid}`];
  move(aside, coming);
  if (fs.existsSync(target)) fs.renameSync(target, going);
  fs.renameSync(coming, target);
  fs.rmSync(going, { recursive: true, force: true });
}

/**
 * Lets one build at a time work in the project's folder, because two would share Astro's store of the content.
 * @param lock the file that names the build under way; it is removed when this process ends
 * @returns why another build must wait, in one line with its mend; undefined where it need not
 */
export function whyNotNow(lock: string = LOCK): string | undefined {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  const other = fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : '';
  if (other !== '' && !isRunning(Number(other))) fs.rmSync(lock, { force: true });
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch {
    return `Another build (process ${other}) is under way in this folder. To mend: wait until it has ended; where there is none, delete ${lock}.`;
  }
  process.once('exit', () => fs.rmSync(lock, { force: true }));
  return undefined;
}

/** Removes what builds that were stopped have left behind. */
export function clearAside(): void {
  for (const name of fs.existsSync(ASIDE) ? fs.readdirSync(ASIDE) : []) if (!isRunning(Number(name))) fs.rmSync(path.join(ASIDE, name), { recursive: true, force: true });
}

/** A folder on another disk is copied. */
function move(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    fs.cpSync(from, to, { recursive: true });
    fs.rmSync(from, { recursive: true });
  }
}

/** The path without symbolic links, as far as it is there. */
function real(file: string): string {
  if (fs.existsSync(file)) return fs.realpathSync(file);
  const parent = path.dirname(file);
  return parent === file ? file : path.join(real(parent), path.basename(file));
}

function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    // A process of another user is one.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
