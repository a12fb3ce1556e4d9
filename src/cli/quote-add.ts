import { CommandError, readArguments, runCommand } from './command.ts';
import { changeFor, writeQuote } from './quote-change.ts';
import { BESIDES, missingIn, NEEDED, onlyValue, PLACE, QUOTE_FIELDS, type QuoteAnswers } from '../features/desk/quote-fields.ts';
import { askForQuote } from './quote-questions.ts';

const OPTIONAL = QUOTE_FIELDS.map(({ name }) => name).filter((name) => !NEEDED.includes(name));

const USAGE = `npm run quote:add -- ${NEEDED.map((name) => `--${name}`).join(' ')} [--summary] [--passage file.txt] [--checked YYYY-MM-DD] ${OPTIONAL.map((name) => `[--${name}]`).join(' ')}`;

type Option = { type: 'string' | 'boolean' };
const OPTIONS: Readonly<Record<string, Option>> = Object.fromEntries([
  ...[...PLACE, ...BESIDES].map((name): [string, Option] => [name, { type: 'string' }]),
  ...QUOTE_FIELDS.map((field): [string, Option] => [field.name, { type: onlyValue(field) === true ? 'boolean' : 'string' }]),
]);

await runCommand(async () => {
  const { values } = readArguments(USAGE, OPTIONS);
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as QuoteAnswers;
  const missing = missingIn(given);
  // In a terminal it asks for what the command line leaves out.
  if (missing.length > 0 && process.stdin.isTTY && process.stdout.isTTY) return askForQuote(given, writeQuote);
  if (missing.length > 0) throw new CommandError(`${missing.map((name) => `--${name}`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. To mend: give every option that is not in square brackets.\nUsage: ${USAGE}`);
  await writeQuote(await changeFor(given));
});
