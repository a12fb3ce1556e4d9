import { siteOrigin } from './address.ts';

/** What the site is called, where it lives and where issues are opened. The only place that says so. */
export const site = {
  name: 'On Record',
  /** Without a slash at the end; a host may set SITE_URL when it builds. */
  url: import.meta.env?.SITE?.replace(/\/$/u, '') ?? siteOrigin(globalThis.process?.env['SITE_URL']),
  language: 'en-GB',
  description: 'UK parties, question by question, in their own words. Every quote is dated, sourced and checked word for word.',
  /** When `security.txt` is to be looked at again (RFC 9116 wants a date); a year at most. */
  securityExpires: '2027-11-01T00:00:00Z',
  /** Where a reader can open an issue; the query is added. */
  issues: 'https://github.com/on-record/on-record/issues/new',
  /** Are share pictures drawn, and lesson packs printed as PDF and zip? A build without them links none. */
  cards: globalThis.process?.env['CARDS'] !== '0',
  packs: globalThis.process?.env['PDFS'] !== '0',
} as const satisfies Record<string, string | boolean>;
