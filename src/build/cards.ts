import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { OnRecord } from '../record/record.ts';
import { type CardPainter, cardPainter } from './card-image.ts';
import { type Card, cardsOf, textsOnCards } from '../features/card/cards.ts';
import { progressBar } from './progress.ts';

/** How many pictures a run made. */
export interface CardCount {
  cards: number;
  drawn: number;
  fromCache: number;
}

/** Pictures under way at once: one in the drawing library while the next is laid out, for each core. */
const AT_ONCE = os.availableParallelism() + 1;

/**
 * Draws the picture of every quote, topic and article into a built site, and says how many.
 * @param folder the built site; pictures go to `cards/` in it
 * @param record the whole record
 * @throws RangeError when a text does not fit its card
 */
export async function drawCards(folder: string, record: OnRecord): Promise<void> {
  const bar = progressBar('Cards', record.quotes.length + record.topics.length + record.articles.length);
  const { cards, drawn, fromCache } = await drawCardFiles(record, path.join(folder, 'cards'), '.cache/cards', bar.advance).finally(bar.stop);
  console.log(`${cards} cards: ${drawn} drawn, ${fromCache} from the cache`);
}

/**
 * Draws the cards of a record; a picture that was drawn before from the same card comes from the cache.
 * @param record the whole record
 * @param folder where the pictures go
 * @param cache folder of pictures named by what they were drawn from
 * @param advance called after each picture
 * @throws RangeError when a text does not fit its card
 */
export async function drawCardFiles(record: OnRecord, folder: string, cache: string, advance: () => void = () => {}): Promise<CardCount> {
  const painter = await cardPainter(textsOnCards(record));
  const cards = cardsOf(record, painter.widthOf);
  for (const directory of new Set([cache, ...cards.map((card) => path.dirname(path.join(folder, card.path)))])) await fs.mkdir(directory, { recursive: true });
  // One thread a picture: several pictures are under way, and more threads would only wait for each other.
  const threads = sharp.concurrency();
  sharp.concurrency(1);
  let [next, drawn] = [0, 0];
  const worker = async () => {
    for (let card = cards[next++]; card; card = cards[next++]) {
      if (await writeCard(card, folder, cache, painter)) drawn++;
      advance();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  sharp.concurrency(threads);
  return { cards: cards.length, drawn, fromCache: cards.length - drawn };
}

/** True where the picture had to be drawn. */
async function writeCard({ path: name, tree }: Card, folder: string, cache: string, painter: CardPainter): Promise<boolean> {
  const kept = path.join(cache, `${painter.keyOf(tree)}.png`);
  const target = path.join(folder, name);
  try {
    await fs.copyFile(kept, target);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const png = await painter.png(tree);
  // Another build may draw the same card: a finished file takes its name in one step.
  const unfinished = `${kept}.${process.pid}`;
  await fs.writeFile(unfinished, png);
  await fs.rename(unfinished, kept);
  await fs.writeFile(target, png);
  return true;
}
