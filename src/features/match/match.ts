import { isStated, type StatedStance } from '../../record/comparison.ts';
import { seededNumbers } from '../../record/party-order.ts';
import type { OnRecord } from '../../record/record.ts';
import { stanceOfToday } from '../../record/stance.ts';

/** What a reader can answer to a question. */
export const ANSWERS = ['yes', 'no', 'depends', 'skip'] as const;

export interface Answer {
  answer: (typeof ANSWERS)[number];
  /** Ticked "matters to me". */
  matters: boolean;
}

/** Answers by question id; a question that is not in it is skipped. */
export type Answers = Readonly<Record<string, Answer>>;

export interface MatchQuestion {
  /** `<topic>/<dimension>`. */
  id: string;
  /** One letter a party, in the order of `parties`: s supports, o opposes, m mixed, - no stated position that it holds today. */
  stances: string;
}

/** All that is counted with. */
export interface MatchData {
  /** A to Z. */
  parties: readonly { id: string; name: string }[];
  questions: readonly MatchQuestion[];
}

/** How one party's position stands to one answer. */
export interface MatchLine {
  /** Id of the question. */
  question: string;
  answer: Answer;
  /** The party's stance; `none` when it has no stated one (no quote, or unclear). */
  stance: StatedStance | 'none';
  result: 'same' | 'different' | 'no-position';
}

/** One party's agreement: "`same` of `n` questions on which it has a stated position", of `of` answered. */
export interface MatchResult {
  party: { id: string; name: string };
  /** Questions on which its stance is the same as the answer. */
  same: number;
  /** Questions answered on which it has a stated position. */
  n: number;
  /** Questions answered; skipped ones do not count. */
  of: number;
  /** As `same`, but a question that matters counts twice. */
  points: number;
  /** As `n`, but a question that matters counts twice: the most points it could have. */
  possible: number;
  /** One an answered question, in the order of the questions. */
  lines: readonly MatchLine[];
}

const LETTERS: Readonly<Record<StatedStance, string>> = { supports: 's', opposes: 'o', mixed: 'm' };
const STANCES: Readonly<Record<string, StatedStance>> = { s: 'supports', o: 'opposes', m: 'mixed' };
/** Which stance is the same as an answer. */
export const SAME_AS: Readonly<Record<Exclude<Answer['answer'], 'skip'>, StatedStance>> = { yes: 'supports', no: 'opposes', depends: 'mixed' };

/** Begins every string of answers: a later form gets another letter, so that old links are never misread. */
const FORM = 'a';
const KEY_LENGTH = 4;
/** The letter of an answer; a capital says that it matters. */
const CODES: Readonly<Record<string, Answer>> = Object.fromEntries(
  (['yes', 'no', 'depends'] as const).flatMap((answer): [string, Answer][] => {
    const letter = answer.charAt(0);
    return [
      [letter, { answer, matters: false }],
      [letter.toUpperCase(), { answer, matters: true }],
    ];
  }),
);
const ENCODED = new RegExp(`^${FORM}(?:[A-Za-z0-9_-]{${KEY_LENGTH}}[ynd])*$`, 'iu');

/**
 * The questions and stances to count with.
 * @param record the record
 * @throws RangeError when two questions have the same key in a link, which a new id for one of them mends
 */
export function matchData({ parties, topics }: Pick<OnRecord, 'parties' | 'topics'>): MatchData {
  const questions = topics.flatMap(({ id, dimensions }) =>
    dimensions.map((dimension): MatchQuestion => ({
      id: `${id}/${dimension.id}`,
      stances: parties.map((party) => letterOf(stanceOfToday(dimension.positions.find((position) => position.party.id === party.id) ?? { stance: 'none' }))).join(''),
    })),
  );
  const keys = new Map<string, string>();
  for (const { id } of questions) {
    const other = keys.get(questionKey(id));
    if (other !== undefined) throw new RangeError(`${other} and ${id} have the same key in a link`);
    keys.set(questionKey(id), id);
  }
  return { parties: parties.map(({ id, name }) => ({ id, name })), questions };
}

