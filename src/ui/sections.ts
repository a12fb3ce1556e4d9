/** The site's sections, in the order of the navigation. */
export const SECTIONS = [
  { href: '/topics/', label: 'Topics' },
  { href: '/parties/', label: 'Parties' },
  { href: '/compare/', label: 'Compare' },
  { href: '/class/', label: 'In class' },
  { href: '/data/', label: 'Data' },
] as const;
