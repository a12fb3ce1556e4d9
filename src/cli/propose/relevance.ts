import { wordsOf } from '../../record/words.ts';
import { formSource } from '../../record/word-forms.ts';
import { standing } from '../../record/retired.ts';
import type { Entries } from '../../record/schema/entries.ts';

/** What a statement is about, with the reasons in words. */
export interface Relevance {
  topic: string | null;
  dimension: string | null;
  score: number;
  reasons: string[];
}

/** Where words stand: the sentence itself counts most. */
export interface Around {
  sentence: string;
  /** What the same person says around it. */
  passage: string;
  /** What the source is called. */
  title: string;
}

/** Offices and procedure, of which every debate is full. */
const PROCEDURE =
  /\b(?:Lord (?:High )?Chancellor|(?:Deputy )?Prime Minister|Leader of the House|(?:[Ss]hadow )?Secretar(?:y|ies) of State(?: for [\p{L} ,]+?(?=[^\p{L} ,]|$| (?:will|has|is|and his|and her)\b))?|Parliament(?:ary)?|Ministry of [\p{Lu}]\p{L}+|Second Reading|Dispatch Box|(?:right )?hon\. (?:and learned |and gallant )?\p{L}+)/gu;

/**
 * Points for a word of a question by where it stands. A keyword is an editor’s own choice and counts most; words of the
 * question itself count by their rarity among all questions; words of quotes already there show what such a quote speaks of.
 */
const POINTS = { title: 5, phrase: 4, keyword: 3, question: 1, quotes: 0.3, topic: 1.5, subject: 1 } as const;
const WHERE = { sentence: 1, title: 0.5, passage: 0.3 } as const;
/** A question is named from here on, where the source speaks of its topic, and where it does not: “waiting list” alone may be a court’s. Below it the editor chooses. */
const NAMED = { onTopic: 4, elsewhere: 6 } as const;
/** No kind of reason counts more than this, so that one long list does not outweigh the rest. */
const MOST = 8;

const STOPWORDS = new Set(
  `a about above after again all also am an and any are as at be because been before being between both britain british but by can cannot could country did do does doing down during each england few for from further
  get go going got government had has have having he her here hers him his how i if in into is it its itself just law less let like made make makes many may me more most much must my need new no nor not now of off on once one
  only or other our out over own parliament part party people per put same secretary she should so some state such take than that the their them then there these they this those through to too uk under until up us very was
  way we were what when where whether which while who whom why will with without would year years you your first last minister right hon member members house bill`.split(/\s+/u),
);

interface Question {
  topic: string;
  dimension: string;
  keywords: readonly Form[];
  /** Words of the question and its title, with their weight. */
  words: ReadonlyMap<string, number>;
  quoted: ReadonlyMap<string, number>;
}

interface Form {
  written: string;
  pattern: RegExp;
  points: number;
}

interface Subject {
  topic: string;
  forms: readonly Form[];
  /** How often the source names it. */
  named: number;
}

const withoutProcedure = (text: string) => text.replaceAll(PROCEDURE, (words) => ' '.repeat(words.length));

/**
 * Judges what the statements of one source are about.
 * @param entries the record’s topics and quotes
 * @param whole all of the source’s text: which topics it speaks of decides between topics, and whether few words are enough
 */
export function relevanceFor(entries: Pick<Entries, 'topics' | 'parties' | 'positions'>, whole: string): (around: Around) => Relevance {
  const plain = withoutProcedure(whole);
  const topics = standing(entries).topics;
  const rough = topics.flatMap(({ id, data }) =>
    data.dimensions.map((one) => ({
      topic: id,
      dimension: one.id,
      keywords: [{ ...formOf(one.title), points: POINTS.title }, ...(one.keywords ?? []).map(formOf)],
      own: stems(`${one.question} ${one.title}`),
      said: stems(entries.positions.flatMap((position) => (position.id.startsWith(`${id}/${one.id}/`) ? position.data.quotes.map(({ text }) => text) : [])).join(' ')),
    })),
  );
  const weigh = (lists: readonly ReadonlySet<string>[]) => (word: string) => Math.log(lists.length / Math.max(1, lists.filter((list) => list.has(word)).length));
  const all = weigh(rough.map(({ own, said }) => new Set([...own, ...said])));
  const questions = rough.map(({ topic, dimension, keywords, own, said }): Question => ({ topic, dimension, keywords, words: weighed(own, all), quoted: weighed(said, all) }));
  const ofTopics = topics.map(({ id, data }): Subject => {
    const forms = [data.title, ...data.keywords].map((one) => ({ ...formOf(one), points: POINTS.topic }));
    return { topic: id, forms, named: forms.reduce((total, { pattern }) => total + [...plain.matchAll(new RegExp(pattern, `g${pattern.flags}`))].length, 0) };
  });
  return (around) => best(around, questions, ofTopics);
}

const weighed = (words: ReadonlySet<string>, weight: (word: string) => number) => new Map([...words].map((word) => [word, weight(word)] as const).filter(([, points]) => points > 1));

