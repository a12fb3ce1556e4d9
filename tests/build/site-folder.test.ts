import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takePlace, whyNotHere, whyNotInto, whyNotNow } from '../../src/build/site-folder.ts';

let base = '';
let project = '';
const at = (...parts: string[]) => path.join(base, ...parts);

beforeEach(() => {
  base = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'on-record-place-')));
  project = at('here/project');
  for (const folder of ['content', 'src', 'tests', 'public', 'node_modules', '.git', 'dist', 'mine']) fs.mkdirSync(path.join(project, folder), { recursive: true });
  for (const file of ['content/party.yaml', 'src/a.ts', 'dist/.on-record-site', 'dist/index.html', 'mine/letter.txt', 'README.md']) fs.writeFileSync(path.join(project, file), file);
  fs.mkdirSync(at('empty'));
  fs.mkdirSync(at('full'));
  fs.writeFileSync(at('full/photo.jpg'), 'a photo');
  fs.symlinkSync(path.join(project, 'content'), at('link-to-content'));
  fs.symlinkSync(project, at('link-to-project'));
  vi.stubEnv('CONTENT_DIR', path.join(project, 'content'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(base, { recursive: true, force: true });
});

test.each(['here/project/dist', 'here/project/new', 'here/project/.tmp/site', 'here/other', 'empty', 'new/and/deep', 'link-to-project/dist'])('a site goes into %s', (place) => expect(whyNotInto(at(place), project)).toBeUndefined());

describe('a site never goes into', () => {
  test.each([
    ['the project', 'here/project', /is the project's folder or holds it/u],
    ['what holds it', 'here', /is the project's folder or holds it/u],
    ['the root', '../../../../../../..', /is the project's folder or holds it/u],
    ['the project by another name', 'link-to-project', /is the project's folder or holds it/u],
    ['the content', 'here/project/content', /belongs to the project \(content\)/u],
    ['a folder of the content', 'here/project/content/topics', /belongs to the project \(content\)/u],
    ['the content by another name', 'link-to-content', /belongs to the project \(content\)/u],
    ['the source', 'here/project/src', /belongs to the project \(src\)/u],
    ['a folder of the tests', 'here/project/tests/site', /belongs to the project \(tests\)/u],
    ['the packages', 'here/project/node_modules', /belongs to the project/u],
    ['the history', 'here/project/.git', /belongs to the project/u],
    ['a folder with files of somebody', 'full', /holds files that no build of ours has made/u],
    ['such a folder in the project', 'here/project/mine', /holds files that no build of ours has made/u],
    ['a file', 'here/project/README.md', /is a file/u],
  ])('%s', (_, place, why) => {
    const said = whyNotInto(at(place), project);
    expect(said).toMatch(why);
    expect(said).toMatch(/ To mend: /u);
    expect(said).not.toContain('\n');
  });

  test('the place where a disk is mounted', () => expect(whyNotInto('/proc', project)).toMatch(/is where a disk is mounted/u));

  test('content that lies elsewhere', () => {
    vi.stubEnv('CONTENT_DIR', at('full'));
    expect(whyNotInto(at('full/site'), project)).toMatch(/belongs to the project/u);
  });
});

test.each(["/home/o'brien/on-record", '/srv/#1', '/why?/on-record', '/a"b"/on-record'])('nothing is built in %s, where Vite cannot', (place) => {
  expect(whyNotHere(place)).toMatch(/^The project lies in .* with ['"#?] in its name\. To mend: [^\n]+$/u);
});

test.each(['/home/me/on-record', '/srv/Über uns (1)/100% [new] & {old}'])('a project may lie in %s', (place) => expect(whyNotHere(place)).toBeUndefined());

test('a build begins where the last one was stopped, and not beside one that is under way', () => {
  const lock = at('here/project/.tmp/building.lock');
  fs.mkdirSync(path.dirname(lock));
  fs.writeFileSync(lock, String(process.ppid));
  expect(whyNotNow(lock)).toMatch(/^Another build \(process \d+\) is under way in this folder\. To mend: [^\n]+$/u);
  // Above the largest number that a process can have.
  fs.writeFileSync(lock, String(2 ** 30));
  expect(whyNotNow(lock)).toBeUndefined();
  expect(fs.readFileSync(lock, 'utf8')).toBe(String(process.pid));
});

test('a whole site takes the place of the last one, and of nothing else', () => {
  fs.mkdirSync(at('aside'));
  fs.writeFileSync(at('aside/index.html'), 'new');
  takePlace(at('aside'), path.join(project, 'dist'));
  expect(fs.readdirSync(path.join(project, 'dist')).sort()).toEqual(['.on-record-site', 'index.html']);
  expect(fs.readFileSync(path.join(project, 'dist/index.html'), 'utf8')).toBe('new');
  expect(fs.readdirSync(project).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(whyNotInto(path.join(project, 'dist'), project)).toBeUndefined();
});
