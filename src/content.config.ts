import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { codingSchema } from './schemas/coding.ts';
import { FOLDERS, type FolderName } from './loaders/collections.ts';
import { recordFile, recordFiles } from './loaders/record-files.ts';
import { withdrawnSchema } from './schemas/withdrawn.ts';

const folder = <Name extends FolderName>(name: Name) => defineCollection({ loader: recordFiles(name), schema: FOLDERS[name].schema as (typeof FOLDERS)[Name]['schema'] });

export const collections = {
  parties: folder('parties'),
  topics: folder('topics'),
  positions: folder('positions'),
  speakers: folder('speakers'),
  sources: folder('sources'),
  corrections: folder('corrections'),
  pages: folder('pages'),
  withdrawn: defineCollection({ loader: recordFile('withdrawn'), schema: withdrawnSchema }),
  codings: defineCollection({ loader: recordFile('codings'), schema: codingSchema }),
  published: defineCollection({ loader: recordFile('published'), schema: z.strictObject({ value: z.string() }) }),
};
