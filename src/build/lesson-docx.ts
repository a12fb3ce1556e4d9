import fs from 'node:fs/promises';
import path from 'node:path';
import type { Paragraph, Table } from 'docx';
import type { Content } from '../record/door.ts';
import { newestDay } from '../record/newest-day.ts';
import { dataVersion } from '../record/record-json.ts';
import { dateInWords } from '../record/dates.ts';
import { firstWords } from '../record/blind/blind-page.ts';
import { officialUrl, publisherInWords } from '../record/source-address.ts';
import { KIND_MEANINGS, type LessonCard, SHARED_WORDS, SOURCE_QUESTIONS } from '../features/class/lesson.ts';
import { type KeyAnswer, type QuestionKey, questionKey } from '../features/class/lesson-key.ts';
import { SOURCE_DIFFERS, SOURCE_INTRO } from '../features/class/lesson-sources.ts';
import { type QuestionLesson, questionLesson } from '../features/class/question-lesson.ts';
import { fairNotes, missingNote, printNotes, printTitle } from '../features/class/question-notes.ts';
import type { PaperPart } from '../features/class/question-paper.ts';
import { MASK_NOTE } from '../features/class/question-words.ts';
import { absolute, dimensionUrl, lessonUrl, questionLessonUrl, quoteUrl } from '../site/urls.ts';
import { heading, lines, list, paragraph, table, type Words, wordFile } from './docx-parts.ts';

type Block = Paragraph | Table;

/**
 * Writes both documents of the lesson on every question.
 * @param folder the built site
 * @param content what the site was built from
 */
export async function writeLessonDocx(folder: string, { entries, record }: Content): Promise<void> {
  const about: About = { version: `Data version ${dataVersion(entries)}`, day: newestDay(entries) };
  for (const topic of record.topics) {
    for (const dimension of topic.dimensions) {
      const lesson = questionLesson(topic, dimension, record);
      const place = path.join(folder, 'class', topic.id, dimension.id);
      await fs.writeFile(path.join(place, 'pupils.docx'), await pupilsDocx(lesson, about));
      await fs.writeFile(path.join(place, 'teacher.docx'), await teacherDocx(lesson, questionKey(topic, dimension, record), about));
    }
  }
}

/** What both documents say of themselves. */
interface About {
  /** Version of the data, for the foot of each page. */
  version: string;
  /** Day of the data, `YYYY-MM-DD`. */
  day: string;
}

/**
 * The pupils' paper of a lesson on one question as a Word document: the parts of its PDF, to change.
 * @param lesson the lesson
 * @param about version and day of the data
 */
export function pupilsDocx(lesson: QuestionLesson, about: About): Promise<Uint8Array> {
  const parts: Record<PaperPart['id'], () => Block[]> = { sheet: () => sheet(lesson), cards: () => cards(lesson), words: () => words(lesson), support: () => support(lesson), stretch: () => stretch(lesson) };
  const blocks = lesson.paper.flatMap(({ id, title }, index) => [heading(2, title, index > 0), ...parts[id]()]);
  return wordFile({ ...about, title: `${lesson.dimension.title}: for pupils`, part: 'For pupils' }, [heading(1, lesson.question), ...blocks]);
}

/**
 * The teacher's paper of a lesson on one question, with its key.
 * @param lesson the lesson
 * @param key its answers
 * @param about version and day of the data
 */
export function teacherDocx(lesson: QuestionLesson, key: QuestionKey, about: About): Promise<Uint8Array> {
  return wordFile({ ...about, title: `${lesson.dimension.title}: for the teacher, with key`, part: 'For the teacher' }, [heading(1, lesson.question), ...plan(lesson, about), ...answers(key)]);
}

