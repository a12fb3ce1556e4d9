import { Refusal } from '../features/desk/problems.ts';
import { addressProblem } from '../site/address.ts';
import { ContentError } from '../record/schema/problem.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Something the person at the keyboard can mend; printed without a stack trace. */
export class CommandError extends Refusal {
  override name = 'CommandError';
}

/** Ends a command that was only asked how to call it. */
class HelpAsked extends Error {}

/**
 * Runs a command: a `CommandError`, or content that is refused, ends it with one clear message and exit code 1. The process ends
 * by itself once everything is written: `process.exit()` would cut off what a pipe has not taken yet.
 * @param main does the work; its number becomes the exit code
 */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  // Whoever reads no further, such as `head`, is no mistake.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
  try {
    const problem = addressProblem(process.env);
    if (problem !== undefined) throw new CommandError(problem);
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof HelpAsked) return console.log(error.message);
    if (error instanceof Refusal || error instanceof ContentError) console.error(error.message);
    else console.error(`Something went wrong that this command did not expect: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = 1;
  }
}

/**
 * Reads the command line strictly; `--help` ends the command with its usage.
 * @param usage one line that shows how to call the command
 * @param options what it takes, as `node:util` has it
 * @param more whether it takes words without an option, and the words themselves where they are not the process's
 * @throws CommandError for an unknown option, a missing value or a stray word
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: Options, { words = false, args }: { words?: boolean; args?: string[] } = {}) {
  const read = () => {
    try {
      return parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } } as Options, allowPositionals: true, strict: true });
    } catch (error) {
      throw new CommandError(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}.\nUsage: ${usage}`);
    }
  };
  const { values, positionals } = read();
  if ((values as { help?: boolean }).help) throw new HelpAsked(`Usage: ${usage}`);
  if (!words && positionals.length > 0) throw new CommandError(`“${positionals[0]}” belongs to no option; put words with spaces in quotation marks.\nUsage: ${usage}`);
  return { values, positionals };
}
