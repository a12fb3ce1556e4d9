import type { APIRoute } from 'astro';
import { shownArticles } from '../features/article/article.ts';
import { llmsText } from '../features/markdown/markdown.ts';
import { getRecord } from '../record/door.ts';

export const GET: APIRoute = async () => {
  const record = await getRecord();
  return new Response(llmsText(record, shownArticles(record, false)), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
