/** A button that prints the page; it stays hidden where it could do nothing. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
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
