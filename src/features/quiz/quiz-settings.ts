/** How many questions a quiz can have. */
export const COUNTS = [5, 10, 15, 20] as const;

/** Seconds for each question; 0 means no limit. */
export const TIMES = [0, 20, 30, 60] as const;

/** How many teams can play on a projector. */
export const TEAMS = [1, 2, 3, 4, 5, 6] as const;

/** The printed quiz: the same for everyone, until the record changes. */
export const PRINTED = { seed: 'paper', topics: [], count: 20 } as const;

/** How a quiz is played. */
export interface QuizSettings {
  /** What chance has decided: the part of the quiz code that `seedOf` gives. */
  seed: string;
  /** Ids of topics; none means all. */
  topics: readonly string[];
  count: (typeof COUNTS)[number];
  seconds: (typeof TIMES)[number];
  /** 0 for one pupil. */
  teams: number;
}

/**
 * Reads the settings that the form or an address carries; whatever it does not understand is as if it were not there.
 * @param query `?n=10&topics=housing,nhs&time=30&mode=teams-3`, in any order and with any of them missing
 * @param topics every topic's id
 */
export function settingsFrom(query: URLSearchParams, topics: readonly string[]): Omit<QuizSettings, 'seed'> {
  const asked = query.getAll('topics').flatMap((text) => text.split(','));
  const chosen = topics.filter((topic) => asked.includes(topic));
  const teams = /^teams-(?<number>\d)$/u.exec(query.get('mode') ?? '')?.groups?.['number'];
  return {
    topics: chosen.length === topics.length ? [] : chosen,
    count: COUNTS.find((count) => String(count) === query.get('n')) ?? 10,
    seconds: TIMES.find((time) => String(time) === query.get('time')) ?? 0,
    teams: TEAMS.find((number) => String(number) === teams) ?? 0,
  };
}

/** The word for who plays, as the form says it. */
export function modeOf(teams: number): string {
  return teams === 0 ? 'one' : `teams-${teams}`;
}
