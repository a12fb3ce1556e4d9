/**
 * Lets `/` jump to a search field, as readers of reference sites expect.
 * @param id the field's id
 */
export function focusOnSlash(id: string): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const typing = target.isContentEditable || /^(?:input|select|textarea)$/iu.test(target.tagName);
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
