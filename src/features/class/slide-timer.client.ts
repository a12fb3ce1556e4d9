/** How often the time is looked at, in milliseconds. */
const LOOK = 200;

/** The timer of a step: a button that starts it, stops it and goes on. It looks at the clock, so a window that slept has not gained time. */
export class SlideTimer {
  private readonly button: HTMLButtonElement;
  private readonly say: (text: string) => void;
  private left = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private minutes: string | undefined;

  /**
   * @param button shows the time that is left
   * @param say tells a screen reader
   */
  constructor(button: HTMLButtonElement, say: (text: string) => void) {
    this.button = button;
    this.say = say;
  }

  /** Sets it for a step; one that is set for so many minutes already goes on. */
  set(minutes: string | undefined): void {
    if (minutes === this.minutes) return;
    this.halt();
    this.minutes = minutes;
    this.left = Number(minutes ?? 0) * 60;
    this.button.hidden = minutes === undefined;
    this.button.textContent = `Timer: ${minutes} minutes`;
  }

  /** Starts it, or stops it. */
  press(): void {
    if (this.minutes === undefined || this.ticking !== undefined) {
      if (this.ticking !== undefined) this.say('Timer stopped.');
      return this.halt();
    }
    if (this.left === 0) this.left = Number(this.minutes) * 60;
    const end = performance.now() + this.left * 1000;
    this.say('Timer started.');
    this.show();
    this.ticking = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      if (left === this.left) return;
      this.left = left;
      this.show();
      if (left > 0) return;
      this.halt();
      this.say('Time is up.');
    }, LOOK);
  }

  private halt(): void {
    clearInterval(this.ticking);
    this.ticking = undefined;
  }

  private show(): void {
    this.button.textContent = this.left === 0 ? 'Time is up' : `${Math.floor(this.left / 60)}:${String(this.left % 60).padStart(2, '0')}`;
  }
}
