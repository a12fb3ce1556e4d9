import { contentFolder, readContent } from '../record/read.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { proposalsFrom } from './propose/proposals.ts';
import { walkThrough } from './propose/walk.ts';
import { readSource } from './reading/source.ts';

const USAGE = 'npm run propose -- <file or address> [--json]';

await runCommand(async () => {
  const { values, positionals } = readArguments(USAGE, { json: { type: 'boolean' } }, { words: true });
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) throw new CommandError(`Name one source: a file or an address.\nUsage: ${USAGE}`);
  const source = await readSource(place);
  const { entries } = await readContent(contentFolder());
  const { proposals, seen } = proposalsFrom(source, entries);
  if (values.json) return proposals.forEach((proposal) => console.log(JSON.stringify(proposal)));
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new CommandError(`The walk through the proposals needs a terminal. To mend: call it in one, or add --json to have them printed.`);
  if (proposals.length === 0) return console.log('Nothing in it could be a quote: no whole sentence of somebody whose party is known, on the record’s topics.');
  console.log(`${await walkThrough(place, source, proposals, seen)} of ${proposals.length} proposals kept.`);
});
