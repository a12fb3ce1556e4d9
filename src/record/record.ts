import type { ArticlePart } from './article-parts.ts';
import type { ArticleEntry } from './schema/article.ts';
import type { CodingEntry } from './schema/coding.ts';
import type { CorrectionEntry } from './schema/correction.ts';
import type { CurriculumEntry } from './schema/curriculum.ts';
import type { GlossaryEntry } from './schema/glossary.ts';
import type { OfficeHolderEntry } from './schema/office.ts';
import type { Behind } from './schema/page.ts';
import type { PartyEntry } from './schema/party.ts';
import type { QuoteEntry, ReportedEntry, SilenceEntry } from './schema/position.ts';
import type { SourceEntry } from './schema/source.ts';
import type { SpeakerEntry } from './schema/speaker.ts';
import type { Stance } from './schema/stance.ts';
import type { EventEntry, FigureEntry, StatusEntry, TopicEntry, VoiceEntry } from './schema/topic.ts';
import type { WithdrawnEntry } from './schema/withdrawn.ts';
import type { Proof } from './proof.ts';
import type { PartyStance } from './stance.ts';
import type { Statement } from './statements.ts';
import type { Term } from './terms.ts';

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
/** Where a question stands in law or policy. */
export type Status = WithSource<StatusEntry>;

export interface Speaker extends Omit<SpeakerEntry, 'party' | 'parties'> {
  id: string;
  /** Their party today; a quote names the party at its date. */
  party: Party;
  /** Only of who changed party: each in order of time. */
  parties?: readonly { party: Party; from?: string; until?: string }[];
}

/** That a party has since dropped what it said, in our words. */
export interface Disowned {
  date: string;
  note: string;
  source?: Source;
}

export interface Quote extends Omit<QuoteEntry, 'speaker' | 'source' | 'supersedes' | 'disowned'> {
  party: Party;
  topic: { id: string; title: string; shortTitle: string };
  dimension: { id: string; title: string; question: string };
  speaker: Speaker;
  source: Source;
  /** What its words say on the question, where both readers agreed; otherwise unclear. */
  stance: Stance;
  /** Its party has since dropped these words, or the whole source that prints them. */
  disowned?: Disowned;
  /** What must stand beside the words wherever they are shown: our note, what its party has dropped, what was said of the source. */
  notices: readonly string[];
  /** Id of the earlier quote this one replaces. */
  supersedes?: string;
  /** Id of the later quote that replaces this one. */
  supersededBy?: string;
  /** The day it was added to the record, where the ledger has it. */
  added?: string;
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
  /** The quote that settles the stance. */
  shownBy?: Quote;
  /** The stance rests only on words that the party has since dropped. */
  dropped?: true;
  /** Newest first. */
  quotes: readonly Quote[];
  /** The same quotes grouped: first the one that settles the stance, then newer, then older ones. */
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
  keywords: readonly string[];
  /** The topic’s terms that its question or quotes, or our words on them, name. */
  terms: readonly Term[];
  status?: Status;
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
  /** Date of the newest quote; empty without one. */
  newest: string;
  /** Date that half of its quotes are older than. */
  middle: string;
}

/** A party or topic that has left the record. */
export interface Retired {
  kind: 'party' | 'topic';
  id: string;
  name: string;
  /** The day it left. */
  date: string;
  reason: string;
  /** What left with it: a party's speakers, a topic's questions. */
  parts: readonly { id: string; name: string }[];
}

/** A hard word of the quotes, with what it means. */
export interface HardWord extends GlossaryEntry {
  word: string;
}

/** What a lesson serves in one nation, and which duty of balance applies there. */
export interface Curriculum extends CurriculumEntry {
  nation: string;
}

/** An article whose quotations are the record's own. */
export interface Article extends Omit<WithId<ArticleEntry>, 'topics'> {
  topics: readonly { id: string; title: string }[];
  /** What of the record stands in it, in its order. */
  parts: readonly ArticlePart[];
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
  /** A to Z by name. */
  retired: readonly Retired[];
  /** Newest first, drafts too. */
  articles: readonly Article[];
  /** Who stands behind the site, as far as its owner has said. */
  behind: Behind;
  /** A to Z. */
  glossary: readonly HardWord[];
  /** A to Z. */
  curricula: readonly Curriculum[];
  /** Who was seen in which office, A to Z by name. */
  offices: readonly (OfficeHolderEntry & { holder: string })[];
  /** Date of the newest thing in the record: the record's own "today". */
  asOf: string;
  /** The day of this version of the content, `YYYY-MM-DD`: its newest date of any kind, the days of the proofs too. */
  day: string;
}
