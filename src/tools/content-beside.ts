import { fork } from 'node:child_process';
import path from 'node:path';
import type { CheckedContent } from '../checked-record.ts';
import { deepFreeze } from '../domain/deep-freeze.ts';
import type { DataSummary } from '../outputs/data.ts';
import { CommandError } from './command.ts';
import type { ContentMessage, FolderMessage } from './content-process.ts';
import { LEAN_ENVIRONMENT, LEAN_OPTIONS } from './lean-memory.ts';

/**
 * Reads and checks the content folder in a process of its own, and makes there what stands beside the pages: Astro and its
 * bundler start while it is checked, and pages are drawn while the rest is made.
 * @returns what Astro renders of the content, the record that it makes, and what is made beside the pages
 * @throws CommandError that lists every problem of every file
 */
export function contentBeside(): Promise<CheckedContent> {
  const content = Promise.withResolvers<CheckedContent>();
  const version = Promise.withResolvers<string>();
  const data = Promise.withResolvers<DataSummary>();
  const written = Promise.withResolvers<void>();
  // Whoever waits for them hears of a failure; when the content is refused, nobody does.
  for (const { promise } of [version, data, written]) promise.catch(() => undefined);
  const refuse = (error: Error) => {
    for (const { reject } of [content, version, data, written]) reject(error);
  };
  let isWritten = false;
  const child = fork(path.join(import.meta.dirname, 'content-process.ts'), {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...LEAN_OPTIONS],
    env: { ...LEAN_ENVIRONMENT, ...process.env },
  });
  const beside = { writeInto: (folder: string) => void child.send({ folder } satisfies FolderMessage), version: version.promise, data: data.promise, written: written.promise };
  child.on('message', (message: ContentMessage) => {
    // What passes between processes is copied, and a copy is not frozen.
    if ('content' in message) content.resolve({ ...message.content, record: deepFreeze(message.content.record), beside });
    else if ('version' in message) version.resolve(message.version);
    else if ('data' in message) data.resolve(message.data);
    else {
      if ('refused' in message) refuse(new CommandError(message.refused));
      else isWritten = true;
      child.disconnect();
    }
  });
  child.once('error', refuse);
  // What went wrong there stands on its own standard error.
  child.once('exit', (code) => {
    // Only now, so that whoever measures a build counts this process too.
    if (isWritten) written.resolve();
    refuse(new CommandError(`The process that checks the content and makes what stands beside the pages ended with ${code} and no answer.`));
  });
  return content.promise;
}
