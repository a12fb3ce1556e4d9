import { defineMiddleware } from 'astro:middleware';
import { securePage } from './site/secure-page.ts';
import { namesInScripts } from './site/used-css.ts';

const scripted = namesInScripts(Object.values(import.meta.glob<string>(['./features/*/*.client.ts', './ui/*.client.ts'], { query: '?raw', import: 'default', eager: true })));

/**
 * Every page gets its policy as it is built: reading and writing ten thousand pages once more at the end took a fifth of
 * the build. In development there is none, because Vite's own scripts and styles would break it.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.DEV || !(response.headers.get('Content-Type') ?? '').startsWith('text/html')) return response;
  return new Response(securePage(new Uint8Array(await response.arrayBuffer()), scripted), response);
});
