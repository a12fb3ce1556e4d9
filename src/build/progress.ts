/** Most cells a bar has. */
const CELLS = 30;
/** Columns taken for a stream that does not say how many it has. */
const COLUMNS = 80;
const CLEAR = '\r\u001b[K';

/**
 * Does something piece by piece: a person who looks on sees a bar, which goes away at the end, also when the work fails.
 * @param label what is being done
 * @param work does it, and tells after each piece how many are done, and of how many
 * @param stream where to draw the bar; nothing is written into a log
 * @returns what the work gives
 */
export async function withBar<Result>(label: string, work: (progress: (done: number, all: number) => void) => Promise<Result>, stream: NodeJS.WriteStream = process.stdout): Promise<Result> {
  if (!stream.isTTY) return work(() => {});
  const columns = stream.columns || COLUMNS;
  let shown = -1;
  stream.write(CLEAR + `${label}…`.slice(0, columns - 1));
  try {
    return await work((done, all) => {
      // A line as wide as the window would break, and could not be cleared.
      const cells = Math.min(CELLS, columns - `${label}  ${all}/${all} `.length);
      const filled = Math.floor((done / all) * cells);
      if (cells < 1 || filled === shown) return;
      shown = filled;
      stream.write(`${CLEAR}${label} ${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${done}/${all}`);
    });
  } finally {
    stream.write(CLEAR);
  }
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
