import type { APIRoute } from 'astro';
import { getRecord } from '../../../record/door.ts';
import { quizPool } from '../../../features/quiz/quiz-pool.ts';
import { quoteUrl } from '../../../site/urls.ts';

/** What the quiz asks, fetched once by its page. */
export const GET: APIRoute = async () => Response.json(quizPool(await getRecord(), quoteUrl));
