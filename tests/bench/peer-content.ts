import fs from 'node:fs/promises';
import path from 'node:path';
import { joinRecord } from '../../src/record/join.ts';
import { dateInWords } from '../../src/record/dates.ts';
import { proofInWords } from '../../src/record/proof-words.ts';
import { type QuoteView, quoteView } from '../../src/features/quote/quote-view.ts';
import type { OnRecord, Position, Quote } from '../../src/record/record.ts';
import { CAPACITY_WORDS, LICENCE_WORDS } from '../../src/record/source-words.ts';
import { type PartyStance, STANCE_WORDS } from '../../src/record/stance.ts';
import { textFragmentUrl } from '../../src/record/text-fragment.ts';
import { leftOutInWords } from '../../src/features/topic/left-out.ts';
import { citationsOf } from '../../src/features/quote/citations.ts';
import { quotationData } from '../../src/features/quote/quotation-data.ts';
import type { Entries } from '../../src/record/schema/entries.ts';
import type { PageFrame } from './built-site.ts';

/** Our templates for the other generators. */
const PEERS = path.resolve('tests/bench/peers');

/** Frames by the folder of the pages. */
type PeerFrames = Record<'topics' | 'quotes', PageFrame>;

/**
 * Writes what Hugo and Eleventy build: topic and quote pages of a record, each page's data in the form the generator
 * reads. What our pages work out (words for dates and proofs, citations, links into the source) stands in it ready made.
 * @param entries the content
 * @param frames what our pages hold around their main part, so that pages are of one size
 * @param folder gets `hugo/` and `eleventy/`
 */
export async function writePeers(entries: Entries, frames: PeerFrames, folder: string): Promise<void> {
  const record = joinRecord(entries);
  const backgrounds = new Map(entries.topics.map(({ id, body }) => [id, body.trim()]));
  await fs.cp(PEERS, folder, { recursive: true });
  const topics = record.topics.map((topic) => ({
    ...topicOf(topic),
    background: backgrounds.get(topic.id),
    parties: record.parties.map(({ id, name, shortName, abbreviation }) => ({ id, name, shortName, abbreviation })),
  }));
  const quotes = quoteView(record).map(quoteOf);
  await write(path.join(folder, 'eleventy/_data/peer.json'), JSON.stringify({ frames, topics, quotes }));
  await write(
    path.join(folder, 'hugo/config.json'),
    JSON.stringify({ baseURL: 'https://on-record.example/', languageCode: 'en-GB', title: 'On Record', disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', 'section', 'home', '404'], params: { frames } }),
  );
  // Hugo makes a page of a file only, so each quote needs one.
  for (const { title, description, ...quote } of quotes) await write(path.join(folder, `hugo/content/quotes/${quote.id}.md`), JSON.stringify({ title, description, quote }));
  for (const { title, description, ...topic } of topics) await write(path.join(folder, `hugo/content/topics/${topic.id}.md`), JSON.stringify({ title, description, topic }));
}

function topicOf(topic: OnRecord['topics'][number]) {
  const { id, title, summary, dimensions, quotes, gaps, newest } = topic;
  return {
    id,
    title,
    description: summary,
    facts: [`${dimensions.length} questions`, `${quotes.length} quotes`, gaps === 0 ? 'no gaps' : `${gaps} stated gaps`, `newest of ${dateInWords(newest)}`, 'parties in alphabetical order'],
    dimensions: dimensions.map((dimension) => ({
      id: dimension.id,
      title: dimension.title,
      shortTitle: dimension.shortTitle,
      question: dimension.question,
      positions: dimension.positions.map((position) => positionOf(position)),
    })),
  };
}

function positionOf(position: Position) {
  const { party, stance, summary, statements } = position;
  return {
    party: { id: party.id, name: party.name, shortName: party.shortName, abbreviation: party.abbreviation },
    ...stanceOf(stance),
    summary,
    newest: statements.slice(0, 1).map(statementOf),
    leftOut: leftOutInWords(position),
  };
}

function statementOf({ quotes }: Position['statements'][number]) {
  const { id, speaker, role, date, source, proof } = quotes[0];
  return { id, texts: quotes.map(({ text }) => text), speaker: named(speaker), role, day: dateInWords(date, 'short'), url: source.url, publisher: source.publisher, proof: proofInWords(proof) };
}

function quoteOf({ quote, title, sameStatement, otherTimes, all, others }: QuoteView) {
  const { id, text, speaker, role, date, party, topic, dimension, source, stance, capacity, proof } = quote;
  return {
    id,
    title,
    description: `“${text}” ${speaker.name}, ${role}`,
    text,
    speaker: named(speaker),
    role,
    date,
    day: dateInWords(date),
    party: { ...named(party), shortName: party.shortName },
    topic: { id: topic.id, title: topic.title },
    dimension,
    source: { id: source.id, title: source.title, publisher: source.publisher, url: source.url, published: dateInWords(source.published) },
    ...stanceOf(stance),
    fragment: textFragmentUrl(source.url, text),
    proof: proofInWords(proof),
    capacity: CAPACITY_WORDS[capacity],
    licence: LICENCE_WORDS[source.licence],
    citations: citationsOf(quote).map(({ id, label, text }) => (id === 'harvard' ? { id, label, text } : { id, label, file: `/quotes/${quote.id}/cite/#${id}` })),
    same: sameStatement.map(lineOf),
    times: otherTimes.map(lineOf),
    all,
    others: others.map((position) => ({ party: named(position.party), ...stanceOf(position.stance) })),
    data: quotationData(quote),
  };
}

function lineOf({ id, text, speaker, date, source, stance }: Quote) {
  return { id, text, speaker: speaker.name, day: dateInWords(date), publisher: source.publisher, ...stanceOf(stance) };
}

function stanceOf(stance: PartyStance) {
  return { stance, word: STANCE_WORDS[stance] };
}

function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}

async function write(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, text);
}
