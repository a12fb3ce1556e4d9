import type { APIRoute } from 'astro';
import { getRecord } from '../../record/door.ts';
import { checkable } from '../../features/check/checkable.ts';
import { quoteUrl } from '../../site/urls.ts';

/** What the misquote check compares with, in the reader's browser. */
export const GET: APIRoute = async () => Response.json(checkable(await getRecord(), quoteUrl));
