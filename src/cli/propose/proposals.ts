import type { Entries } from '../../record/schema/entries.ts';
import type { ReadSource, Speech } from '../reading/read.ts';
import { spokenInArticle } from './article-quotes.ts';
import { relevanceFor } from './relevance.ts';
import { isQuotable, sentencesOf } from './sentences.ts';
import { type Who, whoSpeaks } from './who.ts';

/** What could be a quote, as `npm run propose -- --json` prints it. */
export interface Proposal {
  text: string;
  speaker: string;
  /** Id of the party; null is a question to the editor, as with the role, the date, the topic and the dimension. */
  party: string | null;
  role: string | null;
  date: string | null;
  topic: string | null;
  dimension: string | null;
  score: number;
  why: string;
  passage: string;
  column: string | null;
}

/** Words of one person in a row. */
export interface Said {
  who: Who;
  text: string;
  /** What stands around it; the text itself where that is all. */
  passage?: string;
  columns: Speech['columns'];
}

const LONGEST_PASSAGE = 1500;

/**
 * What could be a quote in a source: whole sentences of people of the record’s parties on its questions, best first.
 * A minister whose party nobody has told yet is proposed with the question open; everybody else without a party is not.
 */
export function proposalsFrom(source: ReadSource, entries: Pick<Entries, 'parties' | 'speakers' | 'offices' | 'topics' | 'positions'>): { proposals: Proposal[]; seen: Who[] } {
  const date = source.spoken ?? source.facts.published;
  const relevance = relevanceFor(entries, source.text);
  const title = source.facts.title ?? '';
  const said = source.speeches ? inDebate(source.speeches, whoSpeaks(source.speeches, date, entries)) : spokenInArticle(source.text, date, entries);
  const proposals = said.flatMap(({ who, text, passage = text, columns }) => {
    const sentences = sentencesOf(text);
    return sentences.flatMap((sentence): Proposal[] => {
      if (!isQuotable(sentence.text)) return [];
      const { topic, dimension, score, reasons } = relevance({ sentence: sentence.text, passage, title });
      if (score <= 0) return [];
      const others = /[“"]/u.test(sentence.text) ? -1 : 0;
      const why = [...reasons, ...(others ? ['holds words of somebody else in quotation marks −1'] : []), who.because].join('; ');
      const column = columns.findLast(({ from }) => from <= sentence.at)?.column || null;
      return [
        {
          text: sentence.text,
          speaker: who.speaker,
          party: who.party,
          role: who.role,
          date: date ?? null,
          topic,
          dimension,
          score: Math.max(0.1, Math.round((score + others) * 10) / 10),
          why,
          passage: passageOf(sentence, text, passage),
          column,
        },
      ];
    });
  });
  const seen = [...new Map(said.filter(({ who }) => who.office !== undefined).map(({ who }) => [`${who.speaker}\n${who.office}`, who])).values()];
  return { proposals: proposals.sort((a, b) => b.score - a.score), seen };
}

function inDebate(speeches: readonly Speech[], whos: readonly (Who | undefined)[]): Said[] {
  return speeches.flatMap(({ text, columns }, index): Said[] => (whos[index] ? [{ who: whos[index], text, columns }] : []));
}

/** A long speech is cut to whole sentences around the one that is proposed. */
function passageOf({ text, at }: { text: string; at: number }, said: string, passage: string): string {
  if (passage.length <= LONGEST_PASSAGE) return passage;
  if (passage !== said) at = Math.max(0, passage.indexOf(text));
  const around = sentencesOf(passage).filter((one) => one.at >= at - LONGEST_PASSAGE / 2 && one.at + one.text.length <= at + text.length + LONGEST_PASSAGE / 2);
  const [first, last] = [around[0], around.at(-1)];
  return first && last ? passage.slice(first.at, last.at + last.text.length) : text;
}
