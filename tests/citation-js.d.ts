declare module '@citation-js/core' {
  /** Reads any format whose plugin is loaded; `data` is CSL-JSON. */
  export class Cite {
    constructor(input: string);
    data: unknown[];
  }
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
