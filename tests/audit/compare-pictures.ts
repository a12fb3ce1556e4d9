import fs from 'node:fs/promises';
import sharp from 'sharp';

interface Picture {
  /** Four bytes a pixel. */
  data: Buffer;
  width: number;
  height: number;
}

/** Equal rows shown above and below those that differ. */
const ROOM = 40;

/** Words of a difference: pixels; differing rows before and after, from 0; size. */
export type Difference = readonly [pixels: string, before: string, after: string, size: string];

/**
 * Compares two pictures pixel for pixel, and writes both and what differs, cut to the rows that differ. Rows that are equal
 * when counted from below, under a part that grew or shrank, are no difference; a row that only one picture has differs whole.
 * @param before a PNG
 * @param after a PNG
 * @param out start of the three files' names, with the folder
 * @returns nothing when they are the same
 */
export async function comparePictures(before: string, after: string, out: string): Promise<Difference | undefined> {
  const files = await Promise.all([fs.readFile(before), fs.readFile(after)]);
  if (files[0].equals(files[1])) return undefined;
  const sizes = await Promise.all(files.map((file) => sharp(file).metadata()));
  const width = Math.max(...sizes.map((size) => size.width));
  // A narrower picture is filled up with nothing at all, which differs from every colour.
  const decode = async (file: Buffer, at: number): Promise<Picture> => {
    const filled = sharp(file)
      .ensureAlpha()
      .extend({ right: width - sizes[at]!.width, background: { r: 0, g: 0, b: 0, alpha: 0 } });
    return { data: await filled.raw().toBuffer(), width, height: sizes[at]!.height };
  };
  const [old, now] = (await Promise.all(files.map(decode))) as [Picture, Picture];

  const bytes = width * 4;
  const sameRow = (y: number, other: number) => old.data.compare(now.data, other * bytes, (other + 1) * bytes, y * bytes, (y + 1) * bytes) === 0;
  const shared = Math.min(old.height, now.height);
  let top = 0;
  while (top < shared && sameRow(top, top)) top++;
  let below = 0;
  while (below < shared - top && sameRow(old.height - 1 - below, now.height - 1 - below)) below++;
  const ends = [old.height - below, now.height - below] as const;
  if (top === ends[0] && top === ends[1]) return undefined;

  const from = Math.max(0, top - ROOM);
  const { marked, pixels } = mark(old, now, from, top, ends);
  await Promise.all([cut(old, from, ends[0] + ROOM).toFile(`${out}.before.png`), cut(now, from, ends[1] + ROOM).toFile(`${out}.after.png`), cut(marked, 0, marked.height).toFile(`${out}.diff.png`)]);
  const [rowsBefore, rowsAfter] = ends.map((end) => (end === top ? `none, at ${top}` : `${top}–${end - 1}`)) as [string, string];
  const size = new Set(sizes.map((one) => `${one.width} × ${one.height}`));
  return [pixels.toLocaleString('en-GB'), rowsBefore, rowsAfter, [...size].join(' → ')];
}

function cut({ data, width, height }: Picture, from: number, to: number) {
  return sharp(data, { raw: { width, height, channels: 4 } }).extract({ left: 0, top: from, width, height: Math.max(1, Math.min(to, height) - from) });
}

/** What is the same is faint, what differs red. */
function mark(old: Picture, now: Picture, from: number, top: number, ends: readonly [number, number]): { marked: Picture; pixels: number } {
  const { width } = now;
  const height = Math.max(...ends) - from;
  const data = Buffer.alloc(width * height * 4, 255);
  let pixels = 0;
  for (let y = from; y < from + height; y++) {
    for (let at = y * width * 4, to = (y - from) * width * 4; at < (y + 1) * width * 4; at += 4, to += 4) {
      const within = y < ends[0] && y < ends[1];
      if (y >= top && !(within && old.data.readUInt32LE(at) === now.data.readUInt32LE(at))) {
        pixels += 1;
        data.set([220, 0, 0], to);
      } else for (let channel = 0; channel < 3; channel++) data[to + channel] = 255 - (255 - now.data[at + channel]!) / 4;
    }
  }
  return { marked: { data, width, height }, pixels };
}
