import { describe, expect, test } from 'vitest';
import { searchNames, type SearchNames } from '../../../src/features/search/search-names.ts';
import { indexNames, nearestName, understand } from '../../../src/features/search/understand-query.ts';
import { record } from '../../support/edition.ts';

const NAMES: SearchNames = {
  party: [
    { id: 'party-a', value: 'Party A', forms: ['Party A', 'Amber', 'Ambers'] },
    { id: 'party-b', value: 'Party B', forms: ['Party B', 'Bronze'] },
  ],
  topic: [
    { value: 'Roads and paths', forms: ['Roads and paths', 'Roads'], about: ['footpaths', 'speed limit', 'zebra crossings'] },
    { value: 'Parks', forms: ['Parks'], about: ['playgrounds', 'footpaths'] },
  ],
  speaker: [
    { value: 'Sir Tobias Quillfeather', forms: ['Tobias Quillfeather', 'Quillfeather'] },
    { value: 'Ana Brännström-Oak', forms: ['Ana Brännström-Oak', 'Brännström-Oak'] },
  ],
};
const index = indexNames(NAMES);

test.each([
  ['amber roads', { party: ['Party A'], topic: ['Roads and paths'] }, [], true],
  ['AMBERS on roads and paths', { party: ['Party A'], topic: ['Roads and paths'] }, ['on'], true],
  ['amber bronze speed limit', { party: ['Party A', 'Party B'], topic: ['Roads and paths'] }, [], true],
  ['zebra crossing', { topic: ['Roads and paths'] }, [], false],
  ['footpaths', { topic: ['Roads and paths', 'Parks'] }, [], false],
  ['quillfeather said so', { speaker: ['Sir Tobias Quillfeather'] }, ['said', 'so'], true],
  ['brannstrom oak', { speaker: ['Ana Brännström-Oak'] }, [], true],
  ['nothing known here', {}, ['nothing', 'known', 'here'], false],
  ['speed', {}, ['speed'], false],
])('understands “%s”', (typed, named, rest, strong) => expect(understand(typed, index)).toEqual({ named, rest, strong }));

test.each([
  ['quilfeather', 'quillfeather'],
  ['Quillfaether', 'quillfeather'],
  ['tobais', 'tobias'],
  ['bronse', 'bronze'],
  ['brannstrom', undefined],
  ['ambr', 'amber'],
  ['amb', undefined],
  ['zebra', undefined],
  ['orchard', undefined],
  ['2024', undefined],
])('the name nearest to %s is %s', (typed, name) => expect(nearestName(typed, index)).toBe(name));

describe('the names of the edition', () => {
  test('leaders and slogans name no party, and a manifesto is no speaker', async () => {
    const names = searchNames(record);
    const labour = names.party.find(({ id }) => id === 'labour');
    expect(labour?.forms).toContain('Labour Party');
    expect(labour?.forms).not.toContain('Keir Starmer');
    expect(labour?.forms).not.toContain('plan for change');
    expect(names.speaker.map(({ value }) => value)).not.toContain('Labour Party');
    expect(understand('tories tax', indexNames(names)).named.party).toEqual(['Conservatives']);
  });

  test('every filter value that a form names is one that some quote has', async () => {
    const { party, topic, speaker } = searchNames(record);
    const has = { party: new Set(record.quotes.map((quote) => quote.party.name)), topic: new Set(record.quotes.map((quote) => quote.topic.title)), speaker: new Set(record.quotes.map((quote) => quote.speaker.name)) };
    expect(party.filter(({ value }) => !has.party.has(value))).toEqual([]);
    expect(topic.filter(({ value }) => !has.topic.has(value))).toEqual([]);
    expect(speaker.filter(({ value }) => !has.speaker.has(value))).toEqual([]);
  });
});
