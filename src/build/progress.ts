import { progress } from '@clack/prompts';

/**
 * A bar for a person who looks on; into a log nothing is written.
 * @param label what is being done
 * @param pieces how many pieces it has
 */
export function progressBar(label: string, pieces: number): { advance(): void; stop(): void } {
  if (!process.stdout.isTTY) return { advance() {}, stop() {} };
  const bar = progress({ max: pieces });
  bar.start(label);
  return { advance: () => bar.advance(), stop: () => bar.stop(label) };
}
