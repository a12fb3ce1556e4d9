import fs from 'node:fs';

/** What came of building the site that the tests look at. */
export interface BuildReport {
  /** What the build printed. */
  said: string;
  /** Why there is no site. */
  error?: string;
}

const FILE = '.tmp/built.json';

/** Takes the report of an earlier run away. */
export function forgetReport(): void {
  fs.rmSync(FILE, { force: true });
}

/** Writes the report, whole from the first moment that it is there. */
export function writeReport(report: BuildReport): void {
  fs.writeFileSync(`${FILE}.new`, JSON.stringify(report));
  fs.renameSync(`${FILE}.new`, FILE);
}

/** The report, once it is there. */
export function readReport(): BuildReport | undefined {
  return fs.existsSync(FILE) ? (JSON.parse(fs.readFileSync(FILE, 'utf8')) as BuildReport) : undefined;
}
