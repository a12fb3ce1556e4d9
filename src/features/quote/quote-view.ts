import { dateInWords } from '../../record/dates.ts';
import { distinctTitles } from '../../record/page-titles.ts';
import type { OnRecord, Position, Quote } from '../../record/record.ts';
import type { PartyStance } from '../../record/stance.ts';

/** What a quote's page shows around it. */
export interface QuoteView {
  quote: Quote;
  /** Speaker and dimension; where another quote has the same, with the date or the first words. */
  title: string;
  /** The other quotes of the same statement, in the source's order. */
  sameStatement: readonly Quote[];
  /** The same party on the same question at other times: the first quote of each statement, newest first, as many as a page shows. */
  otherTimes: readonly Quote[];
  /** How many quotes the party has on the question in all, where the page does not show each; else none. */
  all: number | undefined;
  /** The other parties on the same question, in the parties' order. */
  others: readonly Position[];
  /** Every stance that the page draws, each once. */
  stances: readonly PartyStance[];
}

/** How many words of a quote tell it from the others of a speaker. */
const FIRST_WORDS = 6;

/** A quote's page stays small however long a record grows: the question's page has every quote. */
const OTHER_TIMES = 4;

/** Every quote's view, in the record's order. */
export function quoteView(record: OnRecord): QuoteView[] {
  const views = untitled(record);
  const titles = distinctTitles(views, {
    title: ({ quote }) => `${quote.speaker.name} on ${quote.dimension.title}`,
    apart: [({ quote }) => `, ${dateInWords(quote.date)}`, ({ quote }) => `: “${quote.text.split(/\s+/u).slice(0, FIRST_WORDS).join(' ')}…”`],
  });
  return views.map((view, index) => ({ ...view, title: titles[index] ?? view.quote.id }));
}

function untitled({ topics }: OnRecord): Omit<QuoteView, 'title'>[] {
  return topics.flatMap((topic) =>
    topic.dimensions.flatMap((dimension) =>
      dimension.positions.flatMap((position) =>
        position.quotes.map((quote): Omit<QuoteView, 'title'> => {
          const statement = position.statements.find(({ quotes }) => quotes.includes(quote));
          const sameStatement = statement?.quotes.filter((other) => other !== quote) ?? [];
          // One line a statement: its parts have one speaker and one date, so their links would look alike.
          const otherTimes = position.statements
            .filter((other) => other !== statement)
            .flatMap(({ quotes }) => quotes.slice(0, 1))
            .slice(0, OTHER_TIMES);
          const others = dimension.positions.filter((other) => other !== position);
          return {
            quote,
            sameStatement,
            otherTimes,
            all: 1 + sameStatement.length + otherTimes.length < position.quotes.length ? position.quotes.length : undefined,
            others,
            stances: [...new Set([...position.quotes, ...others].map(({ stance }) => stance))],
          };
        }),
      ),
    ),
  );
}

/** Every quote of the record by its id. */
export function quotesById({ quotes }: Pick<OnRecord, 'quotes'>): Map<string, Quote> {
  return new Map(quotes.map((quote) => [quote.id, quote]));
}

/** A withdrawn quote with the names of the place it stood in. */
export interface WithdrawnView {
  id: string;
  date: string;
  reason: string;
  topic: { id: string; title: string };
  dimension: { id: string; title: string };
}

/** Every withdrawn quote. */
export function withdrawnView({ withdrawn, topics, retired }: OnRecord): WithdrawnView[] {
  return withdrawn.map(({ id, date, reason, ...place }) => {
    const topic = topics.find((candidate) => candidate.id === place.topic);
    const left = retired.find((candidate) => candidate.kind === 'topic' && candidate.id === place.topic);
    const dimension = topic?.dimensions.find((candidate) => candidate.id === place.dimension)?.title ?? left?.parts.find((candidate) => candidate.id === place.dimension)?.name;
    return { id, date, reason, topic: { id: place.topic, title: topic?.title ?? left?.name ?? place.topic }, dimension: { id: place.dimension, title: dimension ?? place.dimension } };
  });
}
