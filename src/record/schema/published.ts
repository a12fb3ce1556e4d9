import { z } from 'astro/zod';
import { id } from './text.ts';

/** The first 16 hex digits of the SHA-256 of a quote's words. */
export const fingerprintOfWords = z.string().regex(/^[0-9a-f]{16}$/u, 'is not 16 hex digits: let npm run content:publish write it');

/**
 * The ledger `content/published.yaml`: every quote id ever published, with the fingerprint of its words at the time.
 * Written by the tools; lines are only ever added.
 */
export const publishedSchema = z.record(id, fingerprintOfWords);
