import type { APIRoute } from 'astro';
import { questionIndex } from '../../features/search/question-index.ts';
import { getRecord } from '../../record/door.ts';

/** What the search page knows before any quote is loaded. */
export const GET: APIRoute = async () => new Response(JSON.stringify(questionIndex(await getRecord())), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
