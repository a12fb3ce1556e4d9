import type { Quote, Source, Speaker } from '../../src/record/record.ts';

const party = { id: 'party-a', name: 'Party A', shortName: 'A', abbreviation: 'A', colour: { light: '#112233', dark: '#ddeeff' }, website: 'https://party-a.example/', ownNames: ['Party A'] };

/** An invented quote of an invented speaker; every field can be replaced. */
export function inventedQuote(changes: Partial<Omit<Quote, 'source' | 'speaker'>> = {}, source: Partial<Source> = {}, speaker: Partial<Speaker> = {}): Quote {
  return {
    id: 'speaker-one-question-2025-04-16',
    text: 'the words that were said',
    role: 'Spokesperson for examples',
    capacity: 'party',
    date: '2025-04-16',
    stance: 'supports',
    party,
    topic: { id: 'topic-one', title: 'Topic one', shortTitle: 'One' },
    dimension: { id: 'question-one', title: 'Question one', question: 'Should it be so?' },
    speaker: { id: 'speaker-one', name: 'Speaker One', kind: 'person', aliases: [], party, ...speaker },
    source: { id: 'daily-example-2025-04-16', title: 'An example is set', publisher: 'Daily Example', url: 'https://daily.example/a', published: '2025-04-16', licence: 'quotation', kind: 'press', ...source },
    proof: { verdict: 'unchecked' },
    corrections: [],
    notices: [],
    ...changes,
  };
}
