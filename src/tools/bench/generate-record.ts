import { ledgerHash } from '../../record/check/history.ts';
import { fingerprintText } from '../../record/fingerprint.ts';
import type { PartyEntry } from '../../record/schema/party.ts';
import type { PositionEntry } from '../../record/schema/position.ts';
import type { SourceEntry } from '../../record/schema/source.ts';
import { type Stance, STANCES } from '../../record/schema/stance.ts';
import { type ContentFile, mdxText, writeFiles, yamlText } from '../../cli/content-files.ts';
import { type WordSalad, wordSalad } from './word-salad.ts';

/** How much to generate. */
export interface GenerateOptions {
  /** How many quotes: a multiple of 10, at least 100. There are a tenth as many questions and a hundredth as many topics. */
  quotes: number;
  /** Any text; the same seed and number give the same files. */
  seed: string;
}

const PARTIES = ['a', 'b', 'c', 'd', 'e'];
const QUOTES_A_POSITION = 2;
const DIMENSIONS_A_TOPIC = 10;
const QUOTES_A_SPEAKER = 50;
const COLOURS = ['#0b5aa5', '#2e7d32', '#c8102e', '#b35c00', '#0d7f8c'];

/**
 * Writes a content folder of invented parties, speakers, sources and word salad, for benchmarks. It passes `content:check`:
 * every quote has its fingerprint, its line in the ledger and its two codings.
 * @param folder where to write; it should be empty
 * @throws RangeError when the number of quotes is not a multiple of 10 of at least 100
 */
export async function generateContent(folder: string, options: GenerateOptions): Promise<void> {
  await writeFiles(folder, contentFiles(options));
}

/**
 * The files of such a content folder.
 * @throws RangeError when the number of quotes is not a multiple of 10 of at least 100
 */
export function contentFiles({ quotes, seed }: GenerateOptions): ContentFile[] {
  if (!Number.isInteger(quotes / 10) || quotes < 100) throw new RangeError(`${quotes} quotes cannot be generated: the number must be a multiple of 10 and at least 100`);
  const salad = wordSalad(seed);
  const dimensions = quotes / (PARTIES.length * QUOTES_A_POSITION);
  const topics = Array.from({ length: Math.ceil(dimensions / DIMENSIONS_A_TOPIC) }, (_, index) => index);
  const speakers = Math.max(PARTIES.length, Math.ceil(quotes / QUOTES_A_SPEAKER));
  const places = Array.from({ length: dimensions }, (_, index) => ({ topic: Math.floor(index / DIMENSIONS_A_TOPIC), dimension: index }));
  const written = places.map((place) => dimensionFiles(place, speakers, salad));
  const texts = written.flatMap(({ quotes: made }) => made);
  return [
    ...PARTIES.map((letter, index) => ({ file: `parties/party-${letter}.yaml`, text: yamlText(partyEntry(letter, index)) })),
    ...Array.from({ length: speakers }, (_, index) => ({ file: `speakers/${speakerId(index)}.yaml`, text: yamlText({ name: `Speaker ${digits(index)}`, party: `party-${PARTIES[index % PARTIES.length]}`, kind: 'person' }) })),
    ...topics.map((topic) =>
      topicFile(
        topic,
        places.filter((place) => place.topic === topic).map(({ dimension }) => dimension),
        salad,
      ),
    ),
    ...written.flatMap(({ files }) => files),
    ...['about', 'accessibility', 'method', 'privacy'].map((page) => ({ file: `pages/${page}.mdx`, text: mdxText({ title: `The ${page} page`, description: 'A generated page.' }, 'This page was generated.') })),
    { file: 'codings.yaml', text: yamlText(texts.map(({ id }) => codingOf(id, STANCES[salad.number(STANCES.length)] ?? 'unclear'))) },
    { file: 'published.yaml', text: yamlText(Object.fromEntries(texts.map(({ id, text }) => [id, ledgerHash(text)]))) },
    { file: 'withdrawn.yaml', text: yamlText([]) },
  ];
}

function codingOf(quote: string, stance: Stance) {
  return { quote, first: stance, second: stance, basis: 'words', why: ['generated', 'generated'] };
}

interface Place {
  topic: number;
  dimension: number;
}

/** One question: a position a party, all quoting one source. */
function dimensionFiles({ topic, dimension }: Place, speakers: number, salad: WordSalad): { files: ContentFile[]; quotes: PositionEntry['quotes'] } {
  const date = dateOf(salad);
  const source = `source-${digits(dimension)}`;
  const positions = PARTIES.map((letter, party) => {
    const quotes = Array.from({ length: QUOTES_A_POSITION }, (_, index): PositionEntry['quotes'][number] => ({
      id: `quote-${digits(dimension)}-${letter}-${index + 1}`,
      text: Array.from({ length: 2 }, () => salad.sentence(10 + salad.number(11))).join(' '),
      speaker: speakerId(party + PARTIES.length * salad.number(Math.floor((speakers - party - 1) / PARTIES.length) + 1)),
      role: `Spokesperson for ${salad.word()}`,
      capacity: 'party',
      date,
      source,
    }));
    return { file: `positions/topic-${digits(topic)}/question-${digits(dimension)}/party-${letter}.mdx`, quotes };
  });
  const quotes = positions.flatMap((position) => position.quotes);
  const entry: SourceEntry = {
    title: `Source ${digits(dimension)}`,
    publisher: `Publisher ${digits(dimension % 40)}`,
    url: `https://source-${digits(dimension)}.example/${date}/`,
    published: date,
    licence: 'quotation',
    kind: (['official-record', 'party', 'press'] as const)[dimension % 3] ?? 'press',
    fingerprint: { covers: 'whole', checked: date, runs: [fingerprintText(source, quotes.map(({ text }) => text).join(' '))] },
  };
  const files = positions.map(({ file, quotes: own }) => ({ file, text: mdxText({ summary: salad.sentence(12), quotes: own }, '') }));
  return { files: [...files, { file: `sources/${source}.yaml`, text: yamlText(entry) }], quotes };
}

function topicFile(topic: number, dimensions: readonly number[], salad: WordSalad): ContentFile {
  const data = {
    title: `Topic ${digits(topic)} ${salad.word()}`,
    shortTitle: `Topic ${digits(topic)}`,
    tagline: `${salad.word()}, ${salad.word()}`,
    summary: salad.sentence(20),
    keywords: [...new Set(Array.from({ length: 12 }, () => `${salad.word()} ${salad.word()}`))],
    dimensions: dimensions.map((dimension) => ({
      id: `question-${digits(dimension)}`,
      title: `${salad.word()} ${salad.word()}`,
      shortTitle: `Question ${digits(dimension)}`,
      question: `Should ${salad.sentence(12).toLowerCase().slice(0, -1)}?`,
    })),
  };
  return { file: `topics/topic-${digits(topic)}.mdx`, text: mdxText(data, salad.sentence(30)) };
}

function partyEntry(letter: string, index: number): PartyEntry {
  const name = `Party ${letter.toUpperCase()}`;
  const colour = COLOURS[index] ?? '#333333';
  return { name, shortName: name, abbreviation: `P${letter.toUpperCase()}`, colour: { light: colour, dark: '#9ab7d3' }, website: `https://party-${letter}.example/`, ownNames: [name] };
}

function dateOf(salad: WordSalad): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${2020 + salad.number(6)}-${two(1 + salad.number(12))}-${two(1 + salad.number(28))}`;
}

function digits(index: number): string {
  return String(index + 1).padStart(4, '0');
}

function speakerId(index: number): string {
  return `speaker-${digits(index)}`;
}
