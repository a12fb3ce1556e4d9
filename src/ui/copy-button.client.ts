import { copyText } from './copy-text.client.ts';

/** How long the button says that it has copied, in milliseconds. */
const SAID_FOR = 2500;

/**
 * `<copy-button for="id" label="Copy Harvard" hidden>`: copies the text of the element with that id, or the value of
 * its field. It stays hidden without JavaScript, makes its own button, and says what it did to those who cannot see it.
 */
class CopyButton extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = 'Copy';
    const label = this.getAttribute('label');
    if (label) button.setAttribute('aria-label', label);
    const status = document.createElement('span');
    status.className = 'unseen';
    status.setAttribute('role', 'status');
    this.append(button, status);
    button.addEventListener('click', async () => this.#say(button, status, await this.#copy()));
    this.hidden = false;
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #copy(): Promise<boolean> {
    const target = document.getElementById(this.getAttribute('for') ?? '');
    if (!target) return false;
    const text = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target.value : (target.textContent ?? '');
    if (await copyText(text.trim())) return true;
    // Where the clipboard is out of reach the words stand selected, one key press away.
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) target.select();
    else getSelection()?.selectAllChildren(target);
    return false;
  }

  #say(button: HTMLButtonElement, status: HTMLElement, copied: boolean): void {
    button.textContent = copied ? 'Copied' : 'Selected';
    status.textContent = copied ? 'Copied' : 'The text is selected: press Ctrl or Cmd and C to copy it.';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      button.textContent = 'Copy';
      status.textContent = '';
    }, SAID_FOR);
  }
}

/** Makes `<copy-button>` known to the browser; a second call does nothing. */
export function defineCopyButton(): void {
  if (!customElements.get('copy-button')) customElements.define('copy-button', CopyButton);
}
