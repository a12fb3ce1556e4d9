/** A button that prints the page; its place is kept, and it is unseen where it could do nothing. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
      window.print();
    });
  }
}

/** Makes `<print-button>` known to the browser. */
export function definePrintButton(): void {
  customElements.define('print-button', PrintButton);
}
