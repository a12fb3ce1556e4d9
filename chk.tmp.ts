import { inspectContent } from './src/record/read.ts';
import { problemLine } from './src/record/schema/problem.ts';
import { readingGrade } from './tests/support/reading-grade.ts';
import { findLoadedWords } from './tests/support/loaded-words.ts';
const { entries, problems } = await inspectContent('content');
console.log(problems.map(problemLine).join('\n') || 'no problem');
for (const { id, body } of entries.articles) { const prose = body.replaceAll(/^<[A-Z].*\/>$/gmu, '').replaceAll(/<[^>]*>/gu, ''); console.log(id, prose.split(/\s+/u).length, readingGrade(prose).toFixed(1), findLoadedWords(prose)); }
