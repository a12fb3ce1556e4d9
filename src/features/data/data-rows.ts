import { z } from 'astro/zod';
import { codingSchema } from '../../record/schema/coding.ts';
import { correctionSchema } from '../../record/schema/correction.ts';
import { day, dayOrMonth } from '../../record/schema/date.ts';
import { partySchema } from '../../record/schema/party.ts';
import { positionSchema, quoteSchema, silenceSchema } from '../../record/schema/position.ts';
import { LICENCES, sourceSchema } from '../../record/schema/source.ts';
import { speakerSchema } from '../../record/schema/speaker.ts';
import { STANCES, stance } from '../../record/schema/stance.ts';
import { dimensionSchema, topicSchema } from '../../record/schema/topic.ts';
import { withdrawnSchema } from '../../record/schema/withdrawn.ts';
import { count, fields, table, text, webAddress } from './columns.ts';

const maybeText = text.nullable();

/** The id of a row of another table. */
const idIn = (relation: string) => text.meta({ description: `Id in ${relation}.`, relation });

const quotesOfIt = count.describe('How many quotes it has.');
const newestOfIt = dayOrMonth.nullable().describe('Date of its newest quote.');
const placed = { topic: idIn('topics'), dimension: idIn('dimensions'), party: idIn('parties') };
const { topic, dimension, party } = placed;

/**
 * The tables of the open data, in the order in which they are listed. Rows are flat, one value a cell, with the same
 * names in JSON and CSV. What a field of an entry holds, and what it is called here, stands in the entry's schema.
 */
