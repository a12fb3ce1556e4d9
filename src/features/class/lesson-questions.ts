import type { Stance } from '../../record/schema/stance.ts';

/** The side of a quote in the words of the sorting task and of the key alike. */
export type SideWords = Readonly<Record<Stance, string>>;

const ANSWERS: SideWords = { supports: 'Says yes', opposes: 'Says no', mixed: 'Some of each', unclear: 'Cannot tell' };
const VIEWS: SideWords = { supports: 'For it', opposes: 'Against it', mixed: 'Some of each', unclear: 'Cannot tell' };

/** Words with which a question begins that yes or no can answer. */
const YES_OR_NO = /^(?:should|is|are|was|were|does|do|did|has|have|had|can|could|will|would|may|might|must|ought)\b/iu;

/** Can these questions be answered by yes or no? Their first words tell; of the rest nobody is asked for a yes or a no. */
export function asksYesOrNo(...questions: readonly string[]): boolean {
  return questions.every((question) => YES_OR_NO.test(question));
}

/** What cards are sorted by: answers where every question can have one, else views. */
export function sideWords(...questions: readonly string[]): SideWords {
  return asksYesOrNo(...questions) ? ANSWERS : VIEWS;
}

/** One question to talk about: the record's own, and a prompt that asks for both sides. */
export interface TalkPoint {
  /** Counted from 1. */
  number: number;
  question: string;
  prompt: string;
}

/** What is asked in the same words of each side. */
const BANK: readonly ((side: 'yes' | 'no') => string)[] = [
  (side) => `What is the best reason to say ${side}?`,
  (side) => `Who might gain and who might lose if the answer is ${side}?`,
  (side) => `What might a person who says ${side} care about most?`,
  (side) => `What would you need to find out to say ${side}?`,
  (side) => `What might a person who says ${side} have missed?`,
];

/** What is asked where yes or no is no answer. */
const OPEN = 'Which answers could a person give? What is the best reason to give each of them?';

/** Prompts for the whole topic; they ask about no side. */
export const GENERAL_PROMPTS = [
  'Which two cards are closest to each other? What still sets them apart?',
  'Which card did you find hardest to place? What made it hard?',
  'Find a card you do not share the view of. Put its view in your own words, so that its speaker would nod.',
  'Which words on the cards state a fact that you could check? Which words give a view?',
] as const;

/** Words of one side and the words that must stand against them, as often. */
const SIDES: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/\byes\b/giu, /\bno\b/giu],
  [/\b(?:case|reason|reasons|argument|arguments|vote) for\b|\bin favour\b/giu, /\b(?:case|reason|reasons|argument|arguments|vote) against\b|\bagainst it\b/giu],
  [/\bagrees?\b/giu, /\bdisagrees?\b/giu],
  [/\bsupports?\b/giu, /\boppos(?:e|es)\b/giu],
  [/\b(?:gain|gains|benefit|benefits|win|wins)\b/giu, /\b(?:lose|loses|cost|costs|harm|harms)\b/giu],
  [/\b(?:good|better|right|fair|strong|stronger)\b/giu, /\b(?:bad|worse|wrong|unfair|weak|weaker)\b/giu],
];

/** Forms that ask for one answer. */
const LEADING =
  /\b(?:is|are|do|does|would|should|could|can|has|have|was|were)n['’]t\b[^.!]*\?|\b(?:surely|obviously|clearly|of course|everyone knows|we all know|needless to say)\b|\b(?:why|how) (?:is|are|was|were|should|must) (?:it|this|that|we|they)\b/giu;

/**
 * What to talk about: the question of each dimension, with a prompt that asks the same of each side. The side that is
 * named first changes from question to question.
 * @param dimensions the dimensions of a topic, in the record's order
 */
export function talkPoints(dimensions: readonly { question: string }[]): TalkPoint[] {
  return dimensions.map(({ question }, index) => {
    const ask = BANK[index % BANK.length]!;
    return { number: index + 1, question, prompt: !asksYesOrNo(question) ? OPEN : index % 2 === 0 ? `${ask('yes')} ${ask('no')}` : `${ask('no')} ${ask('yes')}` };
  });
}

/** Every prompt that can be shown, for tests of our own words. */
export function allPrompts(): string[] {
  return [...BANK.flatMap((ask) => [`${ask('yes')} ${ask('no')}`, `${ask('no')} ${ask('yes')}`]), OPEN, ...GENERAL_PROMPTS];
}

/**
 * In what way a prompt leans: it names one side more often than the other, or asks for one answer.
 * @param prompt a question of ours
 * @returns a reason for each fault; empty when it leans no way
 */
export function leanings(prompt: string): string[] {
  const count = (pattern: RegExp) => prompt.match(pattern) ?? [];
  const uneven = SIDES.flatMap(([one, other]) => {
    const [some, others] = [count(one), count(other)];
    return some.length === others.length ? [] : [`“${[...some, ...others][0]}” stands without the word for the other side`];
  });
  return [...uneven, ...count(LEADING).map((found) => `“${found}” asks for one answer`)];
}
