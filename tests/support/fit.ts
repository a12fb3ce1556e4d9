/** Letters, words and lines as far apart as a reader may set them (WCAG 2.2, 1.4.12). */
export const TEXT_SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
/** Text twice as large while the window stays as it is (WCAG 2.2, 1.4.4). */
export const LARGE_TEXT = 'html { font-size: 200% }';

/**
 * What of the page that stands open cannot be read as it is shown. Runs inside the page.
 * @returns one line a problem: the page scrolls sideways, text is cut off or runs out of its box, two texts lie over each
 * other, or what sticks to an edge takes more than a third of the window
 */
export function unreadable(): string[] {
  const problems = new Set<string>();
  const shown = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const words = (element: Element) => `${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 30)}”`;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) problems.add(`scrolls sideways: ${root.scrollWidth} of ${innerWidth} px`);

  // What is there for screen readers alone is cut off on purpose.
  const visible = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => shown(element) && !element.closest('svg'));
  const unseen = visible.filter((element) => getComputedStyle(element).clipPath !== 'none');
  const seen = visible.filter((element) => !unseen.some((one) => one.contains(element)));
  const stuck = seen.filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position));

  for (const element of seen) {
    const { overflowX, overflowY, display } = getComputedStyle(element);
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    if ((cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1)) problems.add(`cut off: ${words(element)}`);
    const holdsText = element.matches('a, button, label, legend, summary, th, td, li, dt, dd, p, h1, h2, h3, h4');
    if (holdsText && display !== 'inline' && overflowX === 'visible' && element.scrollWidth > element.clientWidth + 2) problems.add(`runs out of its box: ${words(element)}`);
  }
  for (const field of seen.filter((element) => element instanceof HTMLInputElement && element.placeholder !== '') as HTMLInputElement[]) {
    field.value = field.placeholder;
    if (field.scrollWidth > field.clientWidth) problems.add(`hint cut off: ${field.placeholder}`);
    field.value = '';
  }

  const lines: { text: string; box: DOMRect }[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (text === '' || !parent || !seen.includes(parent) || stuck.some((one) => one.contains(parent))) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    lines.push(...[...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map((box) => ({ text, box })));
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  for (const [at, { text, box }] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next]!.box.top < box.bottom; next++) {
      const other = lines[next]!;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
      // Line boxes of neighbours touch; letters lie over letters when a good part of the height is shared.
      if (across > 2 && down > 0.4 * Math.min(box.height, other.box.height)) problems.add(`one over the other: “${text.slice(0, 30)}” and “${other.text.slice(0, 30)}”`);
    }
  }

  const taken = stuck.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
  if (taken > innerHeight / 3) problems.add(`what sticks takes ${Math.round(taken)} of ${innerHeight} px`);
  return [...problems];
}

/** What still moves by itself where a reader asked for less motion: elements and their pseudo-elements. Runs inside the page. */
export function moving(): string[] {
  const longest = (list: string) => Math.max(...list.split(',').map((time) => parseFloat(time)));
  return [...document.querySelectorAll('*')].flatMap((element) =>
    ['', '::before', '::after'].flatMap((pseudo) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element, pseudo === '' ? null : pseudo);
      const moves = longest(transitionDuration) > 0.01 || (animationName !== 'none' && longest(animationDuration) > 0.01) || scrollBehavior === 'smooth';
      return moves ? [`${element.localName}.${element.className}${pseudo}`] : [];
    }),
  );
}
