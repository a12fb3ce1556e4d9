import { counted } from '../../record/figures.ts';
import type { MissingSide, QuestionLesson } from './question-lesson.ts';
import { CLASS_SIZE, copiesFor, GROUP, pagesOf, sidesFor } from './question-paper.ts';

/** How much to print, for a heading. */
export function printTitle({ paper }: Pick<QuestionLesson, 'paper'>): string {
  return `To print: ${sidesFor(paper)} sides for a class of ${CLASS_SIZE}`;
}

/** What to print how often. */
export function printNotes({ paper }: Pick<QuestionLesson, 'paper'>): string[] {
  const parts = pagesOf(paper);
  const extra = parts.filter(({ each }) => each === 'need').map(({ title, pages }) => `${title.toLowerCase()} (${pages})`);
  return [
    ...parts.filter(({ each }) => each !== 'need').map(({ title, pages, each }) => `${title}, ${pages} of the pupils’ paper: ${copiesFor(each)} copies, one for each ${each === 'pupil' ? 'pupil' : `group of ${GROUP}`}.`),
    `For whoever needs them: ${extra.join(' and ')}. Print as many as you use; they come on top.`,
    'The key, for you alone: it is in the teacher’s paper.',
  ];
}

/** What a teacher must know of a side that no card takes; another question may follow. */
export function missingNote({ side, why, voices, quotes, instead }: MissingSide): string {
  const said = [...(quotes > 0 ? [counted(quotes, 'quote')] : []), ...(voices > 0 ? [`${counted(voices, 'statement')} from outside the parties`] : [])];
  return [
    `No card is for the box “${side}”. ${why}`,
    ...(said.length > 0 ? [`The key has ${said.join(' and ')}, with sources, to read out.`] : []),
    'Pupils still look for the best reason on that side, in their own words.',
    ...(instead ? ['A question of this topic that has cards on both sides:'] : []),
  ].join(' ');
}

/** Why the lesson takes no side. */
export function fairNotes({ cards }: Pick<QuestionLesson, 'cards'>): string[] {
  return [
    'It takes no side. The cards stand in an order made by chance, the same for all.',
    `There are ${counted(cards.length, 'card')}: the newest words of each party. Where none of these takes a side that the record has words for, older words that do are added.`,
    'Every quote is word for word from a source that the key names. Where a name would give the party away, words like [our party] stand in its place.',
  ];
}
