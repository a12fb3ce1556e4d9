/** The site's sections, in the order of the navigation. */
export const SECTIONS = [
  { href: '/topics/', label: 'Topics' },
  { href: '/parties/', label: 'Parties' },
  { href: '/speakers/', label: 'Speakers' },
  { href: '/sources/', label: 'Sources' },
  { href: '/about/', label: 'About' },
] as const;