export const DATA_TABLES = {
  quotes: table(
    'Quotes',
    'Every quote, with its speaker, source and proof.',
    {
      id: text.describe('Permanent id of the quote.'),
      url: webAddress.describe('The quote’s own page.'),
      ...fields('text', 'partial'),
      touches_partly: z.boolean().describe('True when the words touch the question only in part.'),
      party,
      ...fields('speaker'),
      speaker_name: text.describe('Name of the speaker.'),
      ...fields('role', 'capacity', 'date'),
      topic,
      dimension,
      question: text.describe('The question that the words bear on.'),
      stance: stance.describe('What these words say on the question, where two independent readers agreed; otherwise unclear.'),
      ...fields('source'),
      source_title: text.describe('Title of the source as published.'),
      publisher: text.describe('Who published the source.'),
      source_url: webAddress.describe('Where the words were read.'),
      official_url: webAddress.nullable().describe('Parliament’s own page of the debate or of the day, where the words were read elsewhere.'),
      source_words_url: webAddress.describe('The same address with a text fragment that opens it at the words.'),
      published: dayOrMonth.describe('When the source was published.'),
      ...fields('section'),
      licence: z.enum(LICENCES).describe('Terms of the source’s words: OPL, OGL or quotation.'),
      ...fields('note', 'supersedes'),
      superseded_by: maybeText.meta({ description: 'Id of the later quote that replaces it.', relation: 'quotes' }),
      ...fields('disowned', 'disowned_note'),
      proof: z.enum(['proven', 'refuted', 'unchecked']).describe('proven: word for word in the fingerprint of the source.'),
      proof_covers: z.enum(['whole', 'passage']).nullable().describe('What of the source was fingerprinted.'),
      proof_checked: day.nullable().describe('The day the source was fingerprinted.'),
      corrections: count.describe('How many corrections name it.'),
      added: day.nullable().describe('The day it was added to the record; empty where it was added before 26 November 2026.'),
    },
    quoteSchema,
  ),
  positions: table(
    'Positions',
    'Every party on every question, with the stance that its quotes show.',
    {
      id: text.describe('<topic>/<dimension>/<party>.'),
      topic,
      dimension,
      question: text.describe('The question.'),
      party,
      ...fields('summary'),
      stance: z.enum([...STANCES, 'none']).describe('Stance of the newest quote that takes a side and that the party has not dropped; where it has dropped all, of the newest of those; none without a quote.'),
      stance_date: dayOrMonth.nullable().describe('Date of the quote that settles the stance.'),
      dropped: z.boolean().describe('True when the party has since dropped the words on which the stance rests; it then counts nowhere.'),
      shown_by: maybeText.meta({ description: 'Id of the quote that shows the stance.', relation: 'quotes' }),
      quotes: quotesOfIt,
      newest: newestOfIt,
      reported: count.describe('How many statements sources report without quoting.'),
    },
    z.object({ summary: positionSchema.shape.summary }),
  ),
  topics: table(
    'Topics',
    'Every topic.',
    {
      id: text.describe('Id of the topic.'),
      url: webAddress.describe('Its page.'),
      ...fields('title', 'summary'),
      dimensions: count.describe('How many questions it has.'),
      quotes: quotesOfIt,
      gaps: count.describe('How many positions have no quote.'),
      newest: newestOfIt,
    },
    topicSchema,
  ),
  dimensions: table('Dimensions', 'Every question.', { id: text.describe('<topic>/<dimension>.'), url: webAddress.describe('Its page.'), topic, ...fields('title', 'question') }, dimensionSchema),
  parties: table(
    'Parties',
    'Every party.',
    {
      id: text.describe('Id of the party.'),
      url: webAddress.describe('Its page here.'),
      ...fields('name', 'short_name', 'website'),
      quotes: quotesOfIt,
      gaps: count.describe('How many of its positions have no quote.'),
    },
    partySchema,
  ),
  speakers: table(
    'Speakers',
    'Who is quoted.',
    {
      id: text.describe('Id of the speaker.'),
      url: webAddress.describe('The speaker’s page.'),
      ...fields('name', 'kind', 'party'),
      aliases: maybeText.describe('Other forms of the name, parted by |.'),
      quotes: count.describe('How many quotes the speaker has.'),
    },
    speakerSchema,
  ),
  sources: table(
    'Sources',
    'What was read, and under which terms its words stand.',
    {
      id: text.describe('Id of the source.'),
      url: webAddress.describe('Its page here.'),
      ...fields('title', 'publisher', 'via', 'source_url', 'published', 'kind', 'licence'),
      licence_name: text.describe('The terms in words.'),
      licence_url: webAddress.describe('Where the terms stand.'),
      ...fields('notice', 'fingerprint_covers', 'fingerprint_checked'),
      quotes: quotesOfIt,
    },
    sourceSchema,
  ),
  gaps: table(
    'Gaps',
    'Every question on which a party has no quote, and how that is known.',
    {
      id: idIn('positions'),
      topic,
      dimension,
      question: text.describe('The question.'),
      party,
      ...fields('kind', 'as_of', 'approached_by', 'source', 'lookups'),
      sources_read: count.describe('How many sources were read whole that say nothing on it.'),
    },
    silenceSchema,
  ),
  agreement: table('Agreement', 'How often each two parties hold the same stance, over the questions on which both have one.', {
    id: text.describe('The two parties: <a>/<b>.'),
    a: text.meta({ description: 'Id in parties: the first of the two, A to Z.', relation: 'parties' }),
    b: text.meta({ description: 'Id in parties: the second.', relation: 'parties' }),
    same: count.describe('Questions on which both hold the same stance.'),
    n: count.describe('Questions on which both support, oppose or are mixed. Below 5 a share would say more than the record knows.'),
  }),
  coverage: table('Coverage', 'How much the record holds of every party on every question, and from which kind of source.', {
    id: idIn('positions'),
    ...placed,
    quotes: quotesOfIt,
    words: count.describe('Words of these quotes, insertions left out.'),
    official: count.describe('Quotes from the official record.'),
    own: count.describe('Quotes from the party’s own publications.'),
    press: count.describe('Quotes from the press.'),
    newest: newestOfIt,
  }),
  corrections: table('Corrections', 'What was wrong and what it says now.', { id: text.describe('Id of the correction.'), ...fields('date', 'quote', 'topic', 'field', 'was', 'now', 'why') }, correctionSchema),
  codings: table(
    'Codings',
    'How two readers coded each quote’s stance.',
    {
      id: idIn('quotes'),
      ...fields('first', 'second'),
      agreed: z.boolean().describe('True when both read the same.'),
      ...fields('basis'),
      why_first: text.describe('The first reader’s reason.'),
      why_second: text.describe('The second reader’s reason.'),
      read_by: z.enum(['models', 'people']).describe('Whose reading the stance is: people outrank models.'),
      ...fields('people_first', 'people_second', 'people_third', 'people_readers', 'people_read'),
    },
    codingSchema,
  ),
  withdrawn: table(
    'Withdrawn',
    'Quotes that were removed, with the reason.',
    { id: text.describe('Id of the quote that was withdrawn.'), url: webAddress.describe('Its page, which stays as a notice.'), ...fields('topic'), dimension, ...fields('party', 'date', 'reason') },
    withdrawnSchema,
  ),
  changes: table('Changes', 'The change log: corrections, withdrawals and, since 26 November 2026, additions, each with its day.', {
    id: text.describe('What it was, and its id.'),
    date: day.describe('The day of the change.'),
    kind: z.enum(['addition', 'correction', 'withdrawal']).describe('What kind of change it was.'),
    quote: maybeText.describe('Id of the quote concerned.'),
    topic: maybeText.describe('Id of the topic concerned.'),
    what: text.describe('What was changed and why; of an addition the question and who spoke.'),
  }),
} as const;

export type TableName = keyof typeof DATA_TABLES;
/** Every table's rows. */
export type DataRows = { [Name in TableName]: ReturnType<(typeof DATA_TABLES)[Name]['rowOf']>[] };
