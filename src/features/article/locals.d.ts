declare namespace App {
  interface Locals {
    /** The article of the page, set by its route: nothing else reaches a component that a body names. */
    article: import('./article.ts').ArticleView;
  }
}