/**
 * Each party's agreement with the answers.
 * Yes is the same as supports, no as opposes, depends as mixed; anything else is different. There is no partial
 * credit: how near "depends" is to "supports" is a judgement the record does not make. A question on which a party has
 * no stated position counts neither for nor against it.
 * @param data what `matchData` gave
 * @param answers answers by question id; unknown ids are ignored
 * @returns one a party, A to Z: no party is ranked by an agreement that may rest on few questions
 */
export function matchParties({ parties, questions }: MatchData, answers: Answers): MatchResult[] {
  const answered = questions.flatMap((question) => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return answer && answer.answer !== 'skip' ? [{ ...question, answer, wanted: SAME_AS[answer.answer] }] : [];
  });
  return parties.map((party, index): MatchResult => {
    const lines = answered.map(({ id, answer, wanted, stances }): MatchLine => {
      const stance = STANCES[stances.charAt(index)] ?? 'none';
      return { question: id, answer, stance, result: stance === 'none' ? 'no-position' : stance === wanted ? 'same' : 'different' };
    });
    const stated = lines.filter(({ result }) => result !== 'no-position');
    const same = stated.filter(({ result }) => result === 'same');
    return { party, same: same.length, n: stated.length, of: lines.length, points: weigh(same), possible: weigh(stated), lines };
  });
}

/**
 * Each party's agreement with someone who says yes to everything: what the wording of the questions alone would give it.
 * @param data the questions that this person is asked
 */
export function yesToEverything(data: MatchData): MatchResult[] {
  return matchParties(data, Object.fromEntries(data.questions.map(({ id }) => [id, { answer: 'yes', matters: false }])));
}

/**
 * All answers as a short string of letters, digits, - and _ for a link: five characters an answer, skipped ones left out.
 * Each answer stands beside the key of its question, so the link stays right when questions are added, moved or removed.
 * @param answers answers by question id
 * @returns the empty string when there is no answer
 */
export function encodeAnswers(answers: Answers): string {
  const parts = Object.entries(answers).flatMap(([id, { answer, matters }]) => {
    const code = Object.keys(CODES).find((letter) => CODES[letter]?.answer === answer && CODES[letter]?.matters === matters);
    return code === undefined ? [] : [questionKey(id) + code];
  });
  return parts.length === 0 ? '' : FORM + parts.sort().join('');
}

/**
 * The answers that a link holds. Never throws: a link may be cut short, mistyped or made up.
 * @param text what `encodeAnswers` gave, or anything else
 * @param questions the questions of today; answers to others are ignored
 * @returns empty when the text is malformed; the first of two answers to one question
 */
export function decodeAnswers(text: string, questions: readonly { id: string }[]): Answers {
  if (!ENCODED.test(text) || !text.startsWith(FORM)) return {};
  const ids = new Map(questions.map(({ id }) => [questionKey(id), id]));
  const answers = new Map<string, Answer>();
  for (let at = FORM.length; at < text.length; at += KEY_LENGTH + 1) {
    const id = ids.get(text.slice(at, at + KEY_LENGTH));
    const answer = CODES[text.charAt(at + KEY_LENGTH)];
    if (id !== undefined && answer && !answers.has(id)) answers.set(id, answer);
  }
  return Object.fromEntries(answers);
}

/** The key of a question in a link: four characters (24 bits) that depend on its id alone. */
function questionKey(id: string): string {
  const number = seededNumbers(id)();
  return Array.from({ length: KEY_LENGTH }, (_, index) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt((number >>> (index * 6)) & 63)).join('');
}

function letterOf(stance: OnRecord['topics'][number]['dimensions'][number]['positions'][number]['stance']): string {
  return isStated(stance) ? LETTERS[stance] : '-';
}

/** A question that matters counts twice. */
function weigh(lines: readonly MatchLine[]): number {
  return lines.reduce((points, { answer }) => points + (answer.matters ? 2 : 1), 0);
}
