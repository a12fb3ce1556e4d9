import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { slidesPptx } from '../../src/build/slides-pptx.ts';
import { questionKey } from '../../src/features/class/lesson-key.ts';
import { questionLesson } from '../../src/features/class/question-lesson.ts';
import { questionSlides } from '../../src/features/class/question-slides.ts';
import { questionExtras } from '../../src/features/class/slide-extras.ts';
import { findLeaks } from '../../src/record/blind/blind.ts';
import { record } from '../support/edition.ts';
import { readPdf } from '../support/read-pdf.ts';
import { temporaryFolder } from '../support/small-content.ts';

const OFFICE = spawnSync('soffice', ['--version']).error === undefined;
if (!OFFICE) console.warn('LibreOffice is not on this machine: slides are read as a file here, and not opened. To open them: apt-get install libreoffice-impress');

const { parties, speakers } = record;
const questions = record.topics.flatMap((topic) => topic.dimensions.map((dimension) => [`${topic.id}/${dimension.id}`, topic, dimension] as const));
/** Hundredths of a point; 24 points can be read at the back. */
const LEAST = 2400;

const plain = (xml: string) =>
  xml
    .replace(/<\/a:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');
const sizesIn = (xml: string) => Array.from(xml.matchAll(/<a:rPr[^>]* sz="(\d+)"/gu), ([, size]) => Number(size));

describe.each(questions)('the slides of %s as a file', async (_, topic, dimension) => {
  const lesson = questionLesson(topic, dimension, record);
  const slides = questionSlides(lesson, questionExtras(topic, dimension, record));
  const bytes = await slidesPptx(slides, dimension.title, '2025-04-16');
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name]!);
  const pages = Array.from({ length: Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name)).length }, (__, at) => part(`ppt/slides/slide${at + 1}.xml`));
  const titles = pages.map((page) => plain(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*type="title"(?:(?!<\/p:sp>)[\s\S])*<\/p:sp>/u.exec(page)?.[0] ?? '').trim());

  test('have each a title of its own as the first thing that is read, and letters of 24 points or more in British English', () => {
    expect(titles.every((title) => title !== '')).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
    expect(pages.filter((page) => !/^[\s\S]*?<p:sp>(?:(?!<\/p:sp>)[\s\S])*type="title"/u.test(page))).toEqual([]);
    expect(pages.flatMap(sizesIn).filter((size) => size < LEAST)).toEqual([]);
    expect(pages.filter((page) => /lang="(?!en-GB)/u.test(page.replaceAll('altLang="en-US"', '')))).toEqual([]);
  });

  test('hold every card and task, and whose words they are only after the class is asked', () => {
    const texts = pages.map(plain);
    for (const { label, text } of lesson.cards) expect(texts[titles.indexOf(`Card ${label}`)]).toContain(text);
    for (const { task } of lesson.plan) expect(texts.some((text) => text.includes(task))).toBe(true);
    const look = titles.indexOf(lesson.plan.find(({ id }) => id === 'look')!.title);
    const notes = pages.map((__, at) => plain(part(`ppt/notesSlides/notesSlide${at + 1}.xml`)));
    expect([...texts.slice(0, look + 1), ...notes].flatMap((text) => findLeaks(text, parties, speakers))).toEqual([]);
    for (const { label, quote, reasons } of questionKey(topic, dimension, record).answers) {
      const told = texts[titles.indexOf(`Card ${label}: ${quote.party.name}`)];
      for (const words of [quote.speaker.name, ...reasons, ...quote.notices]) expect(told).toContain(words);
    }
    const explained = slides.flatMap(({ words = [] }) => words);
    expect(explained.filter(({ word, meaning }) => !notes.some((note) => note.includes(`${word}: ${meaning}\n`)))).toEqual([]);
  });
});

test('LibreOffice opens them, a page a slide, with the words of each card on its own', async () => {
  if (!OFFICE) return;
  const [, topic, dimension] = questions[0]!;
  const lesson = questionLesson(topic, dimension, record);
  const slides = questionSlides(lesson, questionExtras(topic, dimension, record));
  const folder = await temporaryFolder();
  await fs.writeFile(path.join(folder, 'slides.pptx'), await slidesPptx(slides, dimension.title, '2025-04-16'));
  spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'slides.pptx')]);
  const { pages } = await readPdf(await fs.readFile(path.join(folder, 'slides.pdf')));
  expect(pages).toHaveLength(slides.length + lesson.cards.length);
  const words = (text: string) => text.replace(/\s+/gu, '');
  for (const [at, { text }] of lesson.cards.entries()) expect(words(pages[slides.findIndex(({ heading }) => heading === `Card ${lesson.cards[at]!.label}`)]!)).toContain(words(text));
});

test('the same slides on the same day are the same bytes, and another day stands in the file', async () => {
  const [, topic, dimension] = questions[0]!;
  const make = (day: string) => slidesPptx(questionSlides(questionLesson(topic, dimension, record)), dimension.title, day);
  const first = await make('2025-04-16');
  // The library writes seconds.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.compare(await make('2025-04-16'), first)).toBe(0);
  expect(strFromU8(unzipSync(await make('2025-04-17'))['docProps/core.xml']!)).toContain('2025-04-17T00:00:00Z');
});
