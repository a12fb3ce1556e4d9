import type { OnRecord } from '../../record/record.ts';

type Behind = OnRecord['behind'];

/** What a reader may ask of who stands behind a site, in the order shown. */
export const SLOTS = { editor: 'Editor', owner: 'Owner', funding: 'Funding', complaints: 'Complaints', answer: 'A request for a correction is answered within', email: 'Address' } as const satisfies Readonly<Record<keyof Behind, string>>;

/** Domains that are kept for examples (RFC 2606): nobody reads what is sent there. */
const EXAMPLE = /[.@]example(?:\.(?:com|net|org))?$/u;

/** The slots that nobody has filled in; an address that is an example is one of them. */
export function emptySlots(behind: Behind): (keyof Behind)[] {
  return (Object.keys(SLOTS) as (keyof Behind)[]).filter((slot) => behind[slot] === undefined || EXAMPLE.test(behind[slot]));
}
