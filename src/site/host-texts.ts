import { site } from './settings.ts';
import { absolute, path } from './urls.ts';

/** `/robots.txt`: anybody may read everything, and where the list of pages is (RFC 9309; https://www.sitemaps.org/protocol.html). */
export function robotsText(): string {
  return [`# The same as text for programs: ${absolute(path('/llms.txt'))}`, 'User-agent: *', 'Allow: /', '', `Sitemap: ${absolute(path('/sitemap-index.xml'))}`, ''].join('\n');
}

/**
 * `/.well-known/security.txt`: how to tell us about a hole (RFC 9116, https://www.rfc-editor.org/rfc/rfc9116).
 * @param email where to write; without one an issue is opened
 */
export function securityText(email: string | undefined): string {
  return [`Contact: ${email ? `mailto:${email}` : site.issues}`, `Expires: ${site.securityExpires}`, 'Preferred-Languages: en', `Canonical: ${absolute(path('/.well-known/security.txt'))}`, ''].join('\n');
}
