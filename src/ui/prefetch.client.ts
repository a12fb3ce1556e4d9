import { prefetch } from 'astro/virtual-modules/prefetch.js';

/** How long a pointer rests on a link before it means it, in milliseconds; Astro waits as long. */
const REST = 80;

/**
 * Fetches the page of a link that a reader rests on, touches or comes to with Tab, so that it is there when they follow it;
 * never on a slow line or for who saves data. Astro would fetch files to download, too.
 */
export function prefetchOnIntent(): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const mean = ({ target }: Event) => {
    clearTimeout(resting);
    const link = (target as Element).closest('a');
    if (link?.origin === location.origin && link.pathname.endsWith('/') && link.pathname !== location.pathname) resting = setTimeout(() => prefetch(link.href), REST);
  };
  for (const intent of ['pointerover', 'focusin']) document.addEventListener(intent, mean, { passive: true });
}
