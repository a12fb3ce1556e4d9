import { z } from 'astro/zod';
import { retired } from './retired.ts';
import { contrast, GROUNDS } from '../contrast.ts';
import { plainText, webAddress, wordForm } from './text.ts';

/** What graphics need against what they stand on (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;

const colour = (scheme: keyof typeof GROUNDS, what: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/u, { error: 'is not a colour: write six hex digits, such as "#1d70b8"', abort: true })
    .refine((one) => contrast(one, GROUNDS[scheme]) >= LEAST_CONTRAST, `cannot be told from the page (${GROUNDS[scheme]}): its contrast is below ${LEAST_CONTRAST}:1`)
    .describe(`${what}; at least ${LEAST_CONTRAST}:1 against it (WCAG 1.4.11). In quotation marks, because a bare # begins a comment.`);

const words = z.array(wordForm).default([]);

const ordinaryWord = z.strictObject({
  name: plainText(60).describe('The name, as in ownNames.'),
  notBefore: words.describe('Words that may follow it as an ordinary word, such as market*: then it is no name.'),
  notAfter: words.describe('Words that may stand before it as an ordinary word: then it is no name.'),
  opening: words.describe('At the start of a sentence, where any word has a capital, it is a name only before one of these; empty where it always is.'),
});

export const partySchema = z.strictObject({
  name: plainText(40).meta({ description: 'Name of the party.', hint: 'As shown to readers.', column: 'name' }),
  shortName: plainText(16).meta({ description: 'A short form of it.', hint: 'For columns and buttons.', column: 'short_name' }),
  abbreviation: plainText(4).describe('Three or four letters for narrow tables.'),
  colour: z
    .strictObject({
      light: colour('light', 'The label colour on light paper'),
      dark: colour('dark', 'The label colour on the dark scheme'),
    })
    .describe('Label colours for rules and swatches; text is never coloured.'),
  website: webAddress.meta({ description: 'The party’s own site.', column: 'website' }),
  ownNames: z.array(plainText(60)).min(1, 'is empty').describe('Words by which a reader would recognise the party, its leaders or its slogans; blind mode masks them.'),
  hansard: z.array(plainText(20)).optional().describe('The marks by which Hansard names its members, such as Con; Lab/Co-op is one of its own.'),
  ordinaryWords: z.array(ordinaryWord).optional().describe('Those of its own names that are also ordinary words.'),
  retired,
});

/** One party, as its file in `content/parties/` says. */
export type PartyEntry = z.infer<typeof partySchema>;
