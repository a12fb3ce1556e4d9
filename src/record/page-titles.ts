/** How pages that would have one title are told apart. */
export interface TitleRule<Item> {
  title: (item: Item) => string;
  /** What is added to titles that are alike, the shortest way first; the first way that tells all of them apart is taken. */
  apart: readonly ((item: Item) => string)[];
  /** Titles of other pages that must not be used again. */
  taken?: readonly string[];
}

/**
 * A title for each page that no other of them has: whoever has many tabs open, or hears a list of them, knows which is which.
 * @param items what the pages show
 * @returns in the same order; where no way tells them apart, they are counted
 */
export function distinctTitles<Item>(items: readonly Item[], { title, apart, taken = [] }: TitleRule<Item>): string[] {
  const alike = Map.groupBy(items, title);
  const given = new Map<Item, string>();
  for (const [words, group] of alike) {
    const alone = group.length === 1 && !taken.includes(words);
    const ways = alone ? [() => words] : [...apart.map((way) => (item: Item) => words + way(item)), (item: Item) => `${words} (${group.indexOf(item) + 1} of ${group.length})`];
    const way = ways.find((one) => new Set(group.map(one)).size === group.length);
    for (const item of group) given.set(item, way?.(item) ?? words);
  }
  return items.map((item) => given.get(item) ?? title(item));
}
