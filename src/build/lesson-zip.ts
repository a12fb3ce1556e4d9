import fs from 'node:fs/promises';
import path from 'node:path';
import { strToU8 } from 'fflate';
import { quizPool } from '../features/quiz/quiz-pool.ts';
import { dateInWords } from '../record/dates.ts';
import type { Content } from '../record/door.ts';
import { counted } from '../record/figures.ts';
import { newestDay } from '../record/newest-day.ts';
import type { OnRecord, Topic } from '../record/record.ts';
import { site } from '../site/settings.ts';
import { absolute, lessonUrl, path as addressOf, quoteUrl } from '../site/urls.ts';
import { archive } from './archive.ts';
import { offlinePage } from './lesson-offline.ts';
import { type ZipPart, zipIndex } from './lesson-zip-index.ts';

const QUIZ = 'class/who-said-it/';
const INDEX = 'index.html';
const ZIP = 'pack.zip';

/**
 * Packs what belongs to each topic's lesson into a folder that opens from disk without a server: every page and file that the
 * site has there, the quiz with this topic's quotes, and a first page that lists it all.
 * @param folder the built site, whole; `class/<topic>/pack.zip` is written into it
 * @param content what the site was built from
 */
export async function makeLessonZips(folder: string, { entries, record }: Content): Promise<void> {
  const day = newestDay(entries);
  const scripts = new Map<string, string>();
  for (const name of await fs.readdir(path.join(folder, '_astro'))) if (name.endsWith('.js')) scripts.set(addressOf(`/_astro/${name}`), await fs.readFile(path.join(folder, '_astro', name), 'utf8'));
  const quiz = await fs.readFile(path.join(folder, QUIZ, INDEX), 'utf8');
  for (const topic of record.topics) {
    const pack = path.join(folder, 'class', topic.id);
    const names = (await fs.readdir(pack, { recursive: true })).map((name) => name.split(path.sep).join('/')).filter((name) => name.includes('.') && name !== ZIP);
    const files = new Map(await Promise.all(names.sort().map(async (name) => [name, await fs.readFile(path.join(pack, name))] as const)));
    await fs.writeFile(path.join(pack, ZIP), lessonZip({ topic, files, quiz: quizOf(quiz, topic, record), scripts, day }));
  }
}

/** What one archive is made of. */
export interface PackFiles {
  topic: Pick<Topic, 'id' | 'title'> & { dimensions: readonly Pick<Topic['dimensions'][number], 'id' | 'title' | 'question'>[] };
  /** The files of the topic's folder as built, by their path in it. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The page of the quiz on this topic. */
  quiz: string;
  /** The site's scripts by their address. */
  scripts: ReadonlyMap<string, string>;
  /** Day of the data, `YYYY-MM-DD`: the time of every file in the archive. */
  day: string;
}

/**
 * One topic's archive; the same files give the same bytes.
 * @throws Error when a page asks for a script that the site has not
 */
export function lessonZip({ topic, files, quiz, scripts, day }: PackFiles): Uint8Array {
  const parts = [...files.keys()].map((name): ZipPart => ({ name, file: fileName(name) }));
  const links = new Map([...parts.map(({ name, file }) => [lessonUrl(topic.id) + name.replace(/(?<=^|\/)index\.html$/u, ''), file] as const), [addressOf(`/${QUIZ}`), 'quiz.html'] as const]);
  const offline = (page: string) =>
    strToU8(
      offlinePage(page, links, (address) => {
        const code = scripts.get(address);
        if (code === undefined) throw new Error(`the site has no script ${address}`);
        return code;
      }),
    );
  const index = zipIndex({ topic, parts, day: dateInWords(day), newer: absolute(lessonUrl(topic.id)), site: site.name });
  const contents = Object.fromEntries(parts.map(({ name, file }) => [file, name.endsWith('.html') ? offline(Buffer.from(files.get(name)!).toString('utf8')) : files.get(name)!]));
  return archive({ [INDEX]: strToU8(index), ...contents, 'quiz.html': offline(quiz) }, day);
}

/** Flat names: a folder in a folder is opened by nobody. */
function fileName(name: string): string {
  const flat = name.replace(/\/?index\.html$/u, '.html').replaceAll('/', '-');
  return flat === '.html' ? 'lesson.html' : `lesson-${flat}`;
}

/** The quiz's page with only this topic's quotes, which stand in it: a page on disk cannot fetch them. Its codes are those of the site. */
function quizOf(page: string, topic: Topic, record: OnRecord): string {
  const pool = quizPool(record, quoteUrl);
  const own = { ...pool, questions: pool.questions.filter(({ topic: of }) => of === topic.id).map((question) => ({ ...question, page: absolute(question.page) })) };
  const json = JSON.stringify(own).replaceAll('<', '\\u003c').replaceAll('&', '\\u0026');
  const changed = page
    .replace(/data-questions="[^"]*"/u, 'data-questions="#pool"')
    .replace(/(<fieldset class="quiz-topics[^>]*)>/u, '$1 hidden>')
    .replace(` value="${topic.id}"`, ` value="${topic.id}" checked`)
    .replace(/[\d,]+ real quotes?/u, counted(own.questions.length, 'real quote'))
    .replace('<h1>Who said it?', () => `<h1>Who said it? ${topic.title}`);
  return changed.replace('<who-said-it', () => `<div id="pool" hidden>${json}</div><who-said-it`);
}
