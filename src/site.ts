/** What the site is called, where it lives and how to reach its editors. The only place that says so. */
export const site = {
  name: 'On Record',
  /** Without a slash at the end; a host may set SITE_URL when it builds. */
  url: (import.meta.env?.SITE ?? globalThis.process?.env['SITE_URL'] ?? 'https://on-record.example').replace(/\/$/u, ''),
  language: 'en-GB',
  description: 'Five UK parties, question by question, in their own words. Every quote is dated, sourced and checked word for word.',
  email: 'corrections@on-record.example',
  /** When `security.txt` is to be looked at again (RFC 9116 wants a date); a year at most. */
  securityExpires: '2027-11-01T00:00:00Z',
  /** Where a reader can open an issue; the query is added. */
  issues: 'https://github.com/on-record/on-record/issues/new',
  /**
   * What is built for each quote. `all`: its page, its embed with oEmbed, its citations and its proof as files, and its
   * share picture. `page`: its page alone, which then holds every citation; for records of thousands of quotes on hosts
   * that cap the number of files. A host may set QUOTE_FILES when it builds.
   */
  quoteFiles: globalThis.process?.env['QUOTE_FILES'] === 'page' ? 'page' : 'all',
} as const satisfies Record<string, string>;
