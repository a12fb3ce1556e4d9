import type { CodingEntry } from './schema/coding.ts';
import type { CorrectionEntry } from './schema/correction.ts';
import type { GlossaryEntry } from './schema/glossary.ts';
import type { PartyEntry } from './schema/party.ts';
import type { QuoteEntry, ReportedEntry, SilenceEntry } from './schema/position.ts';
import type { SourceEntry } from './schema/source.ts';
import type { SpeakerEntry } from './schema/speaker.ts';
import type { Stance } from './schema/stance.ts';
import type { EventEntry, FigureEntry, TopicEntry, VoiceEntry } from './schema/topic.ts';
import type { WithdrawnEntry } from './schema/withdrawn.ts';
import type { Proof } from './proof.ts';
import type { PartyStance } from './stance.ts';
import type { Statement } from './statements.ts';

/** An entry under the name of its file. */
type WithId<E> = E & { id: string };
/** What names a source, with the source itself. */
type WithSource<E> = Omit<E, 'source'> & { source: Source };

export type Party = WithId<PartyEntry>;
export type Source = WithId<SourceEntry>;
export type Correction = WithId<CorrectionEntry>;
export type Withdrawn = WithId<WithdrawnEntry>;
export type Reported = WithSource<ReportedEntry>;
export type Voice = WithSource<Omit<VoiceEntry, 'dimension'>> & { proof?: Proof };
export type Figure = WithSource<FigureEntry>;
export type TopicEvent = WithSource<EventEntry>;

export interface Speaker extends Omit<SpeakerEntry, 'party'> {
  id: string;
  party: Party;
}

export interface Quote extends Omit<QuoteEntry, 'speaker' | 'source' | 'supersedes'> {
  party: Party;
  topic: { id: string; title: string; shortTitle: string };
  dimension: { id: string; title: string; question: string };
  speaker: Speaker;
  source: Source;
  /** What its words say on the question, where both readers agreed; otherwise unclear. */
  stance: Stance;
  /** Id of the earlier quote this one replaces. */
  supersedes?: string;
  /** Id of the later quote that replaces this one. */
  supersededBy?: string;
  /** How the words are known. */
  proof: Proof;
  corrections: readonly Correction[];
  /** How two readers coded its stance; absent until it is coded. */
  coding?: CodingEntry;
}

export interface Silence extends Omit<SilenceEntry, 'source'> {
  source?: Source;
}

/** A source read whole that says nothing on the question. */
export interface SilentSource {
  source: Source;
  note?: string;
}

export interface Position {
  party: Party;
  /** `<topic>/<dimension>/<party>`, the key of its entry. */
  id: string;
  /** Path of its file from the content folder. */
  file: string;
  summary?: string;
  stance: PartyStance;
  /** The quote that shows the stance. */
  shownBy?: Quote;
  /** Newest first. */
  quotes: readonly Quote[];
  /** The same quotes grouped, newest first. */
  statements: readonly Statement<Quote>[];
  reported: readonly Reported[];
  silent: readonly SilentSource[];
  silence?: Silence;
  hasNote: boolean;
}

export interface Dimension {
  id: string;
  title: string;
  shortTitle: string;
  question: string;
  topic: { id: string; title: string; shortTitle: string };
  /** One a party, A to Z. */
  positions: readonly Position[];
  voices: readonly Voice[];
}

export interface Topic extends Omit<TopicEntry, 'dimensions' | 'figures' | 'events' | 'voices'> {
  id: string;
  dimensions: readonly Dimension[];
  figures: readonly Figure[];
  /** Oldest first. */
  events: readonly TopicEvent[];
  /** Every quote of the topic, newest first. */
  quotes: readonly Quote[];
  /** How many positions have no quote. */
  gaps: number;
  /** Date of the newest quote. */
  newest: string;
}

/** A hard word of the quotes, with what it means. */
export interface HardWord extends GlossaryEntry {
  word: string;
}

/** The whole record: joined, sorted and frozen. Everything that is shown or exported is made from this. */
export interface OnRecord {
  /** A to Z. */
  parties: readonly Party[];
  /** A to Z by title. */
  topics: readonly Topic[];
  /** Newest first, then by id. */
  quotes: readonly Quote[];
  /** A to Z by name. */
  speakers: readonly Speaker[];
  /** A to Z by title. */
  sources: readonly Source[];
  /** Newest first. */
  corrections: readonly Correction[];
  withdrawn: readonly Withdrawn[];
  /** A to Z. */
  glossary: readonly HardWord[];
  /** Date of the newest thing in the record: the record's own "today". */
  asOf: string;
}
