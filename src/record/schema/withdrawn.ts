import { z } from 'astro/zod';
import { day } from './date.ts';
import { id, ownWords } from './text.ts';

export const withdrawnSchema = z.strictObject({
  topic: id.describe('The topic it stood in.'),
  dimension: id.describe('The dimension it stood in.'),
  party: id.describe('The party it was attributed to.'),
  date: day.describe('The day it was withdrawn.'),
  reason: ownWords(60).describe('Why, in our words.'),
});

/** One withdrawn quote; its id is the key in `content/withdrawn.yaml`. */
export type WithdrawnEntry = z.infer<typeof withdrawnSchema>;