function sheet({ plan, sheet, cards, sides, exit }: QuestionLesson): Block[] {
  const title = (id: string) => plan.find((step) => step.id === id)?.title ?? '';
  return [
    heading(3, `1. ${title('starter')}`),
    paragraph(sheet.tasks.starter),
    ...(sheet.views.length > 0 ? [paragraph(sheet.views.map((view) => `☐ ${view}`).join('      '))] : []),
    ...lines(1),
    heading(3, `2. ${title('cards')}`),
    paragraph(sheet.tasks.cards),
    table([['Card', ...sides, 'The words that made me choose'], ...cards.map(({ label }) => [label, ...sides.map(() => ''), ''])], [1.3, ...sides.map(() => 1.7), 6], { height: 8 }),
    heading(3, `3. ${title('talk')}`),
    ...sheet.reasons.flatMap((reason) => [paragraph(`${reason}:`), ...lines(2)]),
    heading(3, `4. ${title('exit')}`),
    ...exit.flatMap((question) => [paragraph(question), ...lines(2)]),
  ];
}

function cards({ question, cards }: QuestionLesson): Block[] {
  return [paragraph({ bold: question }), paragraph(MASK_NOTE), cardTable(cards, 62)];
}

/** Two cards a row, to cut out. */
function cardTable(cards: readonly LessonCard[], height: number, size?: number): Table {
  const cell = (card: LessonCard | undefined) => (card ? [paragraph(`“${card.text}”`, size), paragraph([{ bold: card.label }, ...card.caveats.map((caveat) => `   ${caveat}`)], size)] : [paragraph('')]);
  const rows = Array.from({ length: Math.ceil(cards.length / 2) }, (_, row) => [cell(cards[row * 2]), cell(cards[row * 2 + 1])]);
  return table(rows, [1, 1], { head: false, height });
}

function words({ question, status, words, plan }: QuestionLesson): Block[] {
  return [
    paragraph({ bold: question }),
    ...(status ? [paragraph([{ bold: 'Where things stand: ' }, `${status.text} ${dateInWords(status.asOf)}, ${status.source}`])] : []),
    ...words.map(({ word, meaning }) => paragraph([{ bold: `${word}: ` }, meaning])),
    heading(3, 'What we do'),
    ...list(plan.map(({ title, minutes, task }) => [{ bold: `${title}, ${minutes} minutes. ` }, task])),
  ];
}

/** In letters of 14 points. */
const LARGE = 14;

function support({ question, sides, support }: QuestionLesson): Block[] {
  const boxes = [sides.slice(0, 2), sides.slice(2)].map((row) => row.map((side) => [paragraph({ bold: side }, LARGE)]));
  return [
    paragraph({ bold: question }, LARGE),
    paragraph(support.task, LARGE),
    cardTable(support.cards, 20, LARGE),
    paragraph(''),
    table(boxes, [1, 1], { head: false, height: 30 }),
    heading(3, 'Words that help', true),
    ...support.words.map(({ word, meaning }) => paragraph([{ bold: `${word}: ` }, meaning], LARGE)),
    heading(3, 'Begin like this'),
    ...support.starters.flatMap((starter) => [paragraph(starter, LARGE), ...lines(1)]),
  ];
}

function stretch({ stretch }: QuestionLesson): Block[] {
  if (!stretch) return [];
  return [
    paragraph(`${SOURCE_INTRO} ${SHARED_WORDS[stretch.shared]}`),
    ...stretch.texts.flatMap(({ label, kind, year, question, text, partial }) => [
      heading(3, `Text ${label}: ${KIND_MEANINGS[kind].name.toLowerCase()}, ${year}`),
      paragraph(KIND_MEANINGS[kind].meaning),
      paragraph(`“${text}”`),
      ...(stretch.shared === 'topic' ? [paragraph(`On: ${question}`)] : []),
      ...(partial ? [paragraph('Part of a sentence')] : []),
    ]),
    heading(3, 'Ask of each text'),
    ...SOURCE_QUESTIONS.flatMap((question) => [paragraph(question), ...lines(1)]),
    paragraph([{ bold: 'What differs? ' }, SOURCE_DIFFERS]),
    ...lines(2),
  ];
}

