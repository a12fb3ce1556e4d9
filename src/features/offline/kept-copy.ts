/** A file that is kept, as it lies in the bundle. */
export interface KeptFile {
  /** Its address below the site's base: `topics/housing/`; the home page is empty. */
  path: string;
  /** Its content type. */
  type: string;
  /** Bytes. In the bundle the files lie one after another in this list's order, all of it gzip. */
  size: number;
  /** True when gzip makes it smaller, so that it is stored so. */
  gzip: boolean;
  /** SHA-256, the first 16 hex digits. */
  hash: string;
}

/** Every file that is kept, `offline/manifest.json`. */
export interface OfflineManifest {
  /** Made from the files: the same files have the same version. */
  version: string;
  /** Name of the bundle beside this manifest. */
  bundle: string;
  files: readonly KeptFile[];
}

/** What a page says before anything is downloaded, `offline/latest.json`. */
export interface OfflineSummary {
  version: string;
  /** How many pages and how many files there are to keep. */
  pages: number;
  files: number;
  /** Bytes to download: the bundle and the manifest, both as gzip. */
  bytes: number;
  /** Bytes that the device stores, about. */
  stored: number;
}

/** What one topic's lessons need beside the site: pages, papers and slides of each question, `offline/lessons.json`. */
export interface TopicLessons {
  title: string;
  /** Bytes of all of them. */
  bytes: number;
  /** Their addresses below the site's base. */
  files: readonly string[];
}
