/** How often the seconds are looked at, in milliseconds. */
const LOOK = 200;

/**
 * Counts down. It looks at the clock, so a tab that slept has not gained time.
 * @param seconds where to begin, 1 or more
 * @param tick is told the whole seconds left, each once, from `seconds` down to 1
 * @param done is told when the time is up
 * @returns stops the countdown for good
 */
export function countDown(seconds: number, tick: (left: number) => void, done: () => void): () => void {
  const end = performance.now() + seconds * 1000;
  let shown = seconds;
  tick(seconds);
  const timer = setInterval(() => {
    const left = Math.ceil((end - performance.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      done();
    } else if (left !== shown) {
      shown = left;
      tick(left);
    }
  }, LOOK);
  return () => clearInterval(timer);
}
