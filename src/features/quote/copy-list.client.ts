import { defineCopyButton } from '../../ui/copy-button.client.ts';

/**
 * `<copy-list>`: gives each line of a list its button to copy: the text that the line holds, else what its link
 * leads to. Without JavaScript the texts and links are there alone.
 */
class CopyList extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('copy-button')) return;
    for (const line of this.querySelectorAll('li')) {
      const text = line.querySelector('pre');
      const link = line.querySelector('a');
      const button = document.createElement('copy-button');
      button.setAttribute('label', `Copy ${(line.querySelector('summary') ?? link)?.textContent?.trim() ?? ''}`);
      if (text) button.setAttribute('for', text.id);
      else button.setAttribute('src', link?.href ?? '');
      line.append(button);
    }
  }
}

/** Makes `<copy-list>` known to the browser; a second call does nothing. */
export function defineCopyList(): void {
  defineCopyButton();
  if (!customElements.get('copy-list')) customElements.define('copy-list', CopyList);
}
