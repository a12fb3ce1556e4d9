/** A name as bibliographies need it: a person's in two parts, or one text that must not be turned round. */
export type Name = { family: string; given: string } | { literal: string };

/** Peers are cited by title, which is not a given name. */
const PEER = /^(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess|Earl|Countess|Duke|Duchess|Marquess|Marchioness)\b/u;
const HONORIFIC = /^(?:Sir|Dame|Dr|Rt Hon|The Rt Hon)\s+/u;
const PARTICLE = /^\p{Ll}/u;

/**
 * The name of a speaker for a bibliography.
 * A name is parted only where it is certain where: two words, or a family name that begins with a lower-case particle.
 * Peers and names of three words stay whole, since nothing says whether the middle word is given or family name.
 * @param speaker a speaker of the record
 */
export function citedName({ name, kind }: { name: string; kind: 'person' | 'party' | 'unnamed' }): Name {
  const plain = name.replace(/\s*\([^)]*\)$/u, '');
  if (kind !== 'person' || PEER.test(plain)) return { literal: plain };
  const [given = '', ...family] = plain.replace(HONORIFIC, '').split(/\s+/u);
  const certain = family.length === 1 || (family.length > 1 && PARTICLE.test(family[0] ?? ''));
  return certain ? { family: family.join(' '), given } : { literal: plain.replace(HONORIFIC, '') };
}

/** "Philp, Chris", or the name whole. */
export function familyFirst(name: Name): string {
  return 'literal' in name ? name.literal : `${name.family}, ${name.given}`;
}

/** "Philp, C.", or the name whole; a hyphenated given name keeps both initials: "Smith, A.-B.". */
export function withInitials(name: Name): string {
  if ('literal' in name) return name.literal;
  const initials = name.given
    .split('-')
    .map((part) => `${[...part][0] ?? ''}.`)
    .join('-');
  return `${name.family}, ${initials}`;
}
