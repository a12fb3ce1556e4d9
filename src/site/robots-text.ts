import { absolute, path } from './urls.ts';

/** `/robots.txt`: anybody may read everything, and where the list of pages is (RFC 9309; https://www.sitemaps.org/protocol.html). */
export function robotsText(): string {
  return ['User-agent: *', 'Allow: /', '', `Sitemap: ${absolute(path('/sitemap-index.xml'))}`, ''].join('\n');
}
