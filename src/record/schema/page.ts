import { z } from 'astro/zod';
import { plainText } from './text.ts';

/** Who stands behind the site: slots that its owner fills; until then the about page says that they are empty. */
const behindSchema = z.strictObject({
  editor: plainText(200).optional().describe('Who answers for what is published: name and role.'),
  owner: plainText(200).optional().describe('Who owns the site: a person, or a body with its legal form.'),
  funding: plainText(300).optional().describe('Who pays for it.'),
  complaints: plainText(300).optional().describe('Where a complaint goes, and who decides on it.'),
  answer: plainText(100).optional().meta({ description: 'Within what time a request for a correction is answered.', hint: 'For example: ten working days.' }),
  email: z.email('is not an e-mail address').optional().meta({ description: 'Address for corrections.', hint: 'Without one no page offers to write.' }),
});

export const pageSchema = z.strictObject({
  title: plainText(80).describe('Heading of the page.'),
  description: plainText(200).describe('One sentence for search engines and link previews.'),
  behind: behindSchema.optional().describe('Only of the page about: who stands behind the site.'),
});

/** What is known of who stands behind the site. */
export type Behind = z.infer<typeof behindSchema>;
/** One page of prose, as its file in `content/pages/` says. */
export type PageEntry = z.infer<typeof pageSchema>;
