/** The site's sections, in the order of the navigation. */
export const SECTIONS = [
  { href: '/topics/', label: 'Topics' },
  { href: '/parties/', label: 'Parties' },
  { href: '/compare/', label: 'Compare' },
  { href: '/match/', label: 'Where do I stand?' },
  { href: '/blind/', label: 'Read it blind' },
  { href: '/class/', label: 'In class' },
  { href: '/data/', label: 'Data' },
] as const;