function plan(lesson: QuestionLesson, { version }: About): Block[] {
  const { topic, dimension, plan, missing, care, aims, homework } = lesson;
  return [
    heading(2, `Plan: ${plan.at(-1)?.to} minutes, ages 14 to 16`),
    table([['Minutes', 'Step', 'What the class does, and what you hand out'], ...plan.map(({ from, to, title, what, give }) => [`${from} to ${to}`, title, `${what} ${give}`])], [2, 3, 12]),
    heading(3, 'Aims'),
    ...list(aims),
    heading(3, printTitle(lesson)),
    ...list(printNotes(lesson)),
    ...(missing.length > 0
      ? [heading(3, 'A side without a card'), ...missing.map((side) => paragraph([`${missingNote(side)} `, ...(side.instead ? [{ text: side.instead.question, url: absolute(questionLessonUrl(topic.id, side.instead.id)) }] : [])]))]
      : []),
    ...(care.length > 0 ? [heading(3, 'Take care'), ...list(care)] : []),
    heading(3, 'Homework'),
    paragraph(homework),
    heading(3, 'How this lesson is fair'),
    ...list([...fairNotes(lesson), ['Which duty of balance applies to your school, and what this serves in your curriculum: ', { text: 'curricula and law', url: `${absolute(lessonUrl())}#curricula` }]]),
    heading(3, 'Where it comes from'),
    paragraph([`${version}. Free to copy and share in class. After the lesson, all the quotes with their names: `, { text: absolute(dimensionUrl(topic.id, dimension.id)), url: absolute(dimensionUrl(topic.id, dimension.id)) }]),
  ];
}

function answers({ answers, missing, sides, texts, readers }: QuestionKey): Block[] {
  return [
    heading(2, 'Answer key (for the teacher)', true),
    paragraph(`Keep these pages until the step “Who said it?”. The words after the party are the box in which its card belongs; pupils may argue for another. ${readers}`),
    ...answers.flatMap((answer) => answerBlocks(answer, answer.side)),
    ...missing.map(({ party, why }) => paragraph(`No card: ${party}. ${why}`)),
    ...sides.flatMap(({ side, why, told, said }) => [
      heading(3, `No card is for the box “${side}”`),
      paragraph(why),
      ...told.flatMap((answer) => answerBlocks({ ...answer, masked: true }, answer.side)),
      ...said.map((voice) =>
        paragraph([{ bold: `${voice.name}, ` }, `${voice.role}, ${dateInWords(voice.date)}: ${voice.kind === 'quoted' ? `“${voice.text}”` : voice.text} `, { text: publisherInWords(voice.source), url: officialUrl(voice.source) }]),
      ),
    ]),
    ...(texts.length > 0 ? [heading(2, 'Compare the sources'), ...texts.flatMap((answer) => answerBlocks({ ...answer, reasons: [] }, KIND_MEANINGS[answer.quote.source.kind].name))] : []),
  ];
}

function answerBlocks({ label, quote, masked, reasons, now }: KeyAnswer, word: string): Block[] {
  const said: Words[] = [
    `${quote.speaker.name}, ${quote.role}, ${dateInWords(quote.date)}. `,
    { text: publisherInWords(quote.source), url: officialUrl(quote.source) },
    ', ',
    { text: 'the quote on record', url: absolute(quoteUrl(quote)) },
    '.',
  ];
  return [
    heading(3, `${label} ${quote.party.name}: ${word.toLowerCase()}`.trim()),
    paragraph(said),
    paragraph(`“${masked ? quote.text : firstWords(quote.text)}”`),
    ...(reasons.length > 0 ? [paragraph([{ bold: 'Why: ' }, `${reasons.join('. ')}.`])] : []),
    ...(now ? [paragraph([{ bold: 'Its newest words on this ' }, `are of ${dateInWords(now.date)}: ${now.side.toLowerCase()}.`])] : []),
    ...quote.notices.map((notice) => paragraph([{ bold: 'Read with care: ' }, notice])),
  ];
}
