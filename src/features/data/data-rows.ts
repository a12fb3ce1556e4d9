import { z } from 'astro/zod';
import { day, dayOrMonth } from '../../record/schema/date.ts';
import { CAPACITIES } from '../../record/schema/position.ts';
import { LICENCES, SOURCE_KINDS } from '../../record/schema/source.ts';
import { STANCES, stance } from '../../record/schema/stance.ts';

/** Rows of the open data: flat, one value a cell, the same names in JSON and CSV. `null` (in CSV an empty cell) means: not so, or not known. */

const text = z.string().min(1);
const maybeText = text.nullable();
const count = z.int().min(0);
const webAddress = z.url();
const maybeDate = dayOrMonth.nullable();
const maybeDay = day.nullable();

export const quoteRow = z.strictObject({
  id: text.describe('Permanent id of the quote.'),
  url: webAddress.describe('The quote’s own page.'),
  text: text.describe('The words exactly as the source prints them; […] marks a cut, other square brackets an insertion by the source.'),
  partial: z.boolean().describe('True when the words are part of a sentence in the source.'),
  touches_partly: z.boolean().describe('True when the words touch the question only in part.'),
  party: text.describe('Id in parties.'),
  speaker: text.describe('Id in speakers.'),
  speaker_name: text.describe('Name of the speaker.'),
  role: text.describe('The speaker’s role at the date.'),
  capacity: z.enum(CAPACITIES).describe('For whom they spoke.'),
  date: dayOrMonth.describe('When it was said: YYYY-MM-DD, or YYYY-MM where only the month is known.'),
  topic: text.describe('Id in topics.'),
  dimension: text.describe('Id in dimensions.'),
  question: text.describe('The question that the words bear on.'),
  stance: stance.describe('What these words say on the question, where two independent readers agreed; otherwise unclear.'),
  source: text.describe('Id in sources.'),
  source_title: text.describe('Title of the source as published.'),
  publisher: text.describe('Who published the source.'),
  source_url: webAddress.describe('Where the words were read.'),
  source_words_url: webAddress.describe('The same address with a text fragment that opens it at the words.'),
  published: dayOrMonth.describe('When the source was published.'),
  section: maybeText.describe('Chapter or section of a manifesto or report.'),
  licence: z.enum(LICENCES).describe('Terms of the source’s words: OPL, OGL or quotation.'),
  note: maybeText.describe('Our words: what a reader needs to weigh it fairly.'),
  supersedes: maybeText.describe('Id of the earlier quote it replaces.'),
  superseded_by: maybeText.describe('Id of the later quote that replaces it.'),
  disowned: maybeDate.describe('When the party disowned it.'),
  disowned_note: maybeText.describe('Who said so and where, in our words.'),
  proof: z.enum(['proven', 'refuted', 'unchecked']).describe('proven: word for word in the fingerprint of the source.'),
  proof_covers: z.enum(['whole', 'passage']).nullable().describe('What of the source was fingerprinted.'),
  proof_checked: maybeDay.describe('The day the source was fingerprinted.'),
  corrections: count.describe('How many corrections name it.'),
});

export const positionRow = z.strictObject({
  id: text.describe('<topic>/<dimension>/<party>.'),
  topic: text.describe('Id in topics.'),
  dimension: text.describe('Id in dimensions.'),
  question: text.describe('The question.'),
  party: text.describe('Id in parties.'),
  summary: maybeText.describe('Our neutral words on what the quotes say.'),
  stance: z.enum([...STANCES, 'none']).describe('Stance of the newest quote whose stance is not unclear; none without a quote.'),
  shown_by: maybeText.describe('Id of the quote that shows the stance.'),
  quotes: count.describe('How many quotes it has.'),
  newest: maybeDate.describe('Date of its newest quote.'),
  reported: count.describe('How many statements sources report without quoting.'),
});

