import { daysBetween } from '../../record/ages.ts';
import { newestFirst } from '../../record/dates.ts';
import { type Placed, placedPositions, topicCoverage } from '../../record/coverage.ts';
import type { Article, OnRecord, Quote } from '../../record/record.ts';
import { absolute, dimensionUrl } from '../../site/urls.ts';
import { site } from '../../site/settings.ts';

/** What the record needs on one question of one party, and why. */
export interface Wanted extends Placed {
  points: number;
  reasons: readonly string[];
}

/** The rule: what each reason counts. */
export const POINTS = { gap: 5, document: 3, year: 1, balance: 2, office: 2, copy: 1 } as const;

const YEAR = 365.25;

/**
 * What the record needs most, first. Each reason counts as `POINTS` says: no quote; nothing but one document of the
 * party, such as a manifesto; a point for each full year that the leading quote is old; fewer words than half of the
 * best-covered party’s; an office that somebody else has held since, as the quotes or the table of office-holders say;
 * a source that was read as a copy.
 * @param record the record
 */
export function wantedIn(record: Pick<OnRecord, 'topics' | 'parties' | 'quotes' | 'offices' | 'asOf'>): Wanted[] {
  const behind = new Set(
    record.topics.flatMap((topic) => {
      const { parties } = topicCoverage(topic, record);
      const most = Math.max(...parties.map(({ words }) => words));
      return parties.flatMap(({ party, words }) => (words > 0 && words * 2 < most ? [`${topic.id}/${party.id}`] : []));
    }),
  );
  const held = [
    ...record.quotes.filter(({ capacity, speaker }) => capacity === 'government' && speaker.kind === 'person').map(({ role, speaker, date }) => ({ office: role, name: speaker.name, date })),
    ...record.offices.flatMap(({ holder, offices }) => offices.map(({ office, last }) => ({ office, name: holder, date: last }))),
  ];
  const holders = Map.groupBy(held, ({ office }) => office.toLowerCase());
  const all = placedPositions(record).map(({ dimension, position }): Wanted => {
    const { quotes } = position;
    const leading = position.shownBy ?? quotes[0];
    const years = leading ? Math.floor(daysBetween(leading.date, record.asOf) / YEAR) : 0;
    const since = leading && holders.get(leading.role.toLowerCase())?.find((other) => other.name !== leading.speaker.name && newestFirst(other.date, leading.date) < 0);
    const reasons: [number, string | false | undefined][] = [
      [POINTS.gap, quotes.length === 0 && 'no quote'],
      [POINTS.document, leading && quotes.every((quote) => isDocument(quote) && quote.source.id === leading.source.id) && `only ${leading.source.title}`],
      [POINTS.year * years, years > 0 && `the leading quote is ${years === 1 ? 'a year' : `${years} years`} old`],
      [POINTS.balance, behind.has(`${dimension.topic.id}/${position.party.id}`) && 'far fewer words than others on this topic'],
      [POINTS.office, since && `${since.name} has since been ${since.office}`],
      [POINTS.copy, leading?.source.via !== undefined && 'its source was read as a copy'],
    ];
    const given = reasons.filter((reason): reason is [number, string] => typeof reason[1] === 'string');
    return { dimension, position, points: given.reduce((total, [points]) => total + points, 0), reasons: given.map(([, reason]) => reason) };
  });
  return all.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
}

const isDocument = ({ speaker, source }: Quote) => speaker.kind === 'party' && source.kind === 'party';

/**
 * The articles whose quotes have changed under their writer, who is to read them again.
 * @param noticesOf what has happened to the quotes of an article since it was last held against the record
 */
export function articlesToRead<Notice>(articles: readonly Article[], noticesOf: (article: Article) => readonly Notice[]): { article: Article; notices: readonly Notice[] }[] {
  return articles.map((article) => ({ article, notices: noticesOf(article) })).filter(({ notices }) => notices.length > 0);
}

/**
 * Where somebody who knows a statement can say so: a form of the repository, and a mail that needs no account.
 * @param email where to write, if there is an address
 */
export function tellUs({ dimension, position }: Placed, email: string | undefined): { form: string; mail: string | undefined } {
  const subject = encodeURIComponent(`${position.party.name}: ${dimension.question}`);
  const page = absolute(dimensionUrl(dimension.topic.id, dimension.id));
  const body = encodeURIComponent(`Who said it, when, and where it can be read:\n\n\n${page}`);
  return { form: `${site.issues}?template=missing-position.yml&title=${subject}&party=${encodeURIComponent(position.party.name)}&question=${encodeURIComponent(page)}`, mail: email && `mailto:${email}?subject=${subject}&body=${body}` };
}
