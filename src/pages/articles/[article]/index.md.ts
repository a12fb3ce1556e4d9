import type { APIRoute } from 'astro';
import { articleMarkdown } from '../../../features/article/article-markdown.ts';
import { shownArticles } from '../../../features/article/article.ts';
import { getContent } from '../../../record/door.ts';

export async function getStaticPaths() {
  const { record, entries } = await getContent();
  const bodies = new Map(entries.articles.map(({ id, body }) => [id, body]));
  return shownArticles(record, import.meta.env.DEV).map((article) => ({ params: { article: article.id }, props: { text: articleMarkdown({ article, record }, bodies.get(article.id) ?? '') } }));
}

export const GET: APIRoute = ({ props }) => new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
