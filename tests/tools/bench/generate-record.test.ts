import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFiles, generateContent } from '../../../src/tools/bench/generate-record.ts';
import { checkContent } from '../../../src/record/read.ts';

describe('a generated record', () => {
  test('passes content:check and has the numbers asked for', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'on-record-generated-'));
    try {
      await generateContent(folder, { quotes: 300, seed: 'test' });
      const entries = await checkContent(folder);
      expect(entries.topics.length).toBe(3);
      expect(entries.topics.flatMap(({ data }) => data.dimensions).length).toBe(30);
      expect(entries.positions.flatMap(({ data }) => data.quotes).length).toBe(300);
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  });

  test('depends on the seed alone', () => {
    expect(contentFiles({ quotes: 100, seed: 'a' })).toEqual(contentFiles({ quotes: 100, seed: 'a' }));
    expect(contentFiles({ quotes: 100, seed: 'a' })).not.toEqual(contentFiles({ quotes: 100, seed: 'b' }));
  });

  test.each([95, 101, 0, 100.5])('%d quotes are refused', (quotes) => {
    expect(() => contentFiles({ quotes, seed: 'a' })).toThrow(RangeError);
  });
});
