import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, inject, test } from 'vitest';
import type { DataRows } from '../../src/features/data/data-rows.ts';
import { site } from '../../src/site/settings.ts';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { temporaryFolder } from '../support/small-content.ts';

const run = promisify(execFile);
const browser = siteBrowser();
let folder: string;
let quotes: DataRows['quotes'];

beforeAll(async () => {
  folder = await temporaryFolder();
  quotes = JSON.parse(await fs.readFile(path.join(inject('siteFolder'), 'data/v1/quotes.json'), 'utf8')) as DataRows['quotes'];
});

/** An example as the page shows it, asking the preview for the data instead of the site's own address. */
async function example(id: string): Promise<string> {
  const page = await browser.open('data/');
  const code = (await page.locator(`#example-${id}`).textContent()) ?? '';
  expect(code).toContain(`${site.url}/data/v1/`);
  return code.replaceAll(`${site.url}/`, browser.url(''));
}

const isInstalled = (command: string) => spawnSync(command, ['--version']).status === 0;

test('the examples run as they stand: JavaScript, everywhere; curl, Python and R where the machine has them', async () => {
  const ran: string[] = [];
  const module = path.join(folder, 'example.mjs');
  await fs.writeFile(module, await example('javascript'));
  const { stdout } = await run(process.execPath, [module]);
  const dates = quotes.map(({ date }) => date).sort();
  expect(stdout).toMatch(new RegExp(`^${dates.at(-1)} .+${site.url}/quotes/.+/\n$`, 'u'));
  ran.push('javascript');

  if (isInstalled('curl')) {
    await run('sh', ['-c', await example('curl')], { cwd: folder });
    const saved = await fs.readFile(path.join(folder, 'quotes.csv'));
    expect(saved.equals(await fs.readFile(path.join(inject('siteFolder'), 'data/v1/quotes.csv')))).toBe(true);
    ran.push('curl');
  }
  if (isInstalled('python3')) {
    const { stdout: counted } = await run('python3', ['-c', await example('python')]);
    const parties = [...new Set(quotes.map(({ party }) => party))].sort();
    expect(counted.trim().split('\n')).toEqual(parties.map((party) => `${party} ${quotes.filter((quote) => quote.party === party).length}`));
    ran.push('python');
  }
  if (isInstalled('Rscript')) {
    const { stdout: table } = await run('Rscript', ['-e', await example('r')]);
    for (const party of new Set(quotes.map((quote) => quote.party))) expect(table).toContain(party);
    ran.push('r');
  }
  expect(ran).toContain('javascript');
  console.log(`examples that ran: ${ran.join(', ')}`);
});

test('the page counts what the files hold, and links each of them', async () => {
  const page = await browser.open('data/');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Quotes/u }) });
  expect(await row.locator('td').first().textContent()).toBe(String(quotes.length));
  const links = await page.locator('main a[href^="/data/v1/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  // A quote's own file is linked from the page of its citations.
  const files = (await fs.readdir(path.join(inject('siteFolder'), 'data/v1'), { recursive: true })).filter((file) => /\.\w+$/u.test(file) && !file.startsWith('quotes/'));
  expect(new Set(links).size).toBe(files.length);
  for (const link of links) expect((await fetch(browser.url(link.slice(1)))).status, link).toBe(200);
});

test('a dataset search reads version, dates, licence and downloads from it', async () => {
  const page = await browser.open('data/');
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}') as Record<string, unknown> & { distribution: { contentUrl: string }[] };
  expect(data).toMatchObject({ '@type': 'Dataset', license: 'https://creativecommons.org/licenses/by/4.0/' });
  expect(await page.locator('#version ~ .prose b').first().textContent()).toBe(data['version']);
  for (const { contentUrl } of data.distribution) expect((await fetch(contentUrl.replace(`${site.url}/`, browser.url('')))).status, contentUrl).toBe(200);
});

const [topic, party, question] = [record.topics[0]!.id, record.parties[1]!.id, record.topics[0]!.dimensions[0]!.id];
test.each([
  ['', ['latest']],
  [`topics/${topic}/`, ['latest', topic]],
  [`topics/${topic}/${question}/`, ['latest', `${topic}/${question}`]],
  [`parties/${party}/`, ['latest', party]],
])('a feed reader finds the feeds of /%s', async (route, names) => {
  const html = await fs.readFile(path.join(inject('siteFolder'), route, 'index.html'), 'utf8');
  const links = [...html.matchAll(/<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="\/feeds\/([\w/-]+)\.xml"/gu)].map((match) => match[1]);
  expect(links.sort()).toEqual([...names].sort());
});
