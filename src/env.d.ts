/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The article of the page, for the blocks in its text: nothing else reaches a component that a body names. */
    article: import('./features/article/article.ts').ArticleView;
  }
}
