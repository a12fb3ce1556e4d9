import type { ContentFile } from './yaml.ts';

/** A repository at GitHub, and who asks. Public files can be read without a token. */
export interface Repository {
  /** `owner/name`. */
  name: string;
  token?: string;
}

/** What GitHub answers, as far as we read it. */
interface Answer {
  sha: string;
  content: string;
  object: { sha: string };
  html_url: string;
  message: string;
}

const API = 'https://api.github.com/repos/';
const MAIN = 'main';

/**
 * The text of a content file as it stands in the repository; undefined where there is none.
 * @throws Error with what GitHub said
 */
export async function textInRepository(repository: Repository, file: string): Promise<string | undefined> {
  const answer = await call(repository, 'GET', `contents/content/${file}?ref=${MAIN}`, undefined, [404]);
  return answer && new TextDecoder().decode(Uint8Array.from(atob(answer.content.replace(/\s/gu, '')), (sign) => sign.charCodeAt(0)));
}

/**
 * Opens a pull request that changes files of the content.
 * @param branch the name of its branch, which must not be there yet
 * @returns its address
 * @throws Error with what GitHub said
 */
export async function openPullRequest(repository: Repository, branch: string, title: string, body: string, files: readonly ContentFile[]): Promise<string> {
  const main = await call(repository, 'GET', `git/ref/heads/${MAIN}`);
  await call(repository, 'POST', 'git/refs', { ref: `refs/heads/${branch}`, sha: main!.object.sha });
  for (const { file, text } of files) {
    const before = await call(repository, 'GET', `contents/content/${file}?ref=${branch}`, undefined, [404]);
    const content = btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
    await call(repository, 'PUT', `contents/content/${file}`, { message: title, branch, content, sha: before?.sha });
  }
  return (await call(repository, 'POST', 'pulls', { title, body, head: branch, base: MAIN }))!.html_url;
}

async function call({ name, token }: Repository, method: string, path: string, body?: object, passed: readonly number[] = []): Promise<Answer | undefined> {
  const response = await fetch(`${API}${name}/${path}`, {
    method,
    headers: { accept: 'application/vnd.github+json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (passed.includes(response.status)) return undefined;
  const answer = (await response.json()) as Answer;
  if (!response.ok) throw new Error(`GitHub answered ${response.status}: ${answer.message}`);
  return answer;
}
