import type { APIRoute } from 'astro';
import { getRecord } from '../../data/record.ts';
import { checkableQuotes } from '../../domain/checkable.ts';
import { quoteUrl } from '../../urls.ts';

/** What the misquote check compares with, in the reader's browser. */
export const GET: APIRoute = async () => Response.json(checkableQuotes(await getRecord(), quoteUrl));
