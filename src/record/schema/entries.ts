import type { ArticleEntry } from './article.ts';
import type { CodingEntry } from './coding.ts';
import type { CorrectionEntry } from './correction.ts';
import type { CurriculumEntry } from './curriculum.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { OfficeHolderEntry } from './office.ts';
import type { PageEntry } from './page.ts';
import type { PartyEntry } from './party.ts';
import type { PositionEntry } from './position.ts';
import type { SourceEntry } from './source.ts';
import type { SpeakerEntry } from './speaker.ts';
import type { TopicEntry } from './topic.ts';
import type { WithdrawnEntry } from './withdrawn.ts';

/** One file of the content after its schema has accepted it. */
export interface Entry<Data> {
  /** The file's path without folder and extension, for example `<topic>/<dimension>/<party>`. */
  id: string;
  /** Path from the content folder. */
  file: string;
  data: Data;
  /** The text below the front matter; empty for YAML files. */
  body: string;
}

/** Every file of the content, by collection. */
export interface Entries {
  parties: Entry<PartyEntry>[];
  topics: Entry<TopicEntry>[];
  positions: Entry<PositionEntry>[];
  speakers: Entry<SpeakerEntry>[];
  sources: Entry<SourceEntry>[];
  corrections: Entry<CorrectionEntry>[];
  pages: Entry<PageEntry>[];
  articles: Entry<ArticleEntry>[];
  withdrawn: Entry<WithdrawnEntry>[];
  /** How two readers coded each quote's stance. */
  codings: Entry<CodingEntry>[];
  /** The ledger: quote id to the hash of its words when first published. */
  published: Entry<string>[];
  /** Hard words and what they mean; an entry's id is the word. */
  glossary: Entry<GlossaryEntry>[];
  /** Curricula and duties of balance; an entry's id is the nation. */
  curricula: Entry<CurriculumEntry>[];
  /** Who held which office; an entry's id is their name. */
  offices: Entry<OfficeHolderEntry>[];
  /** Files that are there but that their schema refused; rules across files do not call them missing. */
  broken: BrokenFile[];
}

export interface BrokenFile {
  collection: Exclude<keyof Entries, 'broken'>;
  id: string;
  file: string;
}
