import type { APIRoute } from 'astro';
import { getRecord } from '../../../data/record.ts';
import { quizPool } from '../../../domain/quiz-pool.ts';
import { quoteUrl } from '../../../urls.ts';

/** What the quiz asks, fetched once by its page. */
export const GET: APIRoute = async () => Response.json(quizPool(await getRecord(), quoteUrl));
