import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { firstDay, lastDay } from '../dates.ts';
import { partiesAt } from '../parties-at.ts';
import { type PlacedQuote, quotesOf } from './look-up.ts';

/** No two quotes of the record have one id. */
export function quoteIdsAreUnique(entries: Entries): Problem[] {
  const first = new Map<string, string>();
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const other = first.get(quote.id);
    first.set(quote.id, other ?? position.file);
    return other === undefined ? [] : [{ file: position.file, field: `${field}.id`, problem: `is ${quote.id}, which a quote in ${other} already has`, mend: 'give this quote an id of its own; ids are permanent, so change the newer one' }];
  });
}

/** Nothing was said after its source was published. */
export function quotesAreNotNewerThanTheirSource(entries: Entries): Problem[] {
  const sources = new Map(entries.sources.map(({ id, data }) => [id, data]));
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const source = sources.get(quote.source);
    if (!source || firstDay(quote.date) <= lastDay(source.published)) return [];
    return [{ file: position.file, field: `${field}.date`, problem: `is ${quote.date}, after its source was published (${source.published})`, mend: 'correct the date, or name the source that really prints these words' }];
  });
}

/** A quote stands with the party to which its speaker belonged at its date. */
export function speakersSpeakForTheirParty(entries: Entries): Problem[] {
  const speakers = new Map(entries.speakers.map(({ id, data }) => [id, data]));
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const party = position.id.split('/')[2] ?? '';
    const speaker = speakers.get(quote.speaker);
    const then = speaker ? partiesAt(speaker, quote.date) : [party];
    if (then.includes(party)) return [];
    const when = speaker?.parties ? `on ${quote.date} ` : '';
    return [{ file: position.file, field: `${field}.speaker`, problem: `is ${quote.speaker}, who ${when}belongs to ${then.join(' or ') || 'no party'}, not to ${party}`, mend: 'move the quote to that party, or correct the speaker' }];
  });
}

/** The parties of who changed party follow each other without a gap in their order, and the last is today's. */
export function partiesOfASpeakerFollowEachOther({ speakers }: Entries): Problem[] {
  return speakers.flatMap(({ file, data: { party, parties = [] } }) =>
    parties.flatMap(({ party: one, from, until }, index): Problem[] => {
      const at = { file, field: `parties[${index}]` };
      const next = parties[index + 1];
      if (next ? !until || !next.from || firstDay(next.from) < firstDay(until) : one !== party || until !== undefined)
        return [
          next
            ? { ...at, problem: `does not end before ${next.party} begins`, mend: 'give this one an until, and the next a from that is not earlier' }
            : { ...at, problem: `is not ${party}, the party of today, without an until`, mend: 'let the last be the party of today' },
        ];
      return from && until && lastDay(until) < firstDay(from) ? [{ ...at, problem: `ends (${until}) before it begins (${from})`, mend: 'correct the dates' }] : [];
    }),
  );
}

/** Whoever says that a party was approached says by whom, and where that stands. */
export function approachedSilenceHasItsSource({ positions }: Entries): Problem[] {
  return positions.flatMap(({ file, data }) =>
    data.silence?.kind === 'approached' && (data.silence.source === undefined || data.silence.by === undefined)
      ? [{ file, field: 'silence', problem: 'says the party was approached, but not by whom or where that stands', mend: 'give by (who asked) and source (the id of the source that says so)' }]
      : [],
  );
}

/** A quote supersedes only an earlier one of its file, and no chain of them runs in a circle. */
export function supersedesEndsAndGoesBack(entries: Entries): Problem[] {
  const placed = new Map(quotesOf(entries).map((item) => [item.quote.id, item]));
  return quotesOf(entries).flatMap(({ quote, position, field }) => {
    const earlier = quote.supersedes === undefined ? undefined : placed.get(quote.supersedes);
    if (!earlier) return [];
    const at = { file: position.file, field: `${field}.supersedes` };
    const seen = new Set([quote.id]);
    for (let next: PlacedQuote | undefined = earlier; next; next = placed.get(next.quote.supersedes ?? '')) {
      // Each circle is reported once, at the first of its ids; what only leads into one is not in it.
      if (seen.has(next.quote.id))
        return next.quote.id !== quote.id || [...seen].some((id) => id < quote.id) ? [] : [{ ...at, problem: `runs in a circle through ${[...seen].join(', ')}`, mend: 'let each quote supersede only an earlier one' }];
      seen.add(next.quote.id);
    }
    if (earlier.position.id !== position.id) return [{ ...at, problem: `names ${earlier.quote.id}, which is another party’s or stands in another dimension`, mend: 'name an earlier quote of this file' }];
    if (firstDay(earlier.quote.date) > firstDay(quote.date)) return [{ ...at, problem: `names ${earlier.quote.id}, which is later (${earlier.quote.date})`, mend: 'let the later quote supersede the earlier one' }];
    return [];
  });
}
