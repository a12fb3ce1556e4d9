/** What we use of a service worker's world (https://developer.mozilla.org/docs/Web/API/ServiceWorkerGlobalScope); the DOM types do not have it. */
interface WorkerScope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { request: Request; respondWith(response: Promise<Response>): void }) => void): void;
}

/**
 * The service worker. It keeps nothing itself: the page that the reader asked has put the files into the cache.
 * Files whose names change with their content come from the kept copy; everything else from the network, and from the
 * kept copy when the network gives nothing, gives an error, or takes longer than four seconds.
 * It is written into `sw.js` as it stands here, so everything it needs is inside it.
 */
export function offlineWorker(worker: WorkerScope): void {
  const { scope } = worker.registration;
  const patience = 4000;
  const hashed = /\/_astro\/|\.pf_(?:fragment|index|meta|filter)$/u;

  worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const own = request.method === 'GET' && request.url.startsWith(scope);
    // The list and the bundle of files must be the newest.
    if (own && !/^offline\/[^/]+\.(?:json|bin)/u.test(request.url.slice(scope.length))) event.respondWith(answer(request));
  });

  async function answer(request: Request): Promise<Response> {
    const kept = await keptCopy(request.url);
    if (kept && hashed.test(new URL(request.url).pathname)) return kept;
    const live = fetch(request);
    if (!kept) return live.catch((error: unknown) => withoutCopy(request, error));
    const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience));
    return Promise.race([
      live.then(
        (response) => (response.status >= 500 ? kept : response),
        () => kept,
      ),
      late,
    ]);
  }

  async function keptCopy(url: string): Promise<Response | undefined> {
    const found = await caches.match(url, { ignoreSearch: true });
    const type = found?.headers.get('x-kept-gzip') === '1' ? found.body : undefined;
    return found && type ? new Response(type.pipeThrough(new DecompressionStream('gzip')), { headers: found.headers }) : found;
  }

  async function withoutCopy(request: Request, error: unknown): Promise<Response> {
    if (request.mode !== 'navigate') throw error;
    const { pathname } = new URL(request.url);
    if (!pathname.endsWith('/') && (await caches.match(`${pathname}/`))) return Response.redirect(`${pathname}/`);
    const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not kept</title><h1>This page is not kept for offline</h1><p>It cannot be read without a connection. <a href="${scope}">Go to the home page</a>.</p></html>`;
    return new Response(page, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
}