export const topicRow = z.strictObject({
  id: text.describe('Id of the topic.'),
  url: webAddress.describe('Its page.'),
  title: text.describe('Its title.'),
  summary: text.describe('Our neutral summary.'),
  dimensions: count.describe('How many questions it has.'),
  quotes: count.describe('How many quotes it has.'),
  gaps: count.describe('How many positions have no quote.'),
  newest: maybeDate.describe('Date of its newest quote.'),
});

export const dimensionRow = z.strictObject({
  id: text.describe('<topic>/<dimension>.'),
  url: webAddress.describe('Its page.'),
  topic: text.describe('Id in topics.'),
  title: text.describe('The question in a few words.'),
  question: text.describe('The neutral question that supports and opposes answer.'),
});

export const partyRow = z.strictObject({
  id: text.describe('Id of the party.'),
  url: webAddress.describe('Its page here.'),
  name: text.describe('Name of the party.'),
  short_name: text.describe('A short form of it.'),
  website: webAddress.describe('The party’s own site.'),
  quotes: count.describe('How many quotes it has.'),
  gaps: count.describe('How many of its positions have no quote.'),
});

export const speakerRow = z.strictObject({
  id: text.describe('Id of the speaker.'),
  url: webAddress.describe('The speaker’s page.'),
  name: text.describe('The name as shown.'),
  kind: z.enum(['person', 'party', 'unnamed']).describe('person; party (a manifesto or release); unnamed (a spokesperson whose name is not given).'),
  party: text.describe('Id in parties.'),
  aliases: maybeText.describe('Other forms of the name, parted by |.'),
  quotes: count.describe('How many quotes the speaker has.'),
});

export const sourceRow = z.strictObject({
  id: text.describe('Id of the source.'),
  url: webAddress.describe('Its page here.'),
  title: text.describe('The title as published.'),
  publisher: text.describe('Who published it.'),
  via: maybeText.describe('Where the text was read, when that is not the publisher.'),
  source_url: webAddress.describe('Where it was read.'),
  published: dayOrMonth.describe('When it was published.'),
  kind: z.enum(SOURCE_KINDS).describe('official-record, party (its own words) or press.'),
  licence: z.enum(LICENCES).describe('Terms of its words: OPL, OGL or quotation.'),
  licence_name: text.describe('The terms in words.'),
  licence_url: webAddress.describe('Where the terms stand.'),
  notice: maybeText.describe('What a reader of any quote from it must know.'),
  fingerprint_covers: z.enum(['whole', 'passage']).nullable().describe('What of it was fingerprinted.'),
  fingerprint_checked: maybeDay.describe('The day it was fingerprinted.'),
  quotes: count.describe('How many quotes it has.'),
});

export const gapRow = z.strictObject({
  id: text.describe('Id in positions.'),
  topic: text.describe('Id in topics.'),
  dimension: text.describe('Id in dimensions.'),
  question: text.describe('The question.'),
  party: text.describe('Id in parties.'),
  kind: z.enum(['approached', 'searched']).describe('approached: asked, no statement printed. searched: nothing found.'),
  as_of: dayOrMonth.describe('The day or month this was true.'),
  approached_by: maybeText.describe('Who asked.'),
  source: maybeText.describe('Id of the source that says so.'),
  lookups: count.nullable().describe('How many further look-ups in public pages found nothing.'),
  sources_read: count.describe('How many sources were read whole that say nothing on it.'),
});

export const correctionRow = z.strictObject({
  id: text.describe('Id of the correction.'),
  date: day.describe('The day it was made.'),
  quote: maybeText.describe('Id of the quote concerned; it may have been withdrawn.'),
  topic: maybeText.describe('Id of the topic concerned.'),
  was: text.describe('What the page said.'),
  now: text.describe('What it says now.'),
  why: text.describe('What was wrong and how it was found.'),
});

