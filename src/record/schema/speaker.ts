import { z } from 'astro/zod';
import { dayOrMonth } from './date.ts';
import { idOf, plainText } from './text.ts';

export const speakerSchema = z.strictObject({
  name: plainText(100).meta({ description: 'The name as shown.', column: 'name' }),
  party: idOf('parties').meta({ description: 'Their party today.', column: 'party' }),
  parties: z
    .array(
      z.strictObject({
        party: idOf('parties'),
        from: dayOrMonth.optional().describe('The day or month they joined; left out for the first.'),
        until: dayOrMonth.optional().describe('The day or month they left; left out for the last.'),
      }),
    )
    .min(2, 'has fewer than two: leave it out for who has had one party')
    .optional()
    .describe('Only for who changed party: each party in order of time. A quote counts for the party at its date.'),
  kind: z.enum(['person', 'party', 'unnamed'], { error: 'is not a kind: choose person, party or unnamed' }).meta({ description: 'person; party (a manifesto or release); unnamed (a spokesperson whose name is not given).', column: 'kind' }),
  aliases: z.array(plainText(100)).default([]).describe('Other forms of the name that readers search for.'),
  surnameIsWord: z.literal(true, { error: 'is only ever true; leave it out otherwise' }).optional().describe('True when the surname is also an ordinary word or part of other names: blind mode masks it only beside a first name or a title.'),
});

/** Who said it, as the file in `content/speakers/` says. */
export type SpeakerEntry = z.infer<typeof speakerSchema>;
