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

/**
 * How much was found, in words.
 * @param quotes how many
 * @param questions how many
 * @param lacks words that the first quote lacks, where none holds all
 */
export function foundInWords(quotes: number, questions: number, lacks: readonly string[]): string {
  const counted = (count: number, one: string) => (count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`]);
  const found = `${[...counted(questions, 'question'), ...counted(quotes, 'quote')].join(' and ')} found.`;
  return lacks.length === 0 ? found : `No quote holds all these words. ${found} The first quote lacks ${inMarks(lacks)}.`;
}
