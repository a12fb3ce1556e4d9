import { defineCopyButton } from '../../ui/copy-button.client.ts';

/** `<copy-list>`: gives each text of a list its button to copy, and what programs read its link to save it as a file. Without JavaScript the texts are there alone. */
class CopyList extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('copy-button')) return;
    for (const text of this.querySelectorAll('pre')) {
      const label = text.parentElement?.querySelector('summary')?.textContent?.trim() ?? '';
      const button = document.createElement('copy-button');
      button.setAttribute('label', `Copy ${label}`);
      button.setAttribute('for', text.id);
      const { file } = text.dataset;
      if (file) text.after(saveLink(label, file, text.textContent ?? ''));
      text.closest('li')?.append(button);
    }
  }
}

function saveLink(label: string, file: string, text: string): HTMLAnchorElement {
  const href = URL.createObjectURL(new Blob([text, '\n'], { type: 'text/plain' }));
  return Object.assign(document.createElement('a'), { className: 'button', download: file, href, textContent: `Save ${label}` });
}

/** Makes `<copy-list>` known to the browser; a second call does nothing. */
export function defineCopyList(): void {
  defineCopyButton();
  if (!customElements.get('copy-list')) customElements.define('copy-list', CopyList);
}
