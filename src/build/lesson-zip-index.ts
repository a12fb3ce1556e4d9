import { escapeHtml } from '../record/cite/prose.ts';
import type { PackFiles } from './lesson-zip.ts';

/** A file of the archive. */
export interface ZipPart {
  /** Its path in the topic's folder of the site. */
  name: string;
  /** Its name in the archive. */
  file: string;
}

/** What each file is, by the end of its path; in this order. */
const KINDS: readonly (readonly [end: RegExp, what: string])[] = [
  [/^index\.html$/u, 'The lesson: plan, sheets and cards'],
  [/^slides\/index\.html$/u, 'Slides for the projector'],
  [/^slides\.pptx$/u, 'Slides to change (PowerPoint)'],
  [/^pupils\.pdf$/u, 'Pupils’ paper (PDF)'],
  [/^pupils\.docx$/u, 'Pupils’ paper to change (Word)'],
  [/^teacher\.pdf$/u, 'Teacher’s paper, with the answers (PDF)'],
  [/^teacher\.docx$/u, 'Teacher’s paper to change, with the answers (Word)'],
  [/^pack\.pdf$/u, 'Both papers in one (PDF)'],
  [/^key\/index\.html$/u, 'Answer key, for the teacher'],
];

const STYLE = `:root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.5 system-ui,sans-serif}h1,h2{font-family:Georgia,serif;line-height:1.2}h2{margin-top:2rem;border-top:2px solid;padding-top:.75rem}li{margin:.5rem 0}`;

/** The first page of an archive: what is in it, and where each lesson begins. */
export function zipIndex({ topic, parts, day, newer, site }: { topic: PackFiles['topic']; parts: readonly ZipPart[]; day: string; newer: string; site: string }): string {
  const list = (folder: string) => {
    const own = parts.flatMap(({ name, file }) => {
      const rest = name.startsWith(folder) ? name.slice(folder.length) : '';
      const place = KINDS.findIndex(([end]) => end.test(rest));
      return place === -1 ? [] : [{ place, line: `<li><a href="${file}">${KINDS[place]![1]}</a></li>` }];
    });
    const lines = own.sort((a, b) => a.place - b.place).map(({ line }) => line);
    return lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`;
  };
  const questions = topic.dimensions.map(({ id, title, question }) => `<h2>${escapeHtml(title)}</h2><p>${escapeHtml(question)} One lesson of 50 minutes.</p>${list(`${id}/`)}`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(topic.title)}: for your lesson</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(topic.title)}: for your lesson</h1>
<p>All of this works without internet. Links from these pages to the record need it.</p>
${questions.join('\n')}
<h2>All the questions, for a project</h2>${list('')}
<h2>Quiz: Who said it?</h2><ul><li><a href="quiz.html">A quiz on the quotes of this topic</a></li></ul>
<p>${escapeHtml(site)}. The data are of ${day}. A newer pack may be at <a href="${newer}">${newer}</a></p>
</main>
</body>
</html>
`;
}
