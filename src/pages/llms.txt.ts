import type { APIRoute } from 'astro';
import { llmsText } from '../features/markdown/markdown.ts';
import { getRecord } from '../record/door.ts';

export const GET: APIRoute = async () => new Response(llmsText(await getRecord()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