/** “prisons” in the list finds “prison” in the text and the other way round. */
function formOf(written: string): Form {
  const stem = written.replace(/(?<=\p{L}{3})(?:s|es)$/u, '');
  return { written, points: /\s/u.test(written) ? POINTS.phrase : POINTS.keyword, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${formSource(`${stem}*`)}(?:e?s|’s|'s)?(?![\\p{L}\\p{N}])`, /^\p{Lu}{2}/u.test(written) ? 'u' : 'iu') };
}

function stems(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length > 2 && !STOPWORDS.has(word) && /\p{L}/u.test(word))
      .map((word) => word.replace(/['’]s$/u, '').replace(/(?<=\p{L}{3})(?:ing|ed|es|s)$/u, '')),
  );
}

function best(around: Around, questions: readonly Question[], topics: readonly Subject[]): Relevance {
  const texts = Object.entries(WHERE).map(([where, share]) => {
    const text = withoutProcedure(around[where as keyof typeof WHERE]);
    return { where: where as keyof typeof WHERE, share, text, words: stems(text) };
  });
  const subject = subjectOf(texts);
  const ofTopic = topics.map((topic) => ({ ...topic, ...found(texts, topic.forms, 'topic keyword') })).sort((a, b) => b.score + share(b) - a.score - share(a))[0];
  const judged = questions
    .map((question) => {
      const keywords = found(texts, question.keywords, 'keyword');
      // A word of a keyword that was found is counted there.
      const counted = stems(keywords.written.join(' '));
      const words = new Map([...question.words].filter(([word]) => !counted.has(word)));
      const parts = [keywords, shared(texts, words, POINTS.question, 'word of the question'), shared(texts.slice(0, 1), question.quoted, POINTS.quotes, 'word of its quotes')];
      const isOnTopic = topics.some(({ topic, named }) => topic === question.topic && named > 0);
      const asked = parts[0]!.score + parts[1]!.score;
      return { ...question, isNamed: asked >= (isOnTopic ? NAMED.onTopic : NAMED.elsewhere), score: sum(parts), reasons: parts.flatMap(({ reasons }) => reasons) };
    })
    .filter(({ isNamed }) => isNamed)
    .sort((a, b) => b.score - a.score)[0];
  if (judged) return { topic: judged.topic, dimension: judged.dimension, score: judged.score + subject.score, reasons: [...judged.reasons, ...subject.reasons] };
  const score = (ofTopic?.score ?? 0) + subject.score;
  const named = ofTopic && ofTopic.score + ofTopic.named > 0 && score > 0 ? ofTopic : undefined;
  const reasons = named?.score === 0 ? [`the source speaks most of ${named.topic}`] : (named?.reasons ?? []);
  return { topic: named?.topic ?? null, dimension: null, score, reasons: [...reasons, ...subject.reasons, 'fits no question of the record for certain: choose one'] };
}

/** Between topics, the one that the source names more often. */
const share = ({ named }: Subject) => Math.min(2, named / 5);

interface Text {
  where: keyof typeof WHERE;
  share: number;
  text: string;
  words: ReadonlySet<string>;
}

interface Points {
  score: number;
  reasons: string[];
}

const IN: Readonly<Record<keyof typeof WHERE, string>> = { sentence: '', title: ' in the title', passage: ' around it' };
const rounded = (points: number) => Math.round(points * 10) / 10;
const sum = (parts: readonly Points[]) => parts.reduce((total, { score }) => total + score, 0);

/** Points for each form at its best place. */
function found(texts: readonly Text[], forms: readonly Form[], what: string): Points & { written: string[] } {
  const hits = forms.flatMap(({ written, pattern, points }) => {
    const at = texts.find(({ text }) => pattern.test(text));
    return at ? [{ written, score: points * at.share, reason: `${what} “${written}”${IN[at.where]} +${rounded(points * at.share)}` }] : [];
  });
  return { ...capped(hits), written: hits.map(({ written }) => written) };
}

/** Points for each word that is shared, at its best place. */
function shared(texts: readonly Text[], words: ReadonlyMap<string, number>, points: number, what: string): Points {
  const hits = [...words].flatMap(([word, weight]) => {
    const at = texts.find((text) => text.words.has(word));
    const score = at ? points * weight * at.share : 0;
    return at ? [{ score, reason: `${what} “${word}”${IN[at.where]} +${rounded(score)}` }] : [];
  });
  return capped(hits);
}

function capped(hits: readonly { score: number; reason: string }[]): Points {
  const top = [...hits].sort((a, b) => b.score - a.score).slice(0, 4);
  return {
    score: Math.min(
      MOST,
      top.reduce((total, { score }) => total + score, 0),
    ),
    reasons: top.map(({ reason }) => reason),
  };
}

/** What the source is about, said in the sentence itself. */
function subjectOf(texts: readonly Text[]): Points {
  const [sentence, title] = [texts.find(({ where }) => where === 'sentence')!, texts.find(({ where }) => where === 'title')!];
  return capped([...title.words].filter((word) => sentence.words.has(word)).map((word) => ({ score: POINTS.subject, reason: `word of the title “${word}” +${POINTS.subject}` })));
}
