import { basePath } from './address.ts';
import { site } from './settings.ts';

/** The folder the site is served from, with a slash at both ends: `/`, or `/on-record/` on a project page. */
const BASE = import.meta.env?.BASE_URL?.replace(/\/?$/u, '/') ?? basePath(globalThis.process?.env['BASE_PATH']);

/** Ids that would lead to one of the site's own addresses or feeds, by the collection that must not use them. */
export const TAKEN: Readonly<Record<'topics' | 'dimensions' | 'parties' | 'pages', readonly string[]>> = {
  topics: ['articles', 'corrections', 'latest', 'quotes', 'who-said-it'],
  dimensions: ['key', 'slides'],
  parties: ['articles', 'corrections', 'latest'],
  pages: ['corrections', 'frames'],
};

/** Pages of prose that every page links to. */
export const PROSE_PAGES = ['about', 'method', 'accessibility', 'privacy'] as const;

/** A path of this site as a link: `path('/topics/')` is `/on-record/topics/` under that base. */
export function path(absolutePath: `/${string}`): string {
  return BASE + absolutePath.slice(1);
}

/** The full address of a path that `path()` made, for feeds, citations and previews. */
export function absolute(link: string): string {
  return site.url + link;
}

/** The site's own address, base included and without a slash at the end, where the site is named or cited. */
export const homeAddress = absolute(path('/')).replace(/\/$/u, '');

export const topicUrl = (topic: string) => path(`/topics/${topic}/`);
export const dimensionUrl = (topic: string, dimension: string) => path(`/topics/${topic}/${dimension}/`);
export const partyUrl = (party: string) => path(`/parties/${party}/`);
/** A quote's own page, for ever; after it was withdrawn, the notice that says so. */
export const quoteUrl = ({ id }: { id: string }) => path(`/quotes/${id}/`);
/** The share picture of a quote, a topic or an article, which `src/build/cards.ts` draws. */
export const quoteCardUrl = (quote: string) => path(`/cards/quotes/${quote}.png`);
export const topicCardUrl = (topic: string) => path(`/cards/topics/${topic}.png`);
export const articleCardUrl = (article: string) => path(`/cards/articles/${article}.png`);
/** One quote for programs: its row, its proof, and what oEmbed says of it. */
export const quoteDataUrl = (quote: string) => path(`/data/v1/quotes/${quote}.json`);
/** The small page for other sites, and for a question what oEmbed says of it. */
export const quoteEmbedUrl = (quote: string) => path(`/embed/quotes/${quote}/`);
export const dimensionEmbedUrl = (topic: string, dimension: string) => path(`/embed/${topic}/${dimension}/`);
export const dimensionOembedUrl = (topic: string, dimension: string) => path(`/oembed/${topic}/${dimension}.json`);
/** An article; without one the list of all. */
export const articleUrl = (article?: string) => path(article === undefined ? '/articles/' : `/articles/${article}/`);
/** A feed by its file's name, such as `latest.xml`. */
export const feedUrl = (file: string) => path(`/feeds/${file}`);
export const speakerUrl = (speaker: string) => path(`/speakers/${speaker}/`);
/** The terms of a topic explained, or the hard words of the `quotes`; without either the page to choose one. */
export const wordsUrl = (list?: string) => path(list === undefined ? '/words/' : `/words/${list}/`);
/** The speakers of one party, with their roles. */
export const speakersOfUrl = (party: string) => path(`/speakers/of/${party}/`);
/** The list of the sources of one kind. */
export const sourcesOfKindUrl = (kind: string) => path(`/sources/of/${kind}/`);
/** How much a topic holds of each party, question by question. */
export const coverageUrl = (topic: string) => path(`/coverage/${topic}/`);
export const sourceUrl = (source: string) => path(`/sources/${source}/`);
/** Blind mode of one topic; without a topic the page to choose one. */
export const blindUrl = (topic?: string) => path(topic === undefined ? '/blind/' : `/blind/${topic}/`);
/** The answer key of a topic's blind sheet. */
export const blindKeyUrl = (topic: string) => path(`/blind/${topic}/key/`);
/** The page of a pair; the two stand A to Z in its address. */
export const pairUrl = (a: string, b: string) => path(`/compare/${a}/${b}/`);
/** A dimension's page with only these parties chosen. */
export const dimensionOfUrl = (topic: string, dimension: string, parties: readonly string[]) => `${dimensionUrl(topic, dimension)}?parties=${parties.join(',')}`;
/** The lesson pack of a topic; without a topic the page to choose one. */
export const lessonUrl = (topic?: string) => path(topic === undefined ? '/class/' : `/class/${topic}/`);
/** What belongs to a lesson pack: its key, its slides, its PDFs (the pupils', the teacher's, both) and its zip. */
export const lessonPartUrl = (topic: string, part: 'key/' | 'slides/' | 'pupils.pdf' | 'teacher.pdf' | 'pack.pdf' | 'pack.zip') => path(`/class/${topic}/${part}`);
/** The lesson on one question. */
export const questionLessonUrl = (topic: string, dimension: string) => path(`/class/${topic}/${dimension}/`);
/** What belongs to it: its slides, and the pupils' and the teacher's paper to print and to change. */
export const questionPartUrl = (topic: string, dimension: string, part: 'slides/' | 'slides.pptx' | 'pupils.pdf' | 'teacher.pdf' | 'pupils.docx' | 'teacher.docx') => path(`/class/${topic}/${dimension}/${part}`);
/** Its answers: a fold of the topic's key. */
export const questionKeyUrl = (topic: string, dimension: string) => `${lessonPartUrl(topic, 'key/')}#${dimension}`;
