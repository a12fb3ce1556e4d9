const WIDTH = 30;
const CLEAR = '\r\u001b[K';

/**
 * A bar where a person looks on; nothing in a log.
 * @param label what is being done
 * @param stream where to draw it
 * @returns to be told after each piece how many are done, and of how many; the bar goes away with the last
 */
export function progressBar(label: string, stream: NodeJS.WriteStream = process.stdout): (done: number, all: number) => void {
  if (!stream.isTTY) return () => {};
  let shown = -1;
  return (done, all) => {
    const filled = Math.floor((done / all) * WIDTH);
    if (done < all && filled === shown) return;
    shown = filled;
    stream.write(done === all ? CLEAR : `\r${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${all}`);
  };
}

/**
 * Does something that cannot say how far it is: a person who looks on sees for how long it has been at it.
 * @param label what is being done
 * @param work does it
 * @param stream where to say so; nothing is written into a log
 * @returns what the work gives
 */
export async function withClock<Result>(label: string, work: () => Promise<Result>, stream: NodeJS.WriteStream = process.stdout): Promise<Result> {
  if (!stream.isTTY) return work();
  const started = performance.now();
  const show = () => stream.write(`${CLEAR}${label}: ${Math.round((performance.now() - started) / 1000)} s`);
  show();
  const clock = setInterval(show, 1000);
  try {
    return await work();
  } finally {
    clearInterval(clock);
    stream.write(CLEAR);
  }
}
