import { ledgerHash } from '../../src/record/check/history.ts';
import { fingerprintText } from '../../src/record/fingerprint.ts';
import type { PartyEntry } from '../../src/record/schema/party.ts';
import type { PositionEntry } from '../../src/record/schema/position.ts';
import type { SourceEntry } from '../../src/record/schema/source.ts';
import { type Stance, STANCES } from '../../src/record/schema/stance.ts';
import { writeFiles } from '../../src/cli/content-files.ts';
import { type ContentFile, mdxText, yamlText } from '../../src/features/desk/yaml.ts';
import { type WordSalad, wordSalad } from './word-salad.ts';

/** What to generate. */
export interface GenerateOptions {
  /** How many quotes: a multiple of twice the number of parties, for each party has two on every question. */
  quotes: number;
  /** How many parties, 2 to 8. */
  parties?: number;
  /** Gives the first party a name of 40 letters, the longest that the schema takes. */
  longName?: boolean;
  /** How many topics, at most one a question; unless told, so many that none has more than four questions. */
  topics?: number;
  /** Any text; the same options give the same files. */
  seed: string;
  /** Writes each quote's stance into its entry too, for a schema that asks for it; its codings say it in any case. */
  typedStances?: boolean;
}

type PartyMade = PartyEntry & { id: string };
type QuoteMade = Omit<PositionEntry['quotes'][number], 'stance'> & { stance?: Stance };

/** What nobody could take for a party of the country, with a label colour for light and for dark paper. */
const PARTIES = [
  ['Amber', '#8a5a00', '#e0b25c'],
  ['Basalt', '#4a4a4a', '#b8b8b8'],
  ['Cedar', '#7a3b1d', '#d99f7f'],
  ['Dune', '#6b5d2e', '#cdbd84'],
  ['Ember', '#a8321f', '#f09a8a'],
  ['Fjord', '#1f5f7a', '#86c1da'],
  ['Granite', '#5b4a78', '#b9a8d8'],
  ['Harbour', '#2b6b57', '#8ccab4'],
] as const;

const LONG_NAME = { name: 'League of Invented Kites and Paper Boats', shortName: 'Kites and Boats', abbreviation: 'Kite' };
const QUOTES_A_POSITION = 2;
/** As in the record's largest topics; a topic's card has room for few more. */
const DIMENSIONS_A_TOPIC = 4;
const QUOTES_A_SPEAKER = 50;

/**
 * Writes a content folder of invented parties, speakers, sources and word salad, for benchmarks and for tests of editions
 * with few or many parties. It passes `content:check`: every quote has its fingerprint, its line in the ledger and its two
 * codings.
 * @param folder where to write; it should be empty
 * @throws RangeError when the options do not fit together
 */
export async function generateContent(folder: string, options: GenerateOptions): Promise<void> {
  await writeFiles(folder, contentFiles(options));
}

/**
 * The files of such a content folder.
 * @throws RangeError when the options do not fit together
 */
export function contentFiles({ quotes, parties: count = 5, longName = false, topics: wanted, seed, typedStances = false }: GenerateOptions): ContentFile[] {
  if (!Number.isInteger(count) || count < 2 || count > PARTIES.length) throw new RangeError(`${count} parties cannot be generated: 2 to ${PARTIES.length} have a name`);
  const dimensions = quotes / (count * QUOTES_A_POSITION);
  if (!Number.isInteger(dimensions) || dimensions < 1) throw new RangeError(`${quotes} quotes cannot be generated: with ${count} parties the number must be a multiple of ${count * QUOTES_A_POSITION}`);
  const topicCount = wanted ?? Math.ceil(dimensions / DIMENSIONS_A_TOPIC);
  if (!Number.isInteger(topicCount) || topicCount < 1 || topicCount > dimensions) throw new RangeError(`${wanted} topics cannot be generated: ${quotes} quotes make ${dimensions} questions`);
  const salad = wordSalad(seed);
  const parties = PARTIES.slice(0, count).map((_, index) => partyMade(index, longName));
  const speakers = Math.max(count, Math.ceil(quotes / QUOTES_A_SPEAKER));
  const places = Array.from({ length: dimensions }, (_, dimension) => ({ topic: Math.floor((dimension * topicCount) / dimensions), dimension }));
  const written = places.map((place) => dimensionFiles(place, parties, speakers, salad, typedStances));
  const made = written.flatMap((one) => one.made);
  return [
    ...parties.map(({ id, ...party }) => ({ file: `parties/${id}.yaml`, text: yamlText(party) })),
    ...Array.from({ length: speakers }, (_, index) => ({ file: `speakers/${speakerId(index)}.yaml`, text: yamlText({ name: `Speaker ${digits(index)}`, party: parties[index % count]?.id, kind: 'person' }) })),
    ...[...Map.groupBy(places, ({ topic }) => topic)].map(([topic, own]) => topicFile(topic, own, salad)),
    ...written.flatMap(({ files }) => files),
    ...['about', 'accessibility', 'method', 'privacy'].map((page) => ({ file: `pages/${page}.mdx`, text: mdxText({ title: `The ${page} page`, description: 'A generated page.' }, 'This page was generated.') })),
    { file: 'codings.yaml', text: yamlText(made.map(({ quote, stance }) => ({ quote: quote.id, first: stance, second: stance, basis: 'words', why: ['generated', 'generated'] }))) },
    { file: 'published.yaml', text: yamlText(Object.fromEntries(made.map(({ quote }) => [quote.id, ledgerHash(quote.text)]))) },
    { file: 'withdrawn.yaml', text: yamlText([]) },
  ];
}

