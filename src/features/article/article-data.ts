import type { Article, Quotation, WithContext } from 'schema-dts';
import { site } from '../../site/settings.ts';
import { absolute, articleUrl, homeAddress, quoteUrl } from '../../site/urls.ts';
import { type ArticleView, quotesIn } from './article.ts';

/** An article as a schema.org Article, with each quote in it as a Quotation: https://schema.org/Article */
export function articleData(view: ArticleView): WithContext<Article> {
  const { id, title, standfirst, author, published, updated, topics } = view.article;
  const publisher = { '@type': 'Organization', name: site.name, url: homeAddress } as const;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    url: absolute(articleUrl(id)),
    headline: title,
    description: standfirst,
    inLanguage: site.language,
    datePublished: published,
    dateModified: updated,
    author: author === site.name ? publisher : { '@type': 'Person', name: author },
    publisher,
    about: topics.map((topic) => ({ '@type': 'Thing', name: topic.title })),
    hasPart: quotesIn(view).map((quote): Quotation => ({
      '@type': 'Quotation',
      url: absolute(quoteUrl(quote)),
      text: quote.text,
      dateCreated: quote.date,
      creator: { '@type': quote.speaker.kind === 'person' ? 'Person' : 'Organization', name: quote.speaker.name },
    })),
  };
}
