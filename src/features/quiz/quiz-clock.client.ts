import type { Part } from './quiz-draw.client.ts';

/** Seconds left at which a screen reader is told. */
const WARN = 10;

/** How often the seconds are looked at, in milliseconds. */
const LOOK = 200;

/**
 * Counts down. It looks at the clock, so a tab that slept has not gained time.
 * @param seconds where to begin, 1 or more
 * @param tick is told the whole seconds left, each once, from `seconds` down to 1
 * @param done is told when the time is up
 * @returns stops the countdown for good
 */
function countDown(seconds: number, tick: (left: number) => void, done: () => void): () => void {
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

/**
 * Counts down before the reader's eyes, and tells a screen reader when little is left.
 * @param part finds the parts of the quiz
 * @param seconds where to begin, 1 or more
 * @param done is told when the time is up
 * @returns stops the countdown for good
 */
export function showClock(part: Part, seconds: number, done: () => void): () => void {
  const bar = part<HTMLProgressElement>('bar');
  const left = part('left');
  bar.max = seconds;
  const tick = (remaining: number) => {
    left.textContent = `${remaining} ${remaining === 1 ? 'second' : 'seconds'} left`;
    bar.value = remaining;
    if (remaining === WARN) part('status').textContent = `${left.textContent}.`;
  };
  return countDown(seconds, tick, () => {
    bar.value = 0;
    left.textContent = 'Time is up';
    done();
  });
}
