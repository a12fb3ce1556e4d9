/** What every page is held to for those who move by headings, landmarks, links and tables. */
export const STRUCTURE = [
  'headings begin with the first level and leave no level out',
  'there is one header, one main part and one footer',
  'navigations have names of their own',
  'links and buttons have names',
  'links of one name in one place lead to one place',
  'tables have a caption and say what their headings head',
  'pictures have a text, or say that they need none, and their size',
] as const;

/** How a page is built. */
export interface PageStructure {
  route: string;
  title: string;
  /** What breaks a rule, by the rule's place in `STRUCTURE`. */
  wrong: readonly (readonly string[])[];
}

/**
 * Reads the structure of many pages out of their HTML, without drawing them. Runs inside a page of the site, whose browser has the parser.
 * @param routes paths from the home page, without a slash in front
 */
export async function readStructures(routes: readonly string[]): Promise<PageStructure[]> {
  const fold = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, ' ').trim();
  const start = (element: Element) => element.outerHTML.slice(0, 120);
  const level = (heading: Element) => Number(heading.tagName.slice(1));

  const textOf = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const silent of copy.querySelectorAll('[aria-hidden=true], [hidden], script, style')) silent.remove();
    for (const picture of copy.querySelectorAll('img[alt], svg[aria-label]')) picture.replaceWith(picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '');
    return fold(copy.textContent);
  };
  const nameOf = (element: Element, page: Document): string => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => fold(page.getElementById(id)?.textContent));
    return fold(element.getAttribute('aria-label')) || by.join(' ').trim() || textOf(element);
  };

  /** What a reader who meets the link knows from around it: its sentence or cell with the cell's row and column, and the headings above it. */
  const context = (link: Element, headings: readonly Element[]): string => {
    const block = link.closest('p, li, td, th, dd, dt, h1, h2, h3, h4, figcaption, summary') ?? link.parentElement ?? link;
    const item = block.parentElement?.closest('li');
    const row = block.closest('tr')?.querySelector('th');
    const column = block instanceof HTMLTableCellElement ? block.closest('table')?.querySelector('thead tr')?.children[block.cellIndex] : undefined;
    const before = headings.filter((heading) => (heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    const above: string[] = [];
    for (let limit = 7, index = before.length - 1; index >= 0; index--) {
      const heading = before[index]!;
      if (level(heading) >= limit) continue;
      limit = level(heading);
      above.push(fold(heading.textContent));
    }
    return JSON.stringify([fold(block.textContent), item && fold(item.textContent), row && fold(row.textContent), column && fold(column.textContent), ...above]);
  };

  const read = async (route: string): Promise<PageStructure> => {
    const page = new DOMParser().parseFromString(await (await fetch(`/${route}`)).text(), 'text/html');
    const all = (selector: string) => [...page.querySelectorAll(selector)];
    const shown = all('h1, h2, h3, h4, h5, h6').filter((heading) => !heading.closest('[hidden]'));
    const levels = shown.map(level);
    const outside = (selector: string) => all(selector).filter((element) => !element.closest('main, article, section, nav, aside')).length;
    const once = [all('main, [role=main]').length, outside('header, [role=banner]'), outside('footer, [role=contentinfo]')];
    const navigations = all('nav, [role=navigation]').map((one) => (one.matches('[aria-label], [aria-labelledby]') ? nameOf(one, page) : ''));
    const places = Map.groupBy(all('a[href]'), (link) => `${link.closest('header, nav, main, footer')?.tagName}: ${nameOf(link, page)} ${context(link, shown)}`);
    const unclear = [...places].map(([place, links]) => [place, new Set(links.map((link) => link.getAttribute('href')))] as const).filter(([, to]) => to.size > 1);
    return {
      route,
      title: page.title,
      wrong: [
        levels[0] === 1 && levels.every((one, at) => one <= (levels[at - 1] ?? 0) + 1) ? [] : [levels.join(' ')],
        once.every((count) => count === 1) ? [] : [once.join(' ')],
        navigations.includes('') || new Set(navigations).size < navigations.length ? [navigations.join(', ')] : [],
        all('a[href], button, summary')
          .filter((control) => !control.closest('[hidden]') && nameOf(control, page) === '')
          .map(start),
        unclear.map(([place, to]) => `${place} → ${[...to].join(' , ')}`),
        all('table')
          .filter((one) => textOf(one.querySelector('caption') ?? page.createElement('p')) === '' || one.querySelector('th') === null || one.querySelector('th:not([scope])') !== null)
          .map(start),
        all('img:not([alt]), img:not([width]), img:not([height]), svg:not([aria-hidden=true]):not([role=img]), svg[role=img]:not([aria-label]):not([aria-labelledby])').map(start),
      ],
    };
  };

  const found: PageStructure[] = [];
  for (const route of routes) found.push(await read(route));
  return found;
}
