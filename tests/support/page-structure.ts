/** How a page is built for those who move by headings, landmarks and links. Texts have their white space folded. */
export interface PageStructure {
  route: string;
  title: string;
  /** Levels of the headings in order, such as 1, 2, 2, 3. */
  headings: number[];
  /** How many of each landmark there are that a page may have only once. */
  once: Record<'main' | 'banner' | 'contentinfo', number>;
  /** Names of the navigation landmarks; '' for one without. */
  navigations: string[];
  /** Links and buttons without a name, as HTML. */
  nameless: string[];
  /** Names that lead to two places although what stands around them is the same. */
  unclearLinks: string[];
  /** Tables without a caption, without heading cells, or with a heading cell that does not say what it heads, as HTML. */
  tables: string[];
  /** Pictures without a text or a mark that says they need none, as HTML. */
  pictures: string[];
}

/**
 * Reads the structure of many pages out of their HTML, without drawing them. Runs inside a page of the site, whose browser has the parser.
 * @param routes paths from the home page, without a slash in front
 */
export async function readStructures(routes: readonly string[]): Promise<PageStructure[]> {
  const fold = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, ' ').trim();
  const start = (element: Element) => element.outerHTML.slice(0, 120);

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
  const level = (heading: Element) => Number(heading.tagName.slice(1));

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
    const headings = all('h1, h2, h3, h4, h5, h6').filter((heading) => !heading.closest('[hidden]'));
    const places = new Map<string, Set<string>>();
    for (const link of all('a[href]')) {
      const landmark = link.closest('header, nav, main, footer')?.tagName;
      const key = `${landmark}: ${nameOf(link, page)} ${context(link, headings)}`;
      places.set(key, (places.get(key) ?? new Set()).add(link.getAttribute('href') ?? ''));
    }
    const outside = (selector: string) => all(selector).filter((element) => !element.closest('main, article, section, nav, aside')).length;
    return {
      route,
      title: page.title,
      headings: headings.map(level),
      once: { main: all('main, [role=main]').length, banner: outside('header, [role=banner]'), contentinfo: outside('footer, [role=contentinfo]') },
      navigations: all('nav, [role=navigation]').map((navigation) => (navigation.hasAttribute('aria-label') || navigation.hasAttribute('aria-labelledby') ? nameOf(navigation, page) : '')),
      nameless: all('a[href], button, summary')
        .filter((control) => !control.closest('[hidden]') && nameOf(control, page) === '')
        .map(start),
      unclearLinks: [...places].filter(([, to]) => to.size > 1).map(([key, to]) => `${key} → ${[...to].join(' , ')}`),
      tables: all('table')
        .filter((one) => textOf(one.querySelector('caption') ?? page.createElement('p')) === '' || one.querySelector('th') === null || one.querySelector('th:not([scope])') !== null)
        .map(start),
      pictures: all('img:not([alt]), svg:not([aria-hidden=true]):not([role=img]), svg[role=img]:not([aria-label]):not([aria-labelledby])').map(start),
    };
  };

  const found: PageStructure[] = [];
  for (const route of routes) found.push(await read(route));
  return found;
}
