import { z } from 'astro/zod';
import { day } from './date.ts';
import { id } from './text.ts';

/** The first 16 hex digits of the SHA-256 of a quote's words and, since 26 November 2026, the day on which it was added. */
export const fingerprintOfWords = z
  .string()
  .regex(/^[0-9a-f]{16}(?: \S+)?$/u, 'is not 16 hex digits, with a day after them or without')
  .refine((line) => line.charAt(16) !== ' ' || day.safeParse(line.slice(17)).success, 'does not end with a real day: write YYYY-MM-DD');

/**
 * The ledger `content/published.yaml`: every quote id ever published, with the fingerprint of its words as last
 * published and the day on which it was added, where that was written down.
 * Written by the tools; a line is never removed, and renewed only by a correction.
 */
export const publishedSchema = z.record(id, fingerprintOfWords).meta({ description: 'Put the line back from the version history; only npm run content:publish writes this file.' });
