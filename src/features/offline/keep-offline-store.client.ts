import type { KeptFile, OfflineManifest, OfflineSummary, TopicLessons } from './kept-copy.ts';

/** Where things are: addresses of this site. */
export interface OfflinePlaces {
  /** The folder the site is served from; what the worker looks after. */
  scope: string;
  /** The service worker's script. */
  worker: string;
  /** The folder of the manifest, the summary and the bundle. */
  folder: string;
}

/** In the cache, the mark of a copy that is whole; it is written last. */
const WHOLE = 'kept.json';

/** The cache of lessons; it outlives the site's, which each version replaces. */
const LESSONS = 'lessons of on-record ';

/** Can this browser keep a site? Service workers need https or this machine itself. */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window && 'CompressionStream' in window;
}

/** What the server has now; undefined without a connection. */
export async function latest({ folder }: OfflinePlaces): Promise<OfflineSummary | undefined> {
  return fetch(`${folder}latest.json`, { cache: 'no-store' }).then(
    (response) => (response.ok ? (response.json() as Promise<OfflineSummary>) : undefined),
    () => undefined,
  );
}

/** The whole copy that is kept, and whose worker is there to serve it. */
export async function kept({ scope, folder }: OfflinePlaces): Promise<OfflineSummary | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  if (!registration) return undefined;
  for (const name of await cacheNames(scope)) {
    const mark = await (await caches.open(name)).match(folder + WHOLE);
    if (mark) return mark.json() as Promise<OfflineSummary>;
  }
  return undefined;
}

/**
 * Downloads the site, stores it and starts the worker; an older copy goes only when the new one is whole.
 * @param progress is told how many bytes have come, unpacked, and how many there will be
 * @throws Error when the download fails or differs from the manifest, or the device has no room; nothing of it stays
 */
export async function keep(places: OfflinePlaces, progress: (done: number, of: number) => void): Promise<void> {
  const { scope, worker, folder } = places;
  const summary = await latest(places);
  const answer = await fetchOrThrow(`${folder}manifest.json`);
  const { version, bundle, files } = (await answer.json()) as OfflineManifest;
  if (!summary || summary.version !== version) throw new Error('the site is being changed');
  const name = `${prefix(scope)}${version}`;
  await caches.delete(name);
  try {
    const cache = await caches.open(name);
    // A policy that came with the page from the server must come with the kept page too.
    const policy = answer.headers.get('content-security-policy');
    await store(await fetchOrThrow(folder + bundle), files, progress, (file, bytes) => cache.put(scope + file.path, new Response(file.gzip ? gzipped(bytes) : bytes, { headers: headersOf(file, policy) })));
    await navigator.serviceWorker.register(worker, { scope, updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    await cache.put(folder + WHOLE, Response.json(summary));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  for (const other of await cacheNames(scope)) if (other !== name) await caches.delete(other);
}

/** The lessons that the server has, by topic; none without a connection. */
export async function lessons({ folder }: OfflinePlaces): Promise<readonly TopicLessons[]> {
  return fetch(`${folder}lessons.json`, { cache: 'no-store' }).then(
    (response) => (response.ok ? (response.json() as Promise<TopicLessons[]>) : []),
    () => [],
  );
}

/** Addresses of what is kept of lessons, below the site's base. */
export async function keptLessons({ scope }: OfflinePlaces): Promise<ReadonlySet<string>> {
  if (!(await caches.has(LESSONS + scope))) return new Set();
  const requests = await (await caches.open(LESSONS + scope)).keys();
  return new Set(requests.map(({ url }) => new URL(url).pathname.slice(scope.length)));
}

/**
 * Keeps the newest of these files of lessons and no others.
 * @param files their addresses below the site's base
 * @throws Error when a download fails or the device has no room; what was kept before stays
 */
export async function keepLessons({ scope }: OfflinePlaces, files: readonly string[]): Promise<void> {
  const cache = await caches.open(LESSONS + scope);
  for (const file of files) await cache.put(scope + file, await fetchOrThrow(scope + file));
  for (const request of await cache.keys()) if (!files.includes(new URL(request.url).pathname.slice(scope.length))) await cache.delete(request);
}

/** Takes the worker and every kept file away. */
export async function remove({ scope }: OfflinePlaces): Promise<void> {
  await caches.delete(LESSONS + scope);
  await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
  for (const name of await cacheNames(scope)) await caches.delete(name);
}

async function store(bundle: Response, files: readonly KeptFile[], progress: (done: number, of: number) => void, put: (file: KeptFile, bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
  const reader = bundle.body!.pipeThrough(new DecompressionStream('gzip')).getReader();
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let chunk = new Uint8Array();
  let at = 0;
  let done = 0;
  for (const file of files) {
    const bytes = new Uint8Array(file.size);
    for (let filled = 0; filled < file.size;) {
      if (at === chunk.length) {
        const { value } = await reader.read();
        if (!value) throw new Error('the download ended early');
        [chunk, at] = [value, 0];
      }
      const part = chunk.subarray(at, at + file.size - filled);
      bytes.set(part, filled);
      filled += part.length;
      at += part.length;
    }
    if ((await hashOf(bytes)) !== file.hash) throw new Error(`${file.path} is not what the manifest says`);
    await put(file, bytes);
    done += file.size;
    progress(done, total);
  }
}

/** Pages are a third as large so; the worker unpacks them. */
function gzipped(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
}

function headersOf({ type, gzip }: KeptFile, policy: string | null): Record<string, string> {
  return { 'Content-Type': type, ...(gzip ? { 'X-Kept-Gzip': '1' } : {}), ...(policy !== null && type.startsWith('text/html') ? { 'Content-Security-Policy': policy } : {}) };
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fetchOrThrow(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** Other sites on the same host have caches of their own. */
function prefix(scope: string): string {
  return `on-record ${scope} `;
}

async function cacheNames(scope: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix(scope)));
}
