import type { APIRoute } from 'astro';
import { site } from '../site/settings.ts';
import { path } from '../site/urls.ts';

/**
 * What a tablet needs to put the site among its apps: https://www.w3.org/TR/appmanifest/. No colour of the frame stands here,
 * because it could be one only: the device takes its own, light or dark.
 */
const MANIFEST = {
  name: site.name,
  short_name: site.name,
  description: site.description,
  lang: site.language,
  id: path('/'),
  start_url: path('/'),
  scope: path('/'),
  display: 'standalone',
  icons: [
    { src: path('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
    { src: path('/icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: path('/icon-512.png'), sizes: '512x512', type: 'image/png' },
    { src: path('/icon-maskable.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'In class', url: path('/class/') },
    { name: 'Who said it?', url: path('/class/who-said-it/') },
  ],
};

export const GET: APIRoute = () => Response.json(MANIFEST);
