import { z } from 'astro/zod';

/** What one quote's words say on its dimension's question. */
export const STANCES = ['supports', 'opposes', 'mixed', 'unclear'] as const;

export const stance = z.enum(STANCES, { error: `is not a stance: choose ${STANCES.join(', ')}` });

export type Stance = z.infer<typeof stance>;
