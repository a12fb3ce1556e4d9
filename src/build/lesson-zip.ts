import { strToU8, zipSync } from 'fflate';
import { absolute, lessonPartUrl, lessonUrl } from '../site/urls.ts';
import { offlinePage } from './lesson-offline.ts';

/** The files of one pack as the site has them. */
export interface PackFiles {
  topic: string;
  /** The topic's title. */
  title: string;
  /** The pack's page and its key's, as built. */
  page: string;
  key: string;
  pdf: Uint8Array;
  /** Day of the data, `YYYY-MM-DD`: the time of every file in the archive. */
  day: string;
}

/**
 * One topic's pack as an archive that opens from disk without a server; the same files give the same bytes.
 * @param files what the site has
 */
export function lessonZip({ topic, title, page, key, pdf, day }: PackFiles): Uint8Array {
  const names = { page: `${topic}-lesson.html`, key: `${topic}-answer-key.html`, pdf: `${topic}-lesson.pdf` };
  const links = new Map([
    [lessonUrl(topic), names.page],
    [lessonPartUrl(topic, 'key/'), names.key],
    [lessonPartUrl(topic, 'pack.pdf'), names.pdf],
  ]);
  const readme = [
    `${title}: lesson pack`,
    '',
    `${names.page}: the lesson, with quote cards to print. It opens in any browser.`,
    `${names.key}: the answer key, for the teacher.`,
    `${names.pdf}: both, ready to print. The key is at the end.`,
    '',
    'All of it works without internet. Links to other pages need it.',
    `The data are of ${day}. A newer pack may be at ${absolute(lessonUrl(topic))}`,
    '',
  ].join('\r\n');
  // A zip's time has no zone: local numbers are written as they are read here, whatever the machine's zone.
  const [year = 2025, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date);
  return zipSync({ 'README.txt': strToU8(readme), [names.page]: strToU8(offlinePage(page, links)), [names.key]: strToU8(offlinePage(key, links)), [names.pdf]: [pdf, { level: 0 }] }, { level: 9, mtime, os: 3 });
}
