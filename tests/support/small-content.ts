import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { PROSE_PAGES } from '../../src/site/urls.ts';
import { type Outcome, runNode } from './run-node.ts';

/** Whose words each party's are, and on which question. */
const OF_A = { topic: 'bridge', dimension: 'build', party: 'party-a', speaker: 'speaker-one', role: 'Spokesperson', capacity: 'party' };
const OF_B = { topic: 'bridge', dimension: 'toll', party: 'party-b', speaker: 'speaker-two', role: 'Leader', capacity: 'party' };

/** What two invented parties said about an invented bridge; the record that `record:import` reads. */
export const RECORD = {
  topics: [
    {
      id: 'bridge',
      title: 'The bridge',
      summary: 'Whether a bridge should be built, and who should pay.',
      dimensions: [
        { id: 'build', title: 'Build it', question: 'Should the bridge be built?' },
        { id: 'toll', title: 'A toll', question: 'Should drivers pay a toll?' },
      ],
    },
  ],
  quotes: [
    { ...OF_A, id: 'one-build-2025-03-01', text: 'We will build the bridge because the ferry is slow.', date: '2025-03-01', source: 'daily-example-2025-03-01', summary: 'Would build the bridge.' },
    { ...OF_A, id: 'one-build-2024-01-10', text: 'the bridge can wait for a year', partial: true, date: '2024-01-10', source: 'weekly-example-2024-01-10', summary: 'Would wait.' },
    { ...OF_B, id: 'two-toll-2025-03-01', text: 'No toll […] should ever be asked of a driver.', date: '2025-03-01', source: 'daily-example-2025-03-01', summary: 'Opposes a toll.' },
  ],
  stances: [
    { id: 'one-build-2025-03-01', stance: 'supports', agreed: true, first: 'supports', second: 'supports', basis: 'words', why: ['will build', 'will build'] },
    { id: 'one-build-2024-01-10', stance: 'unclear', agreed: false, first: 'opposes', second: 'unclear', basis: 'words', why: ['wait', 'only later'] },
    { id: 'two-toll-2025-03-01', stance: 'opposes', agreed: true, first: 'opposes', second: 'opposes', basis: 'words', why: ['no toll', 'no toll'] },
  ],
  sources: [
    { id: 'daily-example-2025-03-01', title: 'Talks on the bridge', publisher: 'Daily Example', url: 'https://daily.example/bridge', published: '2025-03-01', licence: 'quotation', kind: 'press' },
    { id: 'weekly-example-2024-01-10', title: 'A year ahead', publisher: 'Weekly Example', url: 'https://weekly.example/year', published: '2024-01-10', licence: 'quotation', kind: 'press' },
  ],
  speakers: [
    { id: 'speaker-one', name: 'Speaker One', party: 'party-a', kind: 'person' },
    { id: 'speaker-two', name: 'Speaker Two', party: 'party-b', kind: 'person' },
  ],
  gaps: [
    { topic: 'bridge', dimension: 'build', party: 'party-b', searched: 4 },
    { topic: 'bridge', dimension: 'toll', party: 'party-a', approached: { by: 'Daily Example', date: '2025-03-01', source: 'daily-example-2025-03-01' } },
  ],
  contexts: {
    'one-build-2025-03-01': 'At noon the speaker said: “We will build the bridge because the ferry is slow.” Others left.',
    'one-build-2024-01-10': 'The speaker told the paper that the bridge can wait for a year and no longer.',
    'two-toll-2025-03-01': 'The other speaker said: “No toll, large or small, should ever be asked of a driver.”',
  } as Record<string, string>,
};

/** A folder that is removed by the operating system, not by us: a failed test can be looked at. */
export async function temporaryFolder(): Promise<string> {
  return fs.mkdtemp(path.join(os.tmpdir(), 'on-record-'));
}

/** Writes a record folder; `changes` replaces whole files, `null` leaves one out, text and bytes are written as they are. */
export async function recordFolder(changes: Partial<Record<keyof typeof RECORD, unknown>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, rows] of Object.entries({ ...RECORD, ...changes })) {
    if (rows !== null) await fs.writeFile(path.join(folder, `${name}.json`), typeof rows === 'string' || rows instanceof Uint8Array ? rows : JSON.stringify(rows));
  }
  return folder;
}

/** A content folder with two invented parties, the pages that every page links to, and nothing else. */
export async function emptyContent(): Promise<string> {
  const folder = await temporaryFolder();
  await fs.mkdir(path.join(folder, 'parties'));
  for (const letter of ['a', 'b']) {
    const name = `Party ${letter.toUpperCase()}`;
    await fs.writeFile(
      path.join(folder, `parties/party-${letter}.yaml`),
      stringify({ name, shortName: name, abbreviation: letter.toUpperCase(), colour: { light: '#112233', dark: '#ddeeff' }, website: `https://party-${letter}.example/`, ownNames: [name] }),
    );
  }
  await fs.mkdir(path.join(folder, 'pages'));
  for (const page of PROSE_PAGES) await fs.writeFile(path.join(folder, `pages/${page}.mdx`), `---\n${stringify({ title: `The ${page} page`, description: 'An invented page.' })}---\n\nThis page was invented.\n`);
  return folder;
}

/** What the parties said once: the least that a site can be made of. */
export const ONE_QUOTE: Partial<typeof RECORD> = {
  quotes: RECORD.quotes.slice(0, 1),
  stances: RECORD.stances.slice(0, 1),
  gaps: [...RECORD.gaps, { topic: 'bridge', dimension: 'toll', party: 'party-b', searched: 1 }],
};

/** What an import leaves to an editor: a tagline. */
export async function writeTagline(content: string, topic: string): Promise<void> {
  const file = path.join(content, `topics/${topic}.mdx`);
  await fs.writeFile(file, (await fs.readFile(file, 'utf8')).replace(/^summary:/mu, 'tagline: Whether and how\nsummary:'));
}

/** The content that the invented record gives, or a change of it; `content:check` finds it right. */
export async function smallContent(changes: Partial<typeof RECORD> = {}): Promise<string> {
  const content = await emptyContent();
  const { code, stderr } = await runTool('import/index.ts', [await recordFolder(changes), '--checked', '2026-11-22'], { content });
  if (code !== 0) throw new Error(stderr);
  await writeTagline(content, 'bridge');
  return content;
}

/** Copies a content folder, so that a test can spoil it. */
export async function copyOf(content: string): Promise<string> {
  const copy = await temporaryFolder();
  await fs.cp(content, copy, { recursive: true });
  return copy;
}

/** Every file of a folder with the hash of its bytes, by name. */
export async function hashesOf(folder: string): Promise<Map<string, string>> {
  const files = (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hash = async (file: string) => {
    const bytes = await fs.readFile(file);
    return [path.relative(folder, file), createHash('sha256').update(bytes).digest('hex')] as const;
  };
  return new Map(await Promise.all(files.sort().map(hash)));
}

/** Runs a tool of src/cli as an editor does, in a process of its own. */
export function runTool(tool: string, args: readonly string[], { content, input = '' }: { content: string; input?: string | Uint8Array }): Promise<Outcome> {
  return runNode([path.resolve('src/cli', tool), ...args], { ...process.env, CONTENT_DIR: content }, input);
}
