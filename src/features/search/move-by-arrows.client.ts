/**
 * Moves between a field and the links below it by keyboard: down from the field into the links, up again, Escape back to
 * the field, and Escape in the field clears it.
 * @param field the field
 * @param links the links as they now stand
 * @param clear called for Escape in the field
 */
export function moveByArrows(field: HTMLInputElement, links: () => readonly HTMLElement[], clear: () => void): void {
  document.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const inField = document.activeElement === field;
    const move = (to: HTMLElement | undefined) => {
      if (!to) return;
      event.preventDefault();
      to.focus();
    };
    if (event.key === 'ArrowDown' && (inField || at !== -1)) move(all[at + 1]);
    else if (event.key === 'ArrowUp' && at !== -1) move(all[at - 1] ?? field);
    else if (event.key === 'Escape' && at !== -1) move(field);
    else if (event.key === 'Escape' && inField) clear();
  });
}
