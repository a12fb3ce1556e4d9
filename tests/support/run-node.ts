import { spawn } from 'node:child_process';

/** What a program did. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program under the Node of the tests, for at most three minutes.
 * @param args the program's file and its arguments
 * @param env its whole environment
 * @param input what it reads from standard input
 */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv, input: string | Uint8Array = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...env, NODE_OPTIONS: '' }, timeout: 180_000, killSignal: 'SIGKILL' });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }));
    child.stdin.on('error', () => {}).end(input);
  });
}
