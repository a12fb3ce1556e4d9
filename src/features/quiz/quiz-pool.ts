import { blindText } from '../../record/blind/blind-text.ts';
import { nameForms } from '../../record/party-names.ts';
import { officialUrl } from '../../record/source-address.ts';
import type { OnRecord, Quote } from '../../record/record.ts';
import type { QuizPool, QuizQuestion } from './quiz.ts';

/** A quiz has twenty questions at most: a large record gives its newest quotes to choose from, not megabytes. */
const LARGEST_POOL = 1_000;

/**
 * Everything the quiz can ask: every quote that blind mode can mask, in the record's order; of a large record the newest.
 * Quotes that their own party has disowned are left out: "who said it?" has no fair answer there.
 * @param pageOf path of a quote's page
 */
export function quizPool({ parties, topics, speakers, quotes }: Pick<OnRecord, 'parties' | 'topics' | 'speakers' | 'quotes'>, pageOf: (quote: Quote) => string): QuizPool {
  const forms = nameForms(parties, speakers);
  return {
    parties: parties.map(({ id, name }) => ({ id, name })),
    topics: topics.map(({ id, title }) => ({ id, title })),
    questions: quotes.slice(0, LARGEST_POOL).flatMap((quote): QuizQuestion[] => {
      const text = quote.disowned ? undefined : blindText(quote, forms);
      if (text === undefined) return [];
      const notes = quote.notices;
      return [
        {
          id: quote.id,
          page: pageOf(quote),
          text,
          ...(text === quote.text ? {} : { said: quote.text }),
          topic: quote.topic.id,
          party: quote.party.id,
          speaker: quote.speaker.name,
          role: quote.role,
          date: quote.date,
          source: { title: quote.source.title, publisher: quote.source.publisher, url: officialUrl(quote.source) },
          ...(notes.length > 0 ? { notes } : {}),
        },
      ];
    }),
  };
}
