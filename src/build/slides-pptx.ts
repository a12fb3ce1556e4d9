import fs from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import { questionLesson } from '../features/class/question-lesson.ts';
import { questionSlides } from '../features/class/question-slides.ts';
import { questionExtras } from '../features/class/slide-extras.ts';
import type { Slide } from '../features/class/slide.ts';
import type { Content } from '../record/door.ts';
import { newestDay } from '../record/newest-day.ts';
import { site } from '../site/settings.ts';
import { archive } from './archive.ts';

const INK = '191813';
const SOFT = '5A574F';
const MASTER = 'Lesson';
/** Inches, on a slide of 13⅓ by 7½. */
const LEFT = 0.6;
const WIDTH = 12.1;
const TITLE = { y: 0.95, h: 1.25 };
const BODY = { y: 2.3, h: 4.8 };
/** Sizes in points that words may have, the largest that fits; 24 can be read at the back. */
const SIZES = [36, 32, 28, 26, 24] as const;
const POINTS_AN_INCH = 72;
/** Widths of a letter and heights of a line of Georgia and Arial, in parts of their size; a little more than they are on average. */
const LETTER = 0.52;
const LINE = 1.25;

/** One paragraph of a slide's body. */
interface Line {
  text: string;
  kind: 'quote' | 'task' | 'item' | 'caveat';
}

/**
 * Writes the slides of every question beside their page, as `slides.pptx`.
 * @param folder the built site
 * @param content what the site was built from
 */
export async function makeSlideFiles(folder: string, { entries, record }: Content): Promise<void> {
  const day = newestDay(entries);
  for (const topic of record.topics)
    for (const dimension of topic.dimensions) {
      const slides = questionSlides(questionLesson(topic, dimension, record), questionExtras(topic, dimension, record));
      await fs.writeFile(path.join(folder, 'class', topic.id, dimension.id, 'slides.pptx'), await slidesPptx(slides, dimension.title, day));
    }
}

/**
 * Slides as a file for PowerPoint, Impress and their like: real titles, our words to be changed, and what each slide needs
 * in its notes. Whose words a card holds stands on slides of their own, after the step in which they are asked for.
 * @param slides what `questionSlides` gave
 * @param title of the file
 * @param day `YYYY-MM-DD`, on which it was made
 */
export async function slidesPptx(slides: readonly Slide[], title: string, day: string): Promise<Uint8Array> {
  const file = new PptxGenJS();
  Object.assign(file, { layout: 'LAYOUT_WIDE', title, author: site.name, company: site.name, subject: site.description, theme: { headFontFace: 'Georgia', bodyFontFace: 'Arial' } });
  file.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', x: LEFT, ...TITLE, w: WIDTH, margin: 0, align: 'left', valign: 'middle', fontFace: 'Georgia', fontSize: 36, bold: true, color: INK }, text: '' } },
      { placeholder: { options: { name: 'body', type: 'body', x: LEFT, ...BODY, w: WIDTH, margin: 0, align: 'left', valign: 'top', fontFace: 'Arial', fontSize: 28, color: INK }, text: '' } },
    ],
  });
  for (const slide of withAnswers(slides)) {
    const page = file.addSlide({ masterName: MASTER });
    page.addText(slide.heading, { placeholder: 'title', objectName: 'Title', fontSize: sizeFor([slide.heading], TITLE.h), lang: site.language });
    page.addText(slide.place, { objectName: 'Where we are', x: LEFT, y: 0.35, w: WIDTH, h: 0.5, margin: 0, fontFace: 'Arial', fontSize: 24, color: SOFT, valign: 'top', lang: site.language, fit: 'none' });
    const lines = linesOf(slide);
    const size = sizeFor(
      lines.map(({ text }) => text),
      BODY.h,
    );
    if (lines.length > 0)
      page.addText(
        lines.map((line) => paragraph(line, size)),
        { placeholder: 'body', objectName: 'Text', lang: site.language },
      );
    page.addNotes(notesOf(slide).join('\n'));
  }
  return mended((await file.write({ outputType: 'uint8array' })) as Uint8Array, day);
}

/** A file cannot keep an answer until it is asked for: the answers follow the slide that asks for them. */
function withAnswers(slides: readonly Slide[]): Omit<Slide, 'number'>[] {
  const answers = slides.flatMap(({ heading, place, answer: [party, ...lines] = [] }) => (party === undefined ? [] : [{ step: 'look', place, heading: `${heading}: ${party}`, lines }]));
  return slides.flatMap((slide): Omit<Slide, 'number'>[] => (slide.step === 'look' ? [{ ...slide, lines: ['The next slides say it, a card each.'] }, ...answers] : [slide]));
}

function linesOf({ quote, caveats = [], task, lines }: Omit<Slide, 'number'>): Line[] {
  return [
    ...(quote === undefined ? [] : [{ text: `“${quote}”`, kind: 'quote' } as const]),
    ...caveats.map((text): Line => ({ text, kind: 'caveat' })),
    ...(task === undefined ? [] : [{ text: task, kind: 'task' } as const]),
    ...lines.map((text): Line => ({ text, kind: 'item' })),
  ];
}

function paragraph({ text, kind }: Line, size: number): PptxGenJS.TextProps {
  const looks: Record<Line['kind'], PptxGenJS.TextPropsOptions> = {
    quote: { fontFace: 'Georgia', fontSize: size },
    task: { bold: true, fontSize: Math.min(size, 28) },
    item: { bullet: true, fontSize: Math.min(size, 28) },
    caveat: { color: SOFT, fontSize: 24 },
  };
  return { text, options: { breakLine: true, paraSpaceAfter: 10, lang: site.language, ...looks[kind] } };
}

/** The largest size at which lines fit a box of this height; the smallest where none does. */
function sizeFor(lines: readonly string[], height: number): number {
  const used = (size: number) => lines.reduce((sum, text) => sum + Math.ceil((text.length * size * LETTER) / (WIDTH * POINTS_AN_INCH)) * size * LINE + 10, 0);
  return SIZES.find((size) => used(size) <= height * POINTS_AN_INCH) ?? SIZES.at(-1)!;
}

function notesOf({ minutes, words = [] }: Omit<Slide, 'number'>): string[] {
  return [...(minutes === undefined ? [] : [`This step has ${minutes} minutes.`]), ...words.map(({ word, meaning }) => `${word}: ${meaning}`)];
}

/** The library writes the moment and American English, and a note as one paragraph whatever breaks it holds. */
function mended(bytes: Uint8Array, day: string): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  return archive(
    Object.fromEntries(
      files.map(([name, content]) => {
        if (!name.endsWith('.xml')) return [name, content];
        const text = strFromU8(content)
          .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`)
          .replaceAll('lang="en-US"', `lang="${site.language}"`)
          .replace(/(<a:r>(?:(?!<a:t>).)*<a:t>)([^<]*\n[^<]*)(?=<\/a:t><\/a:r>)/gu, (_, run: string, note: string) =>
            note
              .split(/\r?\n/u)
              .map((line) => run + line)
              .join('</a:t></a:r></a:p><a:p>'),
          );
        return [name, strToU8(text)];
      }),
    ),
    day,
  );
}
