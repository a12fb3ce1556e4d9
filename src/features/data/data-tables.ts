import { agreementMatrix } from '../../record/agreement.ts';
import { type Change, changesOf } from '../../record/changes.ts';
import { coverageRows, gapsOf, type Placed, placedPositions } from '../../record/coverage.ts';
import { SOURCE_LICENCES } from '../../record/licences.ts';
import type { OnRecord, Position, Quote } from '../../record/record.ts';
import { wordsUrl } from '../../record/source-address.ts';
import { textFragmentUrl } from '../../record/text-fragment.ts';
import { DATA_TABLES, type DataRows, type TableName } from './data-rows.ts';
import { absolute, dimensionUrl, partyUrl, quoteUrl, sourceUrl, speakerUrl, topicUrl } from '../../site/urls.ts';

/**
 * The tables of the open data.
 * @param record the whole record
 * @returns every table's rows, sorted by id
 */
export function dataTables(record: OnRecord): DataRows {
  const dimensions = record.topics.flatMap((topic) => topic.dimensions);
  const positions = placedPositions(record);
  const gaps = gapsOf(record);
  const quotesBy = (key: (quote: Quote) => string) => {
    const counts = new Map<string, number>();
    for (const quote of record.quotes) counts.set(key(quote), (counts.get(key(quote)) ?? 0) + 1);
    return (id: string) => counts.get(id) ?? 0;
  };
  const ofParty = quotesBy((quote) => quote.party.id);
  const ofSpeaker = quotesBy((quote) => quote.speaker.id);
  const ofSource = quotesBy((quote) => quote.source.id);
  const { agreement, codings, corrections, coverage, dimensions: questions, parties, positions: stances, sources, speakers, topics, withdrawn } = DATA_TABLES;
  const tables: DataRows = {
    quotes: record.quotes.map(quoteRowOf),
    positions: positions.map((placed) => stances.rowOf(placed.position, { ...placeOf(placed), ...standing(placed.position) })),
    topics: record.topics.map((topic) => topics.rowOf(topic, { id: topic.id, url: absolute(topicUrl(topic.id)), dimensions: topic.dimensions.length, quotes: topic.quotes.length, gaps: topic.gaps, newest: topic.newest || null })),
    dimensions: dimensions.map((dimension) => questions.rowOf(dimension, { id: `${dimension.topic.id}/${dimension.id}`, url: absolute(dimensionUrl(dimension.topic.id, dimension.id)), topic: dimension.topic.id })),
    parties: record.parties.map((party) => parties.rowOf(party, { id: party.id, url: absolute(partyUrl(party.id)), quotes: ofParty(party.id), gaps: gaps.filter(({ position }) => position.party.id === party.id).length })),
    speakers: record.speakers.map((speaker) => speakers.rowOf(speaker, { id: speaker.id, url: absolute(speakerUrl(speaker.id)), aliases: speaker.aliases.join(' | ') || null, quotes: ofSpeaker(speaker.id) })),
    sources: record.sources.map((source) => {
      const { name, url } = SOURCE_LICENCES[source.licence];
      return sources.rowOf(source, { id: source.id, url: absolute(sourceUrl(source.id)), licence_name: name, licence_url: url, quotes: ofSource(source.id) });
    }),
    gaps: gaps.flatMap((placed) => {
      const { silence, silent } = placed.position;
      return silence ? [DATA_TABLES.gaps.rowOf(silence, { ...placeOf(placed), sources_read: silent.length })] : [];
    }),
    agreement: agreementMatrix(record).pairs.map(({ share: _, ...pair }) => agreement.rowOf({}, { id: `${pair.a}/${pair.b}`, ...pair })),
    coverage: coverageRows(record).map(({ medianAge: _, ...row }) => coverage.rowOf({}, { ...row, id: `${row.topic}/${row.dimension}/${row.party}`, dimension: `${row.topic}/${row.dimension}` })),
    corrections: record.corrections.map((correction) => corrections.rowOf(correction, { id: correction.id })),
    codings: record.quotes.flatMap(({ id, coding }) =>
      coding ? [codings.rowOf(coding, { id, agreed: coding.first === coding.second, why_first: coding.why[0] ?? '', why_second: coding.why[1] ?? '', read_by: coding.people ? 'people' : 'models' })] : [],
    ),
    withdrawn: record.withdrawn.map((quote) => withdrawn.rowOf(quote, { id: quote.id, url: absolute(quoteUrl(quote)), dimension: `${quote.topic}/${quote.dimension}` })),
    changes: changesOf(record).map(changeRowOf),
  };
  for (const name of Object.keys(tables) as TableName[]) tables[name].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return tables;
}

function quoteRowOf(quote: Quote): DataRows['quotes'][number] {
  const { topic, dimension, source, proof } = quote;
  const read = proof.verdict === 'unchecked' ? undefined : proof;
  return DATA_TABLES.quotes.rowOf(quote, {
    id: quote.id,
    url: absolute(quoteUrl(quote)),
    touches_partly: quote.fit === 'partial',
    party: quote.party.id,
    speaker_name: quote.speaker.name,
    topic: topic.id,
    dimension: `${topic.id}/${dimension.id}`,
    question: dimension.question,
    stance: quote.stance,
    source_title: source.title,
    publisher: source.publisher,
    source_url: source.url,
    official_url: source.official?.url ?? null,
    source_words_url: textFragmentUrl(wordsUrl(source), quote.text),
    published: source.published,
    licence: source.licence,
    superseded_by: quote.supersededBy ?? null,
    proof: proof.verdict,
    proof_covers: read?.covers ?? null,
    proof_checked: read?.checked ?? null,
    corrections: quote.corrections.length,
    added: quote.added ?? null,
  });
}

function placeOf({ dimension: { id, topic, question }, position }: Placed) {
  return { id: position.id, topic: topic.id, dimension: `${topic.id}/${id}`, question, party: position.party.id };
}

function standing({ stance, shownBy, dropped, quotes, reported }: Position) {
  return { stance, stance_date: shownBy?.date ?? null, dropped: dropped === true, shown_by: shownBy?.id ?? null, quotes: quotes.length, newest: quotes[0]?.date ?? null, reported: reported.length };
}

function changeRowOf(change: Change): DataRows['changes'][number] {
  const { id, day: date, kind } = change;
  if (kind === 'addition') return { id, date, kind, quote: change.quote.id, topic: change.quote.topic.id, what: `${change.quote.speaker.name} on “${change.quote.dimension.question}”` };
  if (kind === 'withdrawal') return { id, date, kind, quote: change.withdrawn.id, topic: change.withdrawn.topic, what: change.withdrawn.reason };
  const { quote, topic, why } = change.correction;
  return { id, date, kind, quote: quote ?? null, topic: topic ?? null, what: why };
}
