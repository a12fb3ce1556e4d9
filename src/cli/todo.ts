import { shownArticles } from '../features/article/article.ts';
import { articleNotices } from '../features/article/notices.ts';
import { articlesToRead, wantedIn } from '../features/coverage/wanted.ts';
import { joinRecord } from '../record/join.ts';
import { checkContent } from '../record/read.ts';
import { CommandError, readArguments, runCommand } from './command.ts';

const USAGE = 'npm run todo -- [--party <id>] [--topic <id>] [--most <number>]';
const OPTIONS = { party: { type: 'string' }, topic: { type: 'string' }, most: { type: 'string', default: '20' } } as const;

await runCommand(async () => {
  const { party, topic, most } = readArguments(USAGE, OPTIONS).values;
  if (!/^[1-9]\d{0,3}$/u.test(most)) throw new CommandError(`--most: “${most}” is no number of lines.\nUsage: ${USAGE}`);
  const record = joinRecord(await checkContent());
  for (const [name, id, list] of [['party', party, record.parties] as const, ['topic', topic, record.topics] as const]) {
    if (id !== undefined && !list.some((one) => one.id === id)) throw new CommandError(`--${name}: there is no ${name} ${id}. To mend: give one of ${list.map((one) => one.id).join(', ')}.`);
  }
  const wanted = wantedIn(record).filter(({ position, dimension }) => (party ?? position.party.id) === position.party.id && (topic ?? dimension.topic.id) === dimension.topic.id);
  for (const { position, points, reasons } of wanted.slice(0, Number(most))) console.log(`${String(points).padStart(2)}  ${position.id}: ${reasons.join('; ')}`);
  if (wanted.length > Number(most)) console.log(`… and ${wanted.length - Number(most)} more: --most ${wanted.length} prints all.`);
  const articles = articlesToRead(shownArticles(record, true), (article) => articleNotices({ article, record }));
  for (const { article, notices } of party === undefined ? articles : []) {
    if (topic === undefined || article.topics.some(({ id }) => id === topic)) for (const { date, text } of notices) console.log(`Read again articles/${article.id}.mdx (${date}): ${text}`);
  }
});
