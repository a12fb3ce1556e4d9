import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { topicOf } from './peer-content.ts';

/** Our template: a package of its own, installed only here. */
const TEMPLATE = path.resolve('tests/bench/peers/starlight');

/**
 * Builds a topic's page, with the words and links that ours shows, as a page of Starlight.
 * @param topic a topic of the record
 * @param folder an empty folder
 * @returns the built site; the page is at `topic/`
 * @throws Error when it cannot be installed or built
 */
export async function buildStarlight(topic: Parameters<typeof topicOf>[0], folder: string): Promise<string> {
  await fs.cp(TEMPLATE, folder, { recursive: true });
  const page = path.join(folder, 'src/content/docs/topic.md');
  await fs.mkdir(path.dirname(page), { recursive: true });
  await fs.writeFile(page, markdown(topicOf(topic)));
  const run = promisify(execFile);
  const options = { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } };
  await run('npm', ['install', '--no-audit', '--no-fund'], options);
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], options);
  return path.join(folder, 'dist');
}

function markdown({ id: topic, title, description, facts, dimensions }: ReturnType<typeof topicOf>): string {
  const plain = (text: string) => text.replaceAll(/[\\`*_[\]<>#]/gu, String.raw`\$&`);
  const link = (name: string, address: string) => `[${plain(name)}](${address})`;
  const lines = dimensions.flatMap((dimension) => [
    `## ${plain(dimension.title)}`,
    plain(dimension.question),
    ...dimension.positions.flatMap(({ party, word, summary, newest, leftOut }) => [
      `### ${link(party.shortName, `/parties/${party.id}/`)}`,
      `**${word}**`,
      ...(summary ? [plain(summary)] : []),
      ...newest.flatMap(({ id, texts, speaker, role, day, url, publisher, proof }) => [
        ...texts.map((text) => `> “${plain(text)}”`),
        `${link(speaker.name, `/speakers/${speaker.id}/`)}, ${plain(role)}, ${link(day, `/quotes/${id}/`)}. ${link(publisher, `<${url}>`)}`,
        plain(proof),
      ]),
      ...(leftOut ? [link(leftOut, `/topics/${topic}/${dimension.id}/`)] : []),
    ]),
  ]);
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n${[...facts.map(plain), ...lines].join('\n\n')}\n`;
}
