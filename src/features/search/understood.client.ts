import type { Answer } from './answer.ts';
import { copyOf, inMarks } from './question-cards.client.ts';

/**
 * Says what was understood: each filter as a button that takes it off, each misspelt word with what it is taken for.
 * @param page has the template of such a button
 * @param line what to fill; hidden when nothing was
 */
export function showUnderstood(page: HTMLElement, line: HTMLElement, { understood: { named, corrected } }: Answer): void {
  const chips = named.map(({ filter, value, office }) => {
    const chip = copyOf(page, 'chip');
    chip.dataset['off'] = filter;
    chip.prepend(office ? `${value} (${office})` : value);
    return chip;
  });
  const meant = [...corrected].map(([typed, word]) => `${word} for “${typed}”`);
  line.hidden = chips.length + meant.length === 0;
  line.querySelector('span')!.replaceChildren(...chips, meant.join(', '));
}

const KINDS = ['question', 'article', 'quote'];

/**
 * How much was found, in words.
 * @param counts of questions, articles and quotes
 * @param lacks words that the first quote lacks, where none holds all
 */
export function foundInWords(counts: readonly number[], lacks: readonly string[]): string {
  const counted = counts.flatMap((count, kind) => (count === 0 ? [] : `${count.toLocaleString('en-GB')} ${KINDS[kind]}${count === 1 ? '' : 's'}`));
  const found = `${counted.join(', ').replace(/, (?=[^,]*$)/u, ' and ')} found.`;
  return lacks.length === 0 ? found : `No quote holds all these words. ${found} The first quote lacks ${inMarks(lacks)}.`;
}
