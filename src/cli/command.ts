import { ContentError } from '../record/schema/problem.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Something the person at the keyboard can mend; printed without a stack trace. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/**
 * Runs a command: a `CommandError`, or content that is refused, ends it with one clear message and exit code 1.
 * @param main does the work; its number becomes the exit code
 */
export async function runCommand(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof CommandError || error instanceof ContentError) console.error(error.message);
    else console.error(`Something went wrong that this command did not expect: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['DEBUG']) console.error(error);
    process.exit(1);
  }
}

/**
 * Reads the command line strictly.
 * @param usage one line that shows how to call the command
 * @throws CommandError for an unknown option or a missing value
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}.\nUsage: ${usage}`);
  }
}
