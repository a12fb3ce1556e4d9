import { defineMiddleware } from 'astro:middleware';
import { securePage } from './site/secure-page.ts';

/**
 * Every page gets its policy as it is built: reading and writing ten thousand pages once more at the end took a fifth of
 * the build. In development there is none, because Vite's own scripts and styles would break it.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  return new Response(securePage(await response.text()), response);
});
