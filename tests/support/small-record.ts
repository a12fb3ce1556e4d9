import { newestFirst } from '../../src/record/dates.ts';
import type { Dimension, OnRecord, Party, Position, Quote, Topic } from '../../src/record/record.ts';
import { deriveStance } from '../../src/record/stance.ts';
import { inventedQuote } from './quote.ts';

/** An invented party: `party-a` is "Party A". */
export function inventedParty(letter: string, ownNames: string[] = [`Party ${letter.toUpperCase()}`]): Party {
  const name = `Party ${letter.toUpperCase()}`;
  return { id: `party-${letter}`, name, shortName: name, abbreviation: letter, colour: { light: '#112233', dark: '#ddeeff' }, website: `https://party-${letter}.example/`, ownNames };
}

/** The quotes of one party on one dimension, each as "date stance"; an empty list is a silence. */
type Said = readonly `${string} ${Quote['stance']}`[];

/**
 * An invented record.
 * @param said topic id to dimension id to party letter to what it said; every dimension names the same parties
 */
export function smallRecord(said: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Said>>>>>>): OnRecord {
  const letters = [...new Set(Object.values(said).flatMap((dimensions) => Object.values(dimensions).flatMap((parties) => Object.keys(parties))))].sort();
  const parties = letters.map((letter) => inventedParty(letter));
  const topics = Object.entries(said).map(([id, dimensions]): Topic => {
    const topic = { id, title: id, shortTitle: id };
    const joined = Object.entries(dimensions).map(([dimension, positions]) => {
      const saidBy = parties.map((party) => [party, positions[party.abbreviation] ?? []] as const);
      return inventedDimension(topic, dimension, saidBy);
    });
    const quotes = joined.flatMap(({ positions }) => positions.flatMap((position) => position.quotes));
    return { ...topic, tagline: id, summary: id, keywords: [], terms: [], dimensions: joined, figures: [], events: [], quotes, gaps: 0, newest: '', middle: '' };
  });
  const quotes = topics.flatMap((topic) => topic.quotes);
  const asOf = quotes.map(({ date }) => date).sort(newestFirst)[0] ?? '';
  return { parties, topics, quotes, speakers: [], sources: [], corrections: [], withdrawn: [], retired: [], articles: [], glossary: [], curricula: [], offices: [], behind: {}, asOf, day: asOf };
}

function inventedDimension(topic: Dimension['topic'], id: string, said: readonly (readonly [Party, Said])[]): Dimension {
  const dimension = { id, title: id, question: `${id}?` };
  const positions = said.map(([party, statements]): Position => {
    const quotes = statements
      .map((statement, index) => {
        const [date = '', stance = ''] = statement.split(' ');
        return inventedQuote({ id: `${topic.id}-${id}-${party.id}-${index}`, party, topic, dimension, date, stance: stance as Quote['stance'] });
      })
      .sort((a, b) => newestFirst(a.date, b.date));
    const { stance, shownBy } = deriveStance(quotes);
    return {
      party,
      id: `${topic.id}/${id}/${party.id}`,
      file: '',
      stance,
      ...(shownBy ? { shownBy } : {}),
      quotes,
      statements: [],
      reported: [],
      silent: [],
      ...(quotes.length === 0 ? { silence: { kind: 'searched', asOf: '2025-01' } } : {}),
      hasNote: false,
    };
  });
  return { ...dimension, shortTitle: id, keywords: [], terms: [], topic, positions, voices: [] };
}
