import { fork } from 'node:child_process';
import path from 'node:path';
import type { CheckedContent } from '../checked-record.ts';
import { deepFreeze } from '../domain/deep-freeze.ts';
import type { IndexFile } from '../search/build-index.ts';
import { CommandError } from './command.ts';
import type { ContentMessage } from './content-process.ts';

/**
 * Reads, checks and indexes the content folder in a process of its own: Astro and its bundler start while it is checked,
 * and pages are drawn while it is indexed.
 * @returns the entries, all of them right, the record that they make, and its search index to come
 * @throws CommandError that lists every problem of every file
 */
export function contentBeside(): Promise<CheckedContent> {
  const content = Promise.withResolvers<CheckedContent>();
  const index = Promise.withResolvers<IndexFile[]>();
  // Whoever waits for the index hears of it; when the content is refused, nobody does.
  index.promise.catch(() => undefined);
  const refuse = (error: Error) => {
    content.reject(error);
    index.reject(error);
  };
  let made: IndexFile[] | undefined;
  const beside = fork(path.join(import.meta.dirname, 'content-process.ts'), { serialization: 'advanced' });
  beside.on('message', (message: ContentMessage) => {
    // What passes between processes is copied, and a copy is not frozen.
    if ('content' in message) content.resolve({ entries: message.content.entries, record: deepFreeze(message.content.record), index: index.promise });
    else {
      if ('index' in message) made = message.index;
      else refuse(new CommandError(message.refused));
      beside.disconnect();
    }
  });
  beside.once('error', refuse);
  // What went wrong there stands on its own standard error.
  beside.once('exit', (code) => {
    // Only now, so that whoever measures a build counts this process too.
    if (made) index.resolve(made);
    refuse(new CommandError(`The process that checks and indexes the content ended with ${code} and no answer.`));
  });
  return content.promise;
}
