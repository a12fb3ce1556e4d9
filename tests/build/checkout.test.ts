import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runNode } from '../support/run-node.ts';
import { hashesOf, temporaryFolder } from '../support/small-content.ts';

const run = promisify(execFile);

test('a checkout has the same bytes where Git writes the line ends of Windows', async () => {
  const folder = await temporaryFolder();
  const [here, there] = [path.join(folder, 'here'), path.join(folder, 'there')];
  await fs.cp('tests/edition', path.join(here, 'content'), { recursive: true });
  await fs.copyFile('.gitattributes', path.join(here, '.gitattributes'));
  const git = (...args: string[]) => run('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args]);
  await git('init', '--quiet', here);
  await git('-C', here, 'add', '.');
  await git('-C', here, 'commit', '--quiet', '--message', 'Content');
  await git('clone', '--quiet', '--config', 'core.autocrlf=true', here, there);
  expect(await hashesOf(path.join(there, 'content'))).toEqual(await hashesOf(path.join(here, 'content')));
});

test('an old Node is told what is missing, before every command', async () => {
  const { scripts } = JSON.parse(await fs.readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
  const first = /^(?:node \.config\/node\.mjs && |node --import \.\/\.config\/node\.mjs )/u;
  // These run on any Node, or call one that does not.
  expect(Object.keys(scripts).filter((name) => !first.test(scripts[name]!))).toEqual(['start', 'lint', 'format']);
  const old = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`;
  const { code, stdout, stderr } = await runNode(['--import', old, '--import', './.config/node.mjs', 'src/cli/content-check.ts'], process.env);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^This command needs Node 24, and this is Node 20\.20\.2\..*--ignore-scripts.* To mend: [^\n]+\n$/u);
});
