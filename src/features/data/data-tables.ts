import { agreementMatrix } from '../../record/agreement.ts';
import { coverageRows } from '../../record/coverage.ts';
import { SOURCE_LICENCES } from '../../record/licences.ts';
import type { Dimension, OnRecord, Position, Quote, Source, Topic } from '../../record/record.ts';
import { textFragmentUrl } from '../../record/text-fragment.ts';
import type { DataRows, TableName } from './data-rows.ts';
import { absolute, dimensionUrl, partyUrl, quoteUrl, sourceUrl, speakerUrl, topicUrl } from '../../site/urls.ts';

/**
 * The tables of the open data.
 * @param record the whole record
 * @returns every table's rows, sorted by id
 */
export function dataTables(record: OnRecord): DataRows {
  const dimensions = record.topics.flatMap((topic) => topic.dimensions);
  const positions = dimensions.flatMap((dimension) => dimension.positions.map((position) => ({ dimension, position })));
  const gaps = positions.filter(({ position }) => position.quotes.length === 0);
  const quotesBy = (key: (quote: Quote) => string) => {
    const counts = new Map<string, number>();
    for (const quote of record.quotes) counts.set(key(quote), (counts.get(key(quote)) ?? 0) + 1);
    return (id: string) => counts.get(id) ?? 0;
  };
  const ofParty = quotesBy((quote) => quote.party.id);
  const ofSpeaker = quotesBy((quote) => quote.speaker.id);
  const ofSource = quotesBy((quote) => quote.source.id);
  const tables: DataRows = {
    quotes: record.quotes.map(quoteRowOf),
    positions: positions.map(positionRowOf),
    topics: record.topics.map(topicRowOf),
    dimensions: dimensions.map(({ id, topic, title, question }) => ({ id: `${topic.id}/${id}`, url: absolute(dimensionUrl(topic.id, id)), topic: topic.id, title, question })),
    parties: record.parties.map(({ id, name, shortName, website }) => ({ id, url: absolute(partyUrl(id)), name, short_name: shortName, website, quotes: ofParty(id), gaps: gaps.filter(({ position }) => position.party.id === id).length })),
    speakers: record.speakers.map(({ id, name, kind, party, aliases }) => ({ id, url: absolute(speakerUrl(id)), name, kind, party: party.id, aliases: aliases.join(' | ') || null, quotes: ofSpeaker(id) })),
    sources: record.sources.map((source) => sourceRowOf(source, ofSource(source.id))),
    gaps: gaps.flatMap(gapRowOf),
    agreement: agreementMatrix(record).pairs.map(({ a, b, same, n }) => ({ id: `${a}/${b}`, a, b, same, n })),
    coverage: coverageRows(record).map(({ topic, dimension, party, quotes, words, official, own, press, newest }) => ({
      id: `${topic}/${dimension}/${party}`,
      topic,
      dimension: `${topic}/${dimension}`,
      party,
      quotes,
      words,
      official,
      own,
      press,
      newest,
    })),
    corrections: record.corrections.map(({ id, date, quote, topic, was, now, why }) => ({ id, date, quote: quote ?? null, topic: topic ?? null, was, now, why })),
    codings: record.quotes.flatMap(({ id, coding }) =>
      coding ? [{ id, first: coding.first, second: coding.second, agreed: coding.first === coding.second, basis: coding.basis, why_first: coding.why[0] ?? '', why_second: coding.why[1] ?? '' }] : [],
    ),
    withdrawn: record.withdrawn.map(({ id, topic, dimension, party, date, reason }) => ({ id, url: absolute(quoteUrl({ id })), topic, dimension: `${topic}/${dimension}`, party, date, reason })),
    changes: changesOf(record),
  };
  for (const name of Object.keys(tables) as TableName[]) tables[name].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return tables;
}

function quoteRowOf(quote: Quote): DataRows['quotes'][number] {
  const { id, topic, dimension, source, proof } = quote;
  const read = proof.verdict === 'unchecked' ? undefined : proof;
  return {
    id,
    url: absolute(quoteUrl(quote)),
    text: quote.text,
    partial: quote.partial ?? false,
    touches_partly: quote.fit === 'partial',
    party: quote.party.id,
    speaker: quote.speaker.id,
    speaker_name: quote.speaker.name,
    role: quote.role,
    capacity: quote.capacity,
    date: quote.date,
    topic: topic.id,
    dimension: `${topic.id}/${dimension.id}`,
    question: dimension.question,
    stance: quote.stance,
    source: source.id,
    source_title: source.title,
    publisher: source.publisher,
    source_url: source.url,
    source_words_url: textFragmentUrl(source.url, quote.text),
    published: source.published,
    section: quote.section ?? null,
    licence: source.licence,
    note: quote.note ?? null,
    supersedes: quote.supersedes ?? null,
    superseded_by: quote.supersededBy ?? null,
    disowned: quote.disowned?.date ?? null,
    disowned_note: quote.disowned?.note ?? null,
    proof: proof.verdict,
    proof_covers: read?.covers ?? null,
    proof_checked: read?.checked ?? null,
    corrections: quote.corrections.length,
  };
}

interface Placed {
  dimension: Dimension;
  position: Position;
}

function placeOf({ dimension: { id, topic, question }, position }: Placed) {
  return { id: position.id, topic: topic.id, dimension: `${topic.id}/${id}`, question, party: position.party.id };
}

function positionRowOf(placed: Placed): DataRows['positions'][number] {
  const { position } = placed;
  return {
    ...placeOf(placed),
    summary: position.summary ?? null,
    stance: position.stance,
    shown_by: position.shownBy?.id ?? null,
    quotes: position.quotes.length,
    newest: position.quotes[0]?.date ?? null,
    reported: position.reported.length,
  };
}

function gapRowOf(placed: Placed): DataRows['gaps'] {
  const { silence, silent } = placed.position;
  if (!silence) return [];
  return [{ ...placeOf(placed), kind: silence.kind, as_of: silence.asOf, approached_by: silence.by ?? null, source: silence.source?.id ?? null, lookups: silence.lookups ?? null, sources_read: silent.length }];
}

function topicRowOf({ id, title, summary, dimensions, quotes, gaps, newest }: Topic): DataRows['topics'][number] {
  return { id, url: absolute(topicUrl(id)), title, summary, dimensions: dimensions.length, quotes: quotes.length, gaps, newest: newest || null };
}

function sourceRowOf({ id, title, publisher, via, url, published, kind, licence, notice, fingerprint }: Source, quotes: number): DataRows['sources'][number] {
  const terms = SOURCE_LICENCES[licence];
  return {
    id,
    url: absolute(sourceUrl(id)),
    title,
    publisher,
    via: via ?? null,
    source_url: url,
    published,
    kind,
    licence,
    licence_name: terms.name,
    licence_url: terms.url,
    notice: notice?.text ?? null,
    fingerprint_covers: fingerprint?.covers ?? null,
    fingerprint_checked: fingerprint?.checked ?? null,
    quotes,
  };
}

function changesOf({ corrections, withdrawn }: OnRecord): DataRows['changes'] {
  return [
    ...corrections.map(({ id, date, quote, topic, why }) => ({ id: `correction/${id}`, date, kind: 'correction' as const, quote: quote ?? null, topic: topic ?? null, what: why })),
    ...withdrawn.map(({ id, date, topic, reason }) => ({ id: `withdrawal/${id}`, date, kind: 'withdrawal' as const, quote: id, topic, what: reason })),
  ];
}
