import { spawn } from 'node:child_process';

/** What is waited for on the screen, and the keys that are pressed then. */
export type Step = readonly [seen: string, keys: string];

export const KEYS = { enter: '\r', down: '\u001b[B', ctrlC: '\u0003', ctrlD: '\u0004' } as const;

/** As a terminal hands on what is pasted, when a program has asked it to mark that. */
export const pasted = (text: string) => `\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`;

/**
 * Runs a program in a terminal of its own (`script`, of util-linux) and answers it.
 * @param args the program's file and its arguments
 * @param env settings of it
 * @param steps in their order; each waits for what has not been seen by the one before
 * @returns its exit code and all that it wrote, without what moves the cursor; the code is null when it waits for something that never comes
 */
export function inTerminal(args: readonly string[], env: Readonly<Record<string, string>>, steps: readonly Step[]): Promise<{ code: number | null; screen: string }> {
  const words = [process.execPath, ...args].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qefc', `stty cols 120 rows 40; exec ${words}`, '/dev/null'], { env: { ...process.env, NODE_OPTIONS: '', TERM: 'xterm', ...env }, timeout: 30_000, killSignal: 'SIGKILL' });
    const left = [...steps];
    let screen = '';
    let seen = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen = (screen + text).replaceAll(/\u001b\[[\d;?]*[A-Za-z]/gu, '');
      for (const [what, keys] of left.slice(0, 1)) {
        const at = screen.indexOf(what, seen);
        if (at === -1) return;
        seen = at + what.length;
        left.shift();
        child.stdin.write(keys);
      }
    });
    child.stdin.on('error', () => {});
    child.on('error', reject).on('close', (code) => resolve({ code, screen }));
  });
}
