import type { QuestionStep } from './question-lesson.ts';

/** The steps of a lesson on one question, in order. */
export type QuestionStepId = 'starter' | 'cards' | 'talk' | 'look' | 'exit';

/** Our own words for pupils, where they depend on whether yes or no can answer the question. */
export interface QuestionWords {
  /** What pupils are told at each step: one task. */
  tasks: Readonly<Record<QuestionStepId, string>>;
  /** What a first view is ticked among; empty where it is written. */
  views: readonly string[];
  /** What each pupil writes reasons for. */
  reasons: readonly string[];
  /** Beginnings of sentences. */
  starters: readonly string[];
}

const TASKS = {
  cards: 'Read each card out loud. Put it where it fits. Write down the words that made you choose. A box may stay empty.',
  look: 'Guess whose words each card holds. Then hear the key. Which card surprised you, and why?',
  exit: 'Write two short answers. Hand in your sheet.',
};

export const YES_NO_WORDS: QuestionWords = {
  tasks: { ...TASKS, starter: 'Read the question. Tick what you think now. Give one reason.', talk: 'Find the best reason to say yes and the best reason to say no. Then speak for the side you were given, not your own.' },
  views: ['Yes', 'No', 'Not sure'],
  reasons: ['The best reason to say yes', 'The best reason to say no'],
  starters: ['Card __ says yes, because it says “…”', 'Card __ says no, because it says “…”', 'A good reason to say yes is …', 'A good reason to say no is …', 'I was surprised by card __, because …', 'I would like to know …'],
};

export const OPEN_WORDS: QuestionWords = {
  tasks: { ...TASKS, starter: 'Read the question. Write what you think now. Give one reason.', talk: 'Find two answers that a person could give. What is the best reason to give each? Then speak for the one you were given.' },
  views: [],
  reasons: ['One answer, and the best reason to give it', 'Another answer, and the best reason to give it'],
  starters: ['Card __ says that …', 'I can tell from the words “…”', 'One answer is … A good reason for it is …', 'Another answer is … A good reason for it is …', 'I was surprised by card __, because …', 'I would like to know …'],
};

export const QUESTION_PLAN: readonly Pick<QuestionStep & { id: QuestionStepId }, 'id' | 'title' | 'minutes' | 'what' | 'give'>[] = [
  { id: 'starter', title: 'First view', minutes: 6, what: 'Each pupil reads the question and writes a first view, alone.', give: 'Each pupil: the question sheet.' },
  { id: 'cards', title: 'Sort the cards', minutes: 17, what: 'Groups of five sort the cards by what each one says. No names yet.', give: 'Each group: a set of cards, cut out, and the words to know. Who needs it: the support sheet.' },
  { id: 'talk', title: 'Both sides', minutes: 15, what: 'Pairs find the best reason for each side. The class hears some of each.', give: 'Who is done: the task on sources.' },
  { id: 'look', title: 'Who said it?', minutes: 7, what: 'Groups guess. The teacher shows or reads the key, with the reason for each side.', give: 'Nothing. Keep the key to yourself until now.' },
  { id: 'exit', title: 'Exit ticket', minutes: 5, what: 'Each pupil writes two short answers and hands in the sheet.', give: 'Nothing. Collect the sheets; set the homework.' },
];

export const QUESTION_AIMS = ['I can tell from a quote which side it takes, or that it takes none.', 'I can show the words that tell me so.', 'I can give a reason for each side, and not only for my own.'] as const;

export const EXIT = ['What is one thing you would check before you share one of these quotes?', 'Has your view changed since the start? Say what changed it, or what kept it the same.'] as const;

export const HOMEWORK =
  'Ask someone at home the question, and say nothing of your own view. Write down their best reason. Then write the best reason a person could give on the other side. Find one fact that would help both of them, and say where you found it.';

export const SUPPORT_TASK = 'Read each card with a partner. Find one word or line that helps you. Put the letter of the card in a box.';

/** What holds for every topic that touches the lives of pupils. */
export const CARE = [
  'Nobody has to tell their own story or view. Let each pupil pass.',
  'Talk about the question and the words on the cards, not about a person in the room.',
  'Tell the class before you start what the lesson is on, and who in your school they can talk to.',
] as const;

export const MASK_NOTE = 'The words are real. Where a name would give too much away, we put words like [our party] in its place. A card that says “part of a sentence” shows only some of what was said.';
