import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { lesson } from '../../src/features/class/lesson.ts';
import { type KeyAnswer, lessonKey, questionKey } from '../../src/features/class/lesson-key.ts';
import { questionLesson } from '../../src/features/class/question-lesson.ts';
import { findLeaks } from '../../src/record/blind/blind.ts';
import { LESSON_PDF_BYTES } from '../support/budgets.ts';
import { record } from '../support/edition.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';

const KEY = 'Answer key (for the teacher)';
const HEADING = /^H\d$/u;

const topics = record.topics.map((topic) => {
  const key = lessonKey(topic, record);
  return {
    folder: topic.id,
    title: topic.title,
    answers: [...key.questions.flatMap(({ answers }) => answers), ...key.texts],
    parts: lesson(topic, record)
      .plan.filter(({ id }) => id !== 'look')
      .map(({ title }) => title),
  };
});
const questions = record.topics.flatMap((topic) =>
  topic.dimensions.map((dimension) => {
    const { answers, texts } = questionKey(topic, dimension, record);
    return { folder: `${topic.id}/${dimension.id}`, title: dimension.title, answers: [...answers, ...texts], paper: questionLesson(topic, dimension, record).paper };
  }),
);

async function open(folder: string, name: string) {
  const bytes = await fs.readFile(path.join(inject('siteFolder'), 'class', folder, name));
  return { bytes, ...(await readPdf(bytes)) };
}

/** A line's end may stand in a word with a hyphen. */
const unspaced = (text: string) => text.replaceAll(/\s+/gu, '');

/** Letters of a page that is worth its paper, with what stands in the margins. */
const FEWEST = 300;

/** What must hold of every file, whatever it is for; empty when all is well. */
function faults({ bytes, title, language, tagged, tags, bookmarks, pages }: ReadPdf & { bytes: Buffer }, topic: string): string[] {
  const text = bytes.toString('latin1');
  const fonts = text.match(/\/Type \/FontDescriptor/gu)?.length ?? 0;
  const headings = tags.flat().filter((role) => HEADING.test(role)).length;
  return [
    ...(title.includes(topic) && language === 'en-GB' && tagged ? [] : ['has no title, language or tags']),
    ...(bytes.length <= LESSON_PDF_BYTES ? [] : ['is larger than it may be']),
    ...(fonts > 0 && text.match(/\/FontFile[23] /gu)?.length === fonts && !/\/Subtype \/Type3/u.test(text) ? [] : ['has a font that is not embedded as one']),
    ...tags.flatMap((roles, index) => (roles.length > 3 ? [] : [`has no words on page ${index + 1}`])),
    // Behind the last heading stand the role of its own words, and those of what follows.
    ...tags.flatMap((roles, index) => (roles.length - roles.findLastIndex((role) => HEADING.test(role)) < 4 ? [`ends page ${index + 1} with a heading`] : [])),
    ...pages.flatMap((text, index) => (text.length >= FEWEST ? [] : [`has next to nothing on page ${index + 1}`])),
    ...(headings === bookmarks.length ? [] : [`has a heading cut by the end of a page: ${headings} pieces of ${bookmarks.length}`]),
  ];
}

/** What a pupil could learn from a page before the key. */
function answersIn({ pages, bookmarks }: ReadPdf, answers: readonly KeyAnswer[]): string[] {
  const text = [...bookmarks, ...pages].join('\n');
  return [
    ...findLeaks(text, record.parties, record.speakers).map(({ found }) => found),
    // A reason may be the very words of a card.
    ...answers.flatMap(({ quote, reasons }) => [quote.speaker.name, ...reasons].filter((words) => text.includes(words) && !answers.some((other) => other.quote.text.includes(words)))),
    ...['Answer key', 'Why:', 'No card'].filter((words) => text.includes(words)),
  ];
}

describe.each(questions)('the paper of $folder', ({ folder, title, answers, paper }) => {
  test('for pupils has no answer, each part on its own page and as many sides as it says', async () => {
    const pdf = await open(folder, 'pupils.pdf');
    expect(faults(pdf, title)).toEqual([]);
    expect(answersIn(pdf, answers)).toEqual([]);
    let page = 0;
    for (const { title: part, sides } of paper) {
      // Above it stand what is in the margins, and on the first page the question.
      expect(pdf.pages[page]?.indexOf(part), `${part} on page ${page + 1}`).toBeGreaterThan(-1);
      expect(pdf.pages[page]?.indexOf(part), part).toBeLessThan(250);
      page += sides;
    }
    expect(pdf.pages).toHaveLength(page);
  });

  test('for the teacher has every answer after the plan', async () => {
    const pdf = await open(folder, 'teacher.pdf');
    expect(faults(pdf, title)).toEqual([]);
    const first = pdf.pages.findIndex((text) => text.includes(KEY));
    expect(first).toBeGreaterThan(0);
    const key = unspaced(pdf.pages.slice(first).join('\n'));
    for (const { label, quote } of answers) expect(key).toContain(unspaced(`${label} ${quote.party.name}:`));
    for (const { quote, side, reasons } of answers.filter(({ label }) => label < 'S')) for (const words of [`${quote.party.name}: ${side.toLowerCase()}`, ...reasons, ...quote.notices]) expect(key).toContain(unspaced(words));
  });
});

describe.each(topics)('the paper of $folder', ({ folder, title, answers, parts }) => {
  test.each(['pupils.pdf', 'teacher.pdf', 'pack.pdf'])('%s is whole, with no answer before the key', async (name) => {
    const pdf = await open(folder, name);
    expect(faults(pdf, title)).toEqual([]);
    const key = pdf.pages.findIndex((text) => text.includes(KEY));
    expect(key === -1).toBe(name === 'pupils.pdf');
    // Only what stands in the margin of every page goes before it.
    if (key !== -1) expect(pdf.pages[key]?.indexOf(KEY)).toBeLessThan(250);
    const before = pdf.pages.slice(0, key === -1 ? undefined : key);
    expect(answersIn({ ...pdf, bookmarks: [], pages: before.map((text) => text.replaceAll(/No card is for|Answer key/gu, '')) }, answers)).toEqual([]);
    if (name !== 'teacher.pdf') for (const part of parts) expect(pdf.pages.filter((text) => text.slice(0, 500).includes(part)).length, part).toBeGreaterThan(0);
  });
});
