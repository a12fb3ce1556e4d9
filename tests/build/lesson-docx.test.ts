import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pupilsDocx, teacherDocx } from '../../src/build/lesson-docx.ts';
import { questionKey } from '../../src/features/class/lesson-key.ts';
import { questionLesson } from '../../src/features/class/question-lesson.ts';
import { findLeaks } from '../../src/record/blind/blind.ts';
import { record } from '../support/edition.ts';

const about = { version: 'Data version 1', day: '2025-04-16' };

const topic = record.topics.find(({ dimensions }) => dimensions.some(({ voices }) => voices.length > 0))!;
const lessons = topic.dimensions.map((dimension) => ({ id: dimension.id, lesson: questionLesson(topic, dimension, record), key: questionKey(topic, dimension, record) }));

/** A document as who opens it finds it. */
function open(bytes: Uint8Array) {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const xml = files['word/document.xml'] ?? '';
  const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  const words = (part: string) => unescaped(Array.from(part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, text]) => text).join(''));
  const paragraphs = Array.from(xml.matchAll(/<w:p>.*?<\/w:p>/gsu), ([part]) => ({ text: words(part), level: Number(/<w:pStyle w:val="Heading(\d)"/u.exec(part)?.[1] ?? 0) }));
  return { files, xml, paragraphs, headings: paragraphs.filter(({ level }) => level > 0), text: paragraphs.map(({ text }) => text).join('\n') };
}

describe.each(lessons)('the documents on $id', ({ lesson, key }) => {
  test('have a title, a language, headings that skip no level, tables whose rows are whole, and the same bytes each time', async () => {
    for (const make of [() => pupilsDocx(lesson, about), () => teacherDocx(lesson, key, about)]) {
      const bytes = await make();
      const { files, xml, headings } = open(bytes);
      expect(files['docProps/core.xml']).toContain(`<dc:title>${lesson.dimension.title}`);
      expect(files['word/styles.xml']).toContain('w:lang w:val="en-GB"');
      // Without these LibreOffice shows headings as large words.
      expect(files['word/styles.xml']?.match(/w:outlineLvl w:val="[012]"/gu)).toHaveLength(3);
      expect(headings[0]).toEqual({ text: lesson.question, level: 1 });
      for (const [index, { level }] of headings.slice(1).entries()) expect(level - headings[index]!.level, headings[index + 1]?.text).toBeLessThanOrEqual(1);
      expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
      expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(xml.match(/<w:tr>/gu)!.length);
      expect(Buffer.compare(bytes, await make())).toBe(0);
    }
  });

  test('hold every part and card for pupils, and no answer', async () => {
    const { text, headings } = open(await pupilsDocx(lesson, about));
    expect(headings.filter(({ level }) => level === 2).map((one) => one.text)).toEqual(lesson.paper.map(({ title }) => title));
    for (const card of lesson.cards) expect(text).toContain(card.text);
    expect(findLeaks(text, record.parties, record.speakers)).toEqual([]);
    expect(text).not.toContain('Why:');
  });

  test('hold every answer for the teacher, with side, reason and notices', async () => {
    const { text } = open(await teacherDocx(lesson, key, about));
    for (const { label, quote, side, reasons } of key.answers) for (const words of [`${label} ${quote.party.name}: ${side.toLowerCase()}`, quote.speaker.name, ...reasons, ...quote.notices]) expect(text).toContain(words);
    for (const { said } of key.sides) for (const voice of said) expect(text).toContain(voice.text);
    expect(text).toContain(key.readers);
  });
});
