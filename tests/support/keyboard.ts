import type { Page } from 'playwright-core';

/** A control that Tab came to, and what is wrong with how it is shown. */
export interface Stop {
  /** Which of the page's controls it is, in the order of the HTML; -1 for something that is none. */
  at: number;
  /** Tag, class and words, to find it by. */
  name: string;
  /** Controls of one kind look alike. */
  kind: string;
  /** What a reader would not see: empty where all is well. */
  wrong: string[];
}

/**
 * Puts what a walk needs into the page: `walk.controls()` and `walk.look()`. Runs inside the page.
 * The controls are what can be seen and operated, in the order of the HTML; a group of radio buttons is one of them.
 */
export function prepareWalk(): void {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]';
  const inTurn = (element: HTMLElement) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const groupOf = (element: Element) => (element instanceof HTMLInputElement && element.type === 'radio' ? element.name : undefined);

  const controls = () => {
    const groups = new Set<string>();
    return [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(inTurn).filter((element) => {
      const group = groupOf(element);
      if (group === undefined) return true;
      const known = groups.has(group);
      groups.add(group);
      return !known;
    });
  };
  const all = controls();
  const place = (element: Element) => all.findIndex((control) => control === element || (groupOf(element) !== undefined && groupOf(control) === groupOf(element)));

  /** Red, green and blue from 0 to 255, and the opacity; mixed colours are given as shares of one. */
  const rgba = (colour: string) => (colour.match(/[\d.]+/gu) ?? []).map((part, at) => Number(part) * (colour.startsWith('color(srgb') && at < 3 ? 255 : 1));
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = rgba(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string) => {
    const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const groundOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgba(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };

  /** The outline of the control or of what stands around it: 2 pixels wide and 3 to 1 against what is beside it (WCAG 2.4.7 and 1.4.11). */
  const outlineProblem = (element: HTMLElement): string | undefined => {
    let best = 'no outline';
    for (let at: HTMLElement | null = element, steps = 0; at && steps < 4; at = at.parentElement, steps++) {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
      if (outlineStyle === 'none' || outlineStyle === 'auto') continue;
      const ratio = contrast(outlineColor, groundOf(at.parentElement));
      if (parseFloat(outlineWidth) >= 2 && ratio >= 3) return undefined;
      best = `outline of ${outlineWidth}, contrast ${ratio.toFixed(1)}`;
    }
    return best;
  };

  /** Nothing may lie over the control, and it must be in the window (WCAG 2.4.11, and all of it where it fits). */
  const coverProblem = (element: HTMLElement): string | undefined => {
    const own = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const hits = (x: number, y: number) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (element.contains(found) || (found.contains(element) && found.closest('label, summary, a') !== null) || found.closest('label')?.contains(element) === true);
    };
    for (const box of own) {
      const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const fits = box.height <= innerHeight / 2;
      if (fits && (box.top < -1 || box.bottom > innerHeight + 1 || box.right < 0 || box.left > innerWidth)) return `outside the window: ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`;
      const places = fits ? [top + 3, (top + bottom) / 2, bottom - 3] : [(top + bottom) / 2];
      const covered = places.find((y) => !hits(x, y));
      if (covered !== undefined) return `covered by ${document.elementFromPoint(x, covered)?.outerHTML.slice(0, 60)}`;
    }
    return own.length === 0 ? 'no box' : undefined;
  };

  const look = (): Stop => {
    const element = document.activeElement as HTMLElement;
    const name = `${element.localName}.${element.className} ${(element.getAttribute('aria-label') ?? (element.id || element.textContent || '')).trim().slice(0, 40)}`;
    const kind = `${element.localName}.${element.className} in ${element.parentElement?.localName}.${element.parentElement?.className}`;
    const wrong = [outlineProblem(element), coverProblem(element)].filter((problem) => problem !== undefined);
    return { at: place(element), name, kind, wrong };
  };

  Object.assign(globalThis, { walk: { count: all.length, look } });
}

interface Walk {
  count: number;
  look(): Stop;
}

/** What a walk through a page came to. */
export interface Walked {
  controls: number;
  /** In turn. */
  stops: Stop[];
  /** Does one more press leave the last of them? */
  leaves: boolean;
}

/**
 * Presses a key once for each control of a page: Tab from its top, or Shift and Tab from its end.
 * @param page a page in which nothing has the focus
 * @param at called at each control, with the focus on it
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab', at: (stop: Stop) => Promise<void> = async () => {}): Promise<Walked> {
  await page.evaluate(prepareWalk);
  const controls = await page.evaluate(() => (globalThis as unknown as { walk: Walk }).walk.count);
  const look = () => page.evaluate(() => (globalThis as unknown as { walk: Walk }).walk.look());
  const stops: Stop[] = [];
  for (let press = 0; press < controls; press++) {
    await page.keyboard.press(key);
    const stop = await look();
    stops.push(stop);
    await at(stop);
  }
  await page.keyboard.press(key);
  return { controls, stops, leaves: (await look()).at !== stops.at(-1)?.at };
}

/**
 * Presses Tab until an element has the focus.
 * @throws Error when it never has
 */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}
