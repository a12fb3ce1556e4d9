import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { withBar, withClock } from '../../src/build/progress.ts';

/** A stream like a terminal's, and what stood on its line after each write. */
function terminal(columns: number, isTTY = true) {
  const lines: string[] = [];
  const written: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      const text = chunk.toString();
      written.push(text);
      const [kept = '', after] = text.split('\r\u001b[K');
      lines.push(after === undefined ? (lines.at(-1) ?? '') + kept : after);
      done();
    },
  });
  return { lines, written, stream: Object.assign(stream, { columns, isTTY }) as unknown as NodeJS.WriteStream };
}

async function piecesOf(all: number, progress: (done: number, all: number) => void): Promise<string> {
  for (let done = 1; done <= all; done++) progress(done, all);
  return 'made';
}

describe('a bar', () => {
  test('grows on one line of a terminal, counts to the end, and leaves the line empty', async () => {
    const { lines, stream } = terminal(80);
    expect(await withBar('Cards', (progress) => piecesOf(60, progress), stream)).toBe('made');
    expect(lines[0]).toBe('Cards…');
    const filled = lines.slice(1, -1).map((line) => line.split('█').length - 1);
    expect(filled).toEqual(Array.from({ length: 31 }, (_, index) => index));
    expect(lines.at(-2)).toBe(`Cards ${'█'.repeat(30)} 60/60`);
    expect(lines.at(-1)).toBe('');
  });

  test.each([10, 24, 40])('never fills a line of %i columns, which would break and stay', async (columns) => {
    const { lines, stream } = terminal(columns);
    await withBar('Lesson packs', (progress) => piecesOf(300, progress), stream);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(columns);
  });

  test('goes away when the work fails, so that the message has a line of its own', async () => {
    const { lines, stream } = terminal(80);
    const failing = withBar('Cards', async (progress) => Promise.reject(new Error(String(progress(1, 2)))), stream);
    await expect(failing).rejects.toThrow();
    expect(lines.at(-2)).toContain('█');
    expect(lines.at(-1)).toBe('');
  });
});

test('a clock stands on one line and leaves it empty', async () => {
  const { lines, stream } = terminal(80);
  expect(await withClock('Building', async () => 'made', stream)).toBe('made');
  expect(lines).toEqual(['Building: 0 s', '']);
});

test('into a log nothing is written', async () => {
  const { written, stream } = terminal(80, false);
  await withBar('Cards', (progress) => piecesOf(5, progress), stream);
  await withClock('Building', async () => 'made', stream);
  expect(written).toEqual([]);
});
