import path from 'node:path';
import { checkContent, contentFolder } from '../record/read.ts';
import type { Entries } from '../record/schema/entries.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { writeFiles } from './content-files.ts';
import { type Fate, fatesOf } from './reading/addresses.ts';

const USAGE = 'npm run sources:check -- [--of <host>] [--out report.json] [--pause milliseconds] [--wait milliseconds]';
const OPTIONS = { of: { type: 'string' }, out: { type: 'string' }, pause: { type: 'string', default: '2000' }, wait: { type: 'string', default: '20000' } } as const;

const LISTED = ['gone', 'moved', 'unknown'] as const;
const MENDS: Readonly<Record<(typeof LISTED)[number], string>> = {
  gone: 'Gone. To mend: write the day into gone, and the address of a copy into archived, such as one that https://web.archive.org/ has.',
  moved: 'Moved. To mend: open the new address; if the words stand there, write it into the file.',
  unknown: 'Unknown: nothing is said of the page. Open it in a browser.',
};

await runCommand(async () => {
  const { of, out, pause, wait } = readArguments(USAGE, OPTIONS).values;
  if (![pause, wait].every((one) => /^\d{1,6}$/u.test(one))) throw new CommandError(`--pause and --wait are milliseconds.\nUsage: ${USAGE}`);
  if (out !== undefined && !path.relative(contentFolder(), path.resolve(out)).startsWith('..')) throw new CommandError(`--out: ${out} lies in the content, where a report does not belong. To mend: name a file elsewhere.`);
  const known = addressesOf(await checkContent());
  const asked = [...known.keys()].filter((address) => of === undefined || new URL(address).host === of);
  if (asked.length === 0) throw new CommandError(`--of: no source has an address at ${of}.\nUsage: ${USAGE}`);
  const fates = await fatesOf(asked, { pause: Number(pause), wait: Number(wait) });
  const sorted = Map.groupBy(fates, ({ is }) => is);
  for (const is of LISTED) {
    const some = sorted.get(is) ?? [];
    if (some.length > 0) console.log(`\n${MENDS[is]}\n${some.map(({ address, because }) => `  ${known.get(address)!.join(', ')}: ${address} ${because}`).join('\n')}`);
  }
  const count = (is: Fate['is']) => sorted.get(is)?.length ?? 0;
  console.log(`\n${fates.length} addresses asked: ${count('there')} there, ${count('gone')} gone, ${count('moved')} moved, ${count('unknown')} unknown. Nothing in content/ has changed.`);
  if (out !== undefined)
    await writeFiles(path.dirname(path.resolve(out)), [
      {
        file: path.basename(out),
        text: `${JSON.stringify(
          fates.map((fate) => ({ ...fate, files: known.get(fate.address) })),
          null,
          1,
        )}\n`,
      },
    ]);
});

/** Every address that a reader is led to, with the files that have it; what is marked gone is not asked again. */
function addressesOf({ sources }: Entries): Map<string, string[]> {
  const all = sources.flatMap(({ file, data: { url, official, archived, gone } }) => [gone ? undefined : url, official?.url, archived].filter((one) => one !== undefined).map((address) => [address, file] as const));
  return new Map([...Map.groupBy(all, ([address]) => address)].map(([address, some]) => [address, some.map(([, file]) => file)]));
}
