import type { Part } from './quiz-draw.client.ts';

/** Seconds left at which a screen reader is told. */
const WARN = 10;

/** How often the seconds are looked at, in milliseconds. */
const LOOK = 200;

/**
 * Counts down before the reader's eyes, and tells a screen reader when little is left. It looks at the clock, so a tab
 * that slept has not gained time.
 * @param part finds the parts of the quiz
 * @param seconds where to begin, 1 or more
 * @param done is told when the time is up
 * @returns stops the countdown for good
 */
export function showClock(part: Part, seconds: number, done: () => void): () => void {
  const bar = part<HTMLProgressElement>('bar');
  const left = part('left');
  const end = performance.now() + seconds * 1000;
  const show = (remaining: number) => {
    left.textContent = `${remaining} ${remaining === 1 ? 'second' : 'seconds'} left`;
    bar.value = remaining;
    if (remaining === WARN) part('status').textContent = `${left.textContent}.`;
  };
  bar.max = seconds;
  show(seconds);
  const timer = setInterval(() => {
    const remaining = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    if (remaining === bar.value) return;
    if (remaining > 0) return show(remaining);
    clearInterval(timer);
    bar.value = 0;
    left.textContent = 'Time is up';
    done();
  }, LOOK);
  return () => clearInterval(timer);
}
