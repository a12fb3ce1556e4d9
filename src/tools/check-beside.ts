import { fork } from 'node:child_process';
import path from 'node:path';
import type { CheckedContent } from '../checked-record.ts';
import { deepFreeze } from '../domain/deep-freeze.ts';
import type { CheckAnswer } from './check-process.ts';
import { CommandError } from './command.ts';

/**
 * Reads and checks the content folder in a process of its own, so that Astro and its bundler can start meanwhile.
 * @returns the entries, all of them right, and the record that they make
 * @throws CommandError that lists every problem of every file
 */
export async function checkBeside(): Promise<CheckedContent> {
  const answer = await new Promise<CheckAnswer>((resolve, reject) => {
    const checking = fork(path.join(import.meta.dirname, 'check-process.ts'), { serialization: 'advanced' });
    checking.once('message', (message) => resolve(message as CheckAnswer)).once('error', reject);
    // What went wrong there stands on its own standard error.
    checking.once('exit', (code) => reject(new CommandError(`The check of the content ended with ${code} and no answer.`)));
  });
  if ('refused' in answer) throw new CommandError(answer.refused);
  // What passes between processes is copied, and a copy is not frozen.
  return { entries: answer.entries, record: deepFreeze(answer.record) };
}
