import fs from 'node:fs/promises';
import path from 'node:path';
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { FOLDERS } from '../record/collections.ts';
import { TO_WRITE } from '../record/check/articles.ts';
import { contentFolder, readContent } from '../record/read.ts';
import { standing } from '../record/retired.ts';
import { articleSchema } from '../record/schema/article.ts';
import type { TopicEntry } from '../record/schema/topic.ts';
import { idsOf } from '../record/article-parts.ts';
import { site } from '../site/settings.ts';
import { CommandError, readArguments, runCommand } from './command.ts';
import { yamlText } from '../features/desk/yaml.ts';

const USAGE = 'npm run article:new -- --title "…" --topic <id> --questions <id>,<id> [--standfirst "…"] [--author "…"]';
const OPTION = { type: 'string' } as const;

/** Writes a draft of an article, with the blocks of some questions of a topic in place; in a terminal it asks for what is not given. */
await runCommand(async () => {
  const { values } = readArguments(USAGE, { title: OPTION, topic: OPTION, questions: OPTION, standfirst: OPTION, author: { ...OPTION, default: site.name } });
  const { entries } = await readContent(contentFolder());
  const topics = standing(entries).topics;
  const title = values.title ?? (await asked('title', () => text({ message: 'Title' })));
  const topicId = values.topic ?? (await asked('topic', () => select({ message: 'Topic', options: topics.map(({ id, data }) => ({ value: id, label: data.title })) })));
  const topic = topics.find(({ id }) => id === topicId)?.data;
  if (!topic) throw new CommandError(`There is no topic ${topicId}. To mend: name one of: ${topics.map(({ id }) => id).join(', ')}.`);
  const dimensions = topic.dimensions.map(({ id, question }) => ({ value: id, label: question }));
  const chosen = values.questions === undefined ? await asked('questions', () => multiselect({ message: 'Questions', options: dimensions })) : idsOf(values.questions);
  const stray = chosen.find((id) => !dimensions.some(({ value }) => value === id));
  if (stray !== undefined || chosen.length === 0) throw new CommandError(`${stray ?? 'No question'} is no question of ${topicId}. To mend: name some of: ${dimensions.map(({ value }) => value).join(', ')}.`);

  const today = new Date().toISOString().slice(0, 10);
  const data = { title, standfirst: values.standfirst ?? 'One or two sentences: what this article tells.', author: values.author, published: today, updated: today, topics: [topicId], status: 'draft' };
  const [wrong] = articleSchema.safeParse(data).error?.issues ?? [];
  if (wrong) throw new CommandError(`--${String(wrong.path[0])}: ${wrong.message}.\nUsage: ${USAGE}`);
  const { folder, extension } = FOLDERS.articles;
  const file = `${folder}/${idFrom(title)}${extension}`;
  const place = path.join(contentFolder(), file);
  await fs.mkdir(path.dirname(place), { recursive: true });
  await fs.writeFile(place, `---\n${yamlText(data)}---\n\n${draft(topicId, topic, chosen)}`, { flag: 'wx' }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new CommandError(code === 'EEXIST' ? `content/${file} is there already. To mend: choose another title.` : `content/${file} cannot be written (${code}).`);
  });
  console.log(`Wrote the draft content/${file}. npm run dev shows it at /${folder}/${idFrom(title)}/; the guide is content/README.md.`);
});

/** An answer from whoever sits at the terminal. */
async function asked<Answer>(name: string, ask: () => Promise<Answer>): Promise<Exclude<Answer, symbol>> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new CommandError(`--${name} is missing.\nUsage: ${USAGE}`);
  const answer = await ask();
  if (isCancel(answer)) throw new CommandError('Stopped; nothing was written.');
  return answer as Exclude<Answer, symbol>;
}

function idFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/gu) ?? ['article'];
  return words.join('-').slice(0, 60).replace(/-$/u, '');
}

/** A heading, where things stand and the parties, question by question. */
function draft(topicId: string, { dimensions }: TopicEntry, chosen: readonly string[]): string {
  const parts = dimensions
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, title, status }) => [`## ${title}`, `${TO_WRITE} what a reader needs to know first.`, ...(status ? [`<Status dimension="${topicId}/${id}" />`] : []), `<SideBySide dimension="${topicId}/${id}" />`]);
  return `${[`${TO_WRITE} why this question is asked.`, ...parts.flat()].join('\n\n')}\n`;
}