export const codingRow = z.strictObject({
  id: text.describe('Id in quotes.'),
  first: stance.describe('What the first reader read in the words, without knowing the party.'),
  second: stance.describe('What the second reader read, apart from the first.'),
  agreed: z.boolean().describe('True when both read the same.'),
  basis: z.enum(['words', 'passage']).describe('words: from the quote alone. passage: from the words around it.'),
  why_first: text.describe('The first reader’s reason.'),
  why_second: text.describe('The second reader’s reason.'),
});

export const withdrawnRow = z.strictObject({
  id: text.describe('Id of the quote that was withdrawn.'),
  url: webAddress.describe('Its page, which stays as a notice.'),
  topic: text.describe('Id in topics.'),
  dimension: text.describe('Id in dimensions.'),
  party: text.describe('Id in parties.'),
  date: day.describe('The day it was withdrawn.'),
  reason: text.describe('Why.'),
});

export const changeRow = z.strictObject({
  id: text.describe('What it was, and its id.'),
  date: day.describe('The day of the change.'),
  kind: z.enum(['correction', 'withdrawal']).describe('What kind of change to published words it was.'),
  quote: maybeText.describe('Id of the quote concerned.'),
  topic: maybeText.describe('Id of the topic concerned.'),
  what: text.describe('What was changed and why.'),
});

export const agreementRow = z.strictObject({
  id: text.describe('The two parties: <a>/<b>.'),
  a: text.describe('Id in parties: the first of the two, A to Z.'),
  b: text.describe('Id in parties: the second.'),
  same: count.describe('Questions on which both hold the same stance.'),
  n: count.describe('Questions on which both support, oppose or are mixed. Below 5 a share would say more than the record knows.'),
});

export const coverageRow = z.strictObject({
  id: text.describe('Id in positions.'),
  topic: text.describe('Id in topics.'),
  dimension: text.describe('Id in dimensions.'),
  party: text.describe('Id in parties.'),
  quotes: count.describe('How many quotes it has.'),
  words: count.describe('Words of these quotes, insertions left out.'),
  official: count.describe('Quotes from the official record.'),
  own: count.describe('Quotes from the party’s own publications.'),
  press: count.describe('Quotes from the press.'),
  newest: maybeDate.describe('Date of its newest quote.'),
});

/** The tables of the open data, in the order in which they are listed. */
export const DATA_TABLES = {
  quotes: { title: 'Quotes', description: 'Every quote, with its speaker, source and proof.', row: quoteRow },
  positions: { title: 'Positions', description: 'Every party on every question, with the stance that its quotes show.', row: positionRow },
  topics: { title: 'Topics', description: 'Every topic.', row: topicRow },
  dimensions: { title: 'Dimensions', description: 'Every question.', row: dimensionRow },
  parties: { title: 'Parties', description: 'Every party.', row: partyRow },
  speakers: { title: 'Speakers', description: 'Who is quoted.', row: speakerRow },
  sources: { title: 'Sources', description: 'What was read, and under which terms its words stand.', row: sourceRow },
  gaps: { title: 'Gaps', description: 'Every question on which a party has no quote, and how that is known.', row: gapRow },
  agreement: { title: 'Agreement', description: 'How often each two parties hold the same stance, over the questions on which both have one.', row: agreementRow },
  coverage: { title: 'Coverage', description: 'How much the record holds of every party on every question, and from which kind of source.', row: coverageRow },
  corrections: { title: 'Corrections', description: 'What was wrong and what it says now.', row: correctionRow },
  codings: { title: 'Codings', description: 'How two readers coded each quote’s stance.', row: codingRow },
  withdrawn: { title: 'Withdrawn', description: 'Quotes that were removed, with the reason.', row: withdrawnRow },
  changes: { title: 'Changes', description: 'The change log: dated corrections and withdrawals. Quotes that were added carry no date of addition, so they are not listed.', row: changeRow },
} as const;

export type TableName = keyof typeof DATA_TABLES;
/** Every table's rows. */
export type DataRows = { [Name in TableName]: z.infer<(typeof DATA_TABLES)[Name]['row']>[] };
