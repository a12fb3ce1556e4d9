import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { contentFolder, readContent } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { writeFiles } from './content-files.ts';
import { yamlText } from '../features/desk/yaml.ts';
import { addressesIn, type Watched, watchSchema } from './harvest/watch.ts';
import { type Proposal, proposalsFrom } from './propose/proposals.ts';
import { ask } from './reading/fetch.ts';
import { unreadable } from './reading/read.ts';
import { readGiven } from './reading/source.ts';
import { readTextFile } from './text-file.ts';

const USAGE = 'npm run harvest -- [--out drafts] [--day YYYY-MM-DD] [--pause milliseconds] [--wait milliseconds]';
const OPTIONS = { out: { type: 'string', default: 'drafts' }, day: { type: 'string' }, pause: { type: 'string', default: '1000' }, wait: { type: 'string', default: '20000' } } as const;

/** The addresses that were read, with the day; those with drafts stand in the folders besides. */
const SEEN = 'seen.json';

await runCommand(async () => {
  const { values } = readArguments(USAGE, OPTIONS);
  const { out, day = new Date().toISOString().slice(0, 10) } = values;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || ![values.pause, values.wait].every((one) => /^\d{1,6}$/u.test(one))) throw new CommandError(`--day is a day, --pause and --wait are milliseconds.\nUsage: ${USAGE}`);
  const file = path.join(contentFolder(), 'watch.yaml');
  const watched = watchSchema.safeParse(parse(await readTextFile(file)));
  if (!watched.success)
    throw new CommandError(`${file}: ${watched.error.issues[0]?.path.join('.')}: ${watched.error.issues[0]?.message}. To mend: give each entry an id, a kind (feed, page or hansard), a url and, where links are chosen, each.`);
  const { entries } = await readContent(contentFolder());
  const seen = new Map(Object.entries(JSON.parse(await fs.readFile(path.join(out, SEEN), 'utf8').catch(() => '{}')) as Record<string, string>));
  const remember = async (url: string) => {
    seen.set(url, day);
    await writeFiles(out, [{ file: SEEN, text: `${JSON.stringify(Object.fromEntries(seen), null, 1)}\n` }]);
  };
  let [drafts, failed] = [0, 0];
  const told = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      failed++;
      console.log(error.message);
      return undefined;
    }
  };
  for (const one of watched.data) {
    const addresses = (await told(() => addressesIn(one, day, Number(values.wait)))) ?? [];
    for (const url of addresses.filter((address) => !seen.has(address))) {
      if (!(await hasDraft(out, url))) {
        await pause(Number(values.pause));
        const drafted = await told(() => draft(one, url, { out, day, wait: Number(values.wait), entries }));
        if (drafted === undefined) continue;
        drafts += drafted;
      }
      await remember(url);
    }
  }
  console.log(`${drafts} new drafts in ${path.join(out, day)}; ${failed} addresses could not be read. Nothing in content/ has changed.`);
});

function nameOf(url: string): string {
  return `${(new URL(url).pathname.match(/[a-z0-9]+/giu) ?? ['page']).slice(-6).join('-').toLowerCase().slice(0, 60)}-${bytesToHex(sha256(utf8ToBytes(url))).slice(0, 8)}`;
}

/** A draft that was written just before an interruption is not written again. */
async function hasDraft(out: string, url: string): Promise<boolean> {
  const days = await fs.readdir(out, { withFileTypes: true }).catch(() => []);
  const there = await Promise.all(
    days
      .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
      .map((one) =>
        fs.stat(path.join(out, one.name, nameOf(url))).then(
          () => true,
          () => false,
        ),
      ),
  );
  return there.includes(true);
}

interface Drafting {
  out: string;
  day: string;
  wait: number;
  entries: Entries;
}

/**
 * Reads an address and writes a draft where something in it could be a quote. The folder takes its name when it is whole.
 * @returns how many drafts were written
 */
async function draft(watched: Watched, url: string, { out, day, wait, entries }: Drafting): Promise<number> {
  const answer = await ask(url, { trusted: new URL(watched.url).origin, longest: wait });
  if (answer.status !== 200) unreadable(url, `answered ${answer.status}`, 'it is tried again at the next run');
  const source = await readGiven(answer);
  const { proposals } = proposalsFrom(source, entries);
  if (proposals.length === 0) return 0;
  const unfinished = path.join(out, `.unfinished-${nameOf(url)}`);
  await fs.rm(unfinished, { recursive: true, force: true });
  await writeFiles(unfinished, [
    { file: 'source.txt', text: source.text },
    { file: 'source.yaml', text: yamlText({ read: url, ...source.facts }) },
    { file: 'proposals.jsonl', text: proposals.map((one) => `${JSON.stringify(one)}\n`).join('') },
    { file: 'proposals.md', text: `# ${source.facts.title ?? url}\n\n${url}\n\n${proposals.map(inMarkdown).join('\n')}` },
  ]);
  await fs.mkdir(path.join(out, day), { recursive: true });
  await fs.rename(unfinished, path.join(out, day, nameOf(url)));
  return 1;
}

function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|@]/gu, String.raw`\$&`);
}

function inMarkdown({ text, speaker, party, role, date, topic, dimension, score, passage }: Proposal): string {
  return `> ${plain(text)}\n\n${plain([speaker, role, party, date].map((one) => one ?? '?').join(', '))}; on ${topic ?? '?'}/${dimension ?? '?'}; score ${score}\n\n<details><summary>Passage</summary>\n\n${plain(passage)}\n\n</details>\n`;
}