interface Place {
  topic: number;
  dimension: number;
}

/** One question: a position a party, all quoting one source. */
function dimensionFiles({ topic, dimension }: Place, parties: readonly PartyMade[], speakers: number, salad: WordSalad, typedStances: boolean): { files: ContentFile[]; made: { quote: QuoteMade; stance: Stance }[] } {
  const date = dateOf(salad);
  const source = `source-${digits(dimension)}`;
  const positions = parties.map(({ id }, party) => {
    const made = Array.from({ length: QUOTES_A_POSITION }, (_, index) => {
      const stance = STANCES[salad.number(STANCES.length)] ?? 'unclear';
      const quote: QuoteMade = {
        id: `quote-${digits(dimension)}-${id}-${index + 1}`,
        text: Array.from({ length: 2 }, () => salad.sentence(10 + salad.number(11))).join(' '),
        speaker: speakerId(party + parties.length * salad.number(Math.floor((speakers - party - 1) / parties.length) + 1)),
        role: `Spokesperson for ${salad.word()}`,
        capacity: 'party',
        date,
        source,
        ...(typedStances && { stance }),
      };
      return { quote, stance };
    });
    return { file: `positions/topic-${digits(topic)}/question-${digits(dimension)}/${id}.mdx`, made };
  });
  const made = positions.flatMap((position) => position.made);
  const entry: SourceEntry = {
    title: `Source ${digits(dimension)}`,
    publisher: `Publisher ${digits(dimension % 40)}`,
    url: `https://source-${digits(dimension)}.example/${date}/`,
    published: date,
    licence: 'quotation',
    kind: (['official-record', 'party', 'press'] as const)[dimension % 3] ?? 'press',
    fingerprint: { covers: 'whole', checked: date, runs: [fingerprintText(source, made.map(({ quote }) => quote.text).join(' '))] },
  };
  const files = positions.map(({ file, made: own }) => ({ file, text: mdxText({ summary: salad.sentence(12), quotes: own.map(({ quote }) => quote) }, '') }));
  return { files: [...files, { file: `sources/${source}.yaml`, text: yamlText(entry) }], made };
}

function topicFile(topic: number, places: readonly Place[], salad: WordSalad): ContentFile {
  const data = {
    title: `Topic ${digits(topic)} ${salad.word()}`,
    shortTitle: `Topic ${digits(topic)}`,
    tagline: `${salad.word()}, ${salad.word()}`,
    summary: salad.sentence(20),
    keywords: [...new Set(Array.from({ length: 12 }, () => `${salad.word()} ${salad.word()}`))],
    dimensions: places.map(({ dimension }) => ({
      id: `question-${digits(dimension)}`,
      title: `${salad.word()} ${salad.word()}`,
      shortTitle: `Question ${digits(dimension)}`,
      question: `Should ${salad.sentence(12).toLowerCase().slice(0, -1)}?`,
    })),
  };
  return { file: `topics/topic-${digits(topic)}.mdx`, text: mdxText(data, salad.sentence(30)) };
}

function partyMade(index: number, longName: boolean): PartyMade {
  const [word, light, dark] = PARTIES[index]!;
  const names = longName && index === 0 ? LONG_NAME : { name: `${word} Party`, shortName: word, abbreviation: word.slice(0, 3) };
  const id = `${word.toLowerCase()}-party`;
  return { id, ...names, colour: { light, dark }, website: `https://${id}.example/`, ownNames: [names.name, names.shortName] };
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
