import type { Part } from './quiz-draw.client.ts';

/** Seconds left at which a screen reader is told. */
const WARN = 10;

/** How often the seconds are looked at, in milliseconds. */
const LOOK = 200;

/**
 * Counts down before the reader's eyes, and tells a screen reader when little is left. It looks at the clock, so a tab
 * that slept has not gained time.
 * @param part finds the parts of the quiz
 * @param clock.seconds of a whole question; 0 shows no clock
 * @param clock.left where to begin; nothing when the clock was stopped, 0 when the time is up
 * @param clock.tick is told each second how many are left; the last is 0
 * @returns stops the countdown for good
 */
export function showClock(part: Part, { seconds, left: first, tick }: { seconds: number; left: number | undefined; tick: (left: number) => void }): () => void {
  const bar = part<HTMLProgressElement>('bar');
  const left = part('left');
  const stop = part('stop');
  part('clock').hidden = seconds === 0;
  stop.hidden = !first;
  const end = performance.now() + (first ?? 0) * 1000;
  const show = (remaining: number) => {
    left.textContent = remaining === 0 ? 'Time is up' : `${remaining} ${remaining === 1 ? 'second' : 'seconds'} left`;
    bar.value = remaining;
    if (remaining === WARN) part('status').textContent = `${left.textContent}.`;
  };
  bar.max = seconds;
  if (first === undefined) left.textContent = 'Clock stopped';
  else show(first);
  if (!first) return () => {};
  const halt = () => {
    clearInterval(timer);
    stop.hidden = true;
  };
  const timer = setInterval(() => {
    const remaining = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    if (remaining === bar.value) return;
    if (remaining === 0) halt();
    show(remaining);
    tick(remaining);
  }, LOOK);
  return halt;
}
