import { seededNumbers } from '../../record/party-order.ts';
import { COUNTS, type QuizSettings, TEAMS, TIMES } from './quiz-settings.ts';

/** Digits and letters that are not mistaken for each other in handwriting: https://www.crockford.com/base32.html */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
/** Letters of a code for the seed, for how to play, and for the check that finds a slip; the topics follow, five a letter. */
const [SEED, PLAY, CHECK] = [4, 2, 2];
/** How many ways there are to choose players: one pupil, or so many teams. */
const PLAYERS = TEAMS.length + 1;

/**
 * The quiz code: whoever types it gets these settings and so these questions. It ends with the topics, none for all.
 * @param settings how to play; the seed is what `seedOf` gave
 * @param topics every topic's id, in the record's order
 * @returns digits and capital letters in groups of four: `K7QM-4TZ2`
 */
export function codeOf(settings: QuizSettings, topics: readonly string[]): string {
  const play = (COUNTS.indexOf(settings.count) * TIMES.length + TIMES.indexOf(settings.seconds)) * PLAYERS + settings.teams;
  const marks = topics.map((topic): number => (settings.topics.includes(topic) ? 1 : 0));
  const chosen = Array.from({ length: Math.ceil(marks.length / BITS) }, (_, at) =>
    written(
      marks.slice(at * BITS, (at + 1) * BITS).reduceRight((sum, mark) => sum * 2 + mark, 0),
      1,
    ),
  );
  const body = [settings.seed, written(play, PLAY)].join('');
  const letters = [body, checkOf(body, settings.topics), ...chosen].join('').replace(new RegExp(`(^.{${SEED + PLAY + CHECK}}.*?)0+$`, 'u'), '$1');
  return letters.replace(/.{4}(?=.)/gu, '$&-');
}

/**
 * The settings that a code holds.
 * @param text a code as a reader types it: small or capital letters, with or without spaces and hyphens, O for 0 and I or L for 1
 * @param topics every topic's id, in the record's order
 * @returns undefined when it is no code, has a slip, or names topics that are no longer in the same places
 */
export function settingsOf(text: string, topics: readonly string[]): QuizSettings | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/gu, '').replace(/O/gu, '0').replace(/[IL]/gu, '1');
  const [seed, play, check, chosen] = [letters.slice(0, SEED), letters.slice(SEED, SEED + PLAY), letters.slice(SEED + PLAY, SEED + PLAY + CHECK), letters.slice(SEED + PLAY + CHECK)];
  if (check.length < CHECK || [...letters].some((letter) => !LETTERS.includes(letter))) return undefined;
  const marks = [...chosen].flatMap((letter) => Array.from({ length: BITS }, (_, bit) => (LETTERS.indexOf(letter) >> bit) & 1));
  const ids = topics.filter((_, at) => marks[at] === 1);
  const number = numberOf(play);
  const rest = Math.floor(number / PLAYERS);
  const count = COUNTS[Math.floor(rest / TIMES.length)];
  if (count === undefined || ids.length !== marks.filter((mark) => mark === 1).length || check !== checkOf(seed + play, ids)) return undefined;
  return { seed, topics: ids, count, seconds: TIMES[rest % TIMES.length]!, teams: number % PLAYERS };
}

/** The part of a code that chance decides: one of a million. @param number any whole number, 0 to 4,294,967,295 */
export function seedOf(number: number): string {
  return written(number, SEED);
}

/** Depends on the topics too, so that an old code does not ask about others once a topic has come or gone. */
function checkOf(body: string, topics: readonly string[]): string {
  return written(seededNumbers([body, ...topics].join(' '))(), CHECK);
}

/** The lowest bits of a number as letters. */
function written(number: number, length: number): string {
  return Array.from({ length }, (_, at) => LETTERS[(number >>> (BITS * (length - 1 - at))) & 31]).join('');
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter), 0);
}
