import { z } from 'astro/zod';
import { id, plainText } from './text.ts';

export const speakerSchema = z.strictObject({
  name: plainText(100).describe('The name as shown to readers.'),
  party: id.describe('Id of a file in content/parties/.'),
  kind: z.enum(['person', 'party', 'unnamed'], { error: 'is not a kind: choose person, party or unnamed' }).describe('person; party (a manifesto or release speaks as the party); unnamed (a spokesperson whose name is not given).'),
  aliases: z.array(plainText(100)).default([]).describe('Other forms of the name that readers search for.'),
  surnameIsWord: z.literal(true, { error: 'is only ever true; leave it out otherwise' }).optional().describe('True when the surname is also an ordinary word or part of other names: blind mode masks it only beside a first name or a title.'),
});

/** Who said it, as the file in `content/speakers/` says. */
export type SpeakerEntry = z.infer<typeof speakerSchema>;
