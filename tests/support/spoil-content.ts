import { expect } from 'vitest';
import { ContentError } from '../../src/record/schema/problem.ts';
import { checkContent } from '../../src/record/read.ts';
import { copyOf, hashesOf } from './small-content.ts';
import type { Spoil } from './spoil.ts';

export const BUILD = 'positions/bridge/build/party-a.mdx';
export const SILENT = 'positions/bridge/build/party-b.mdx';
export const TOPIC = 'topics/bridge.mdx';
export const DAILY = 'sources/daily-example-2025-03-01.yaml';
export const SPEAKER = 'speakers/speaker-one.yaml';
export const PARTY = 'parties/party-a.yaml';
export const ROLE = 'role: Spokesperson';

/** What is wrong, how it came about, the file and field the message must name, and what it must say. */
export type Case = [what: string, spoil: Spoil, at: string, says: RegExp];

/** Spoils a copy of the content and expects one message that names the place, says what is wrong and how to mend it. */
export async function oneClearMessage(content: string, spoil: Spoil, at: string, says: RegExp): Promise<void> {
  const copy = await copyOf(content);
  await spoil(copy);
  const before = await hashesOf(copy);
  const error = await checkContent(copy).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ContentError);
  const [heading, ...lines] = (error as ContentError).message.split('\n');
  expect(heading, (error as ContentError).message).toBe('1 problem in 1 file of the content:');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(at);
  expect(lines[0]).toMatch(says);
  expect(lines[0]).toMatch(/\. To mend: \S/u);
  expect(await hashesOf(copy)).toEqual(before);
}
