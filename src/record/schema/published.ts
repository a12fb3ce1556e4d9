import { z } from 'astro/zod';
import { id } from './text.ts';

/** The first 16 hex digits of the SHA-256 of a quote's words. */
export const fingerprintOfWords = z.string().regex(/^[0-9a-f]{16}$/u, 'is not 16 hex digits');

/**
 * The ledger `content/published.yaml`: every quote id ever published, with the fingerprint of its words as last published.
 * Written by the tools; a line is never removed, and renewed only by a correction.
 */
export const publishedSchema = z.record(id, fingerprintOfWords).meta({ description: 'Put the line back from the version history; only npm run content:publish writes this file.' });
