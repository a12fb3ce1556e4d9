import fs from 'node:fs/promises';
import path from 'node:path';
import type { OnRecord, Quote } from '../../domain/record.ts';

/** Our templates for the other generators. */
const PEERS = path.resolve('src/tools/bench/peers');

/**
 * Writes what Hugo and Eleventy build: topic and quote pages of a record, each page's data in the form the generator reads.
 * @param record the record
 * @param css the CSS that our quote page holds, so that pages are of one size
 * @param folder gets `hugo/` and `eleventy/`
 */
export async function writePeers(record: OnRecord, css: string, folder: string): Promise<void> {
  await fs.cp(PEERS, folder, { recursive: true });
  const topics = record.topics.map(topicOf);
  const quotes = record.topics.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ positions }) =>
      positions.flatMap((position) => position.quotes.map((quote) => ({ ...quoteOf(quote), others: positions.filter((other) => other !== position).map(({ party, stance, summary }) => ({ party: named(party), stance, summary })) }))),
    ),
  );
  const parties = record.parties.map(named);
  await write(path.join(folder, 'eleventy/_data/peer.json'), JSON.stringify({ css, parties, count: quotes.length, topics, quotes }));
  await write(
    path.join(folder, 'hugo/config.json'),
    JSON.stringify({ baseURL: 'https://on-record.example/', languageCode: 'en-GB', title: 'On Record', disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', 'section', 'home', '404'], params: { css, parties, quotes: quotes.length } }),
  );
  // Hugo makes a page of a file only, so each quote needs one.
  for (const quote of quotes)
    await write(path.join(folder, `hugo/content/quotes/${quote.id}.md`), JSON.stringify({ title: `${quote.speaker.name} on ${quote.dimension.title}`, description: `“${quote.text}” ${quote.speaker.name}, ${quote.role}`, quote }));
  for (const topic of topics) await write(path.join(folder, `hugo/content/topics/${topic.id}.md`), JSON.stringify({ title: topic.title, description: topic.summary, topic }));
}

function topicOf({ id, title, summary, dimensions }: OnRecord['topics'][number]) {
  return {
    id,
    title,
    summary,
    dimensions: dimensions.map(({ id: dimension, title: name, question, positions }) => ({
      id: dimension,
      title: name,
      question,
      positions: positions.map(({ party, stance, summary: says, quotes }) => ({ party: named(party), stance, summary: says, quotes: quotes.map(quoteOf) })),
    })),
  };
}

function quoteOf({ id, text, speaker, role, date, party, topic, dimension, source, stance }: Quote) {
  return {
    id,
    text,
    speaker: named(speaker),
    role,
    date,
    party: named(party),
    topic: { id: topic.id, title: topic.title },
    dimension,
    source: { title: source.title, publisher: source.publisher, url: source.url, published: source.published },
    stance,
  };
}

function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}

async function write(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, text);
}
