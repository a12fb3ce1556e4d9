import type { SourceKind } from '../../record/schema/source.ts';
import { blindText } from '../../record/blind/blind-text.ts';
import { newestFirst } from '../../record/dates.ts';
import { nameForms, type NameForm } from '../../record/party-names.ts';
import { seededOrder } from '../../record/party-order.ts';
import type { OnRecord, Quote, Topic } from '../../record/record.ts';
import { FEWEST_WORDS_FOR_A_TASK } from '../../record/thresholds.ts';
import { wordCount } from '../../record/words.ts';

/** One text of the source task, with its quote: for the key only. */
export interface ChosenSource {
  kind: SourceKind;
  quote: Quote;
  /** The words as blind mode shows them. */
  text: string;
}

/** What the texts have in common. */
export type SharedGround = 'question' | 'topic';

export interface SourceChoice {
  /** At most one a kind and one a party, in the order of `TASK_KINDS`. */
  texts: readonly ChosenSource[];
  shared: SharedGround;
  /** Kinds of source of which there is no text. */
  missing: readonly SourceKind[];
}

/** Above the texts, and below them. */
export const SOURCE_INTRO = 'The same view can sound different on the record of Parliament, on a party’s own page and in the news.';
export const SOURCE_DIFFERS = 'Write one thing that each kind of source is good for, and one thing it leaves out.';

/** The kinds of source, in the order in which the task shows them. */
export const TASK_KINDS: readonly SourceKind[] = ['official-record', 'party', 'press'];

/**
 * Quotes of one topic from as many kinds of source as it has, no party twice, best of all on one question. Which of
 * several equal choices is taken is decided by the topic's id alone, so that nobody picks a party.
 * @param topic the topic
 * @param record its parties and speakers, whose names are masked
 */
export function chooseSources(topic: Pick<Topic, 'id' | 'dimensions'>, { parties, speakers }: Pick<OnRecord, 'parties' | 'speakers'>): SourceChoice {
  const forms = nameForms(parties, speakers);
  const known = chosen.get(topic);
  if (known?.forms === forms) return known.choice;
  const choice = choose(topic, forms);
  chosen.set(topic, { forms, choice });
  return choice;
}

/** A pack, its slides and its key need the same choice, and there may be thousands of ways to choose. */
const chosen = new WeakMap<object, { forms: readonly NameForm[]; choice: SourceChoice }>();

function choose(topic: Pick<Topic, 'id' | 'dimensions'>, forms: readonly NameForm[]): SourceChoice {
  const fit = topic.dimensions.flatMap(({ positions }) => positions.flatMap(({ quotes }) => fitting(quotes, forms)));
  const ofQuestions = longest(topic.dimensions.flatMap(({ id }) => combinations(fit.filter(({ quote }) => quote.dimension.id === id))));
  // A large topic has many thousand ways across its questions, which can add nothing when a question has every kind.
  const ofTopic = ofQuestions[0]?.length === TASK_KINDS.length ? [] : longest(combinations(fit));
  const shared = (ofTopic[0]?.length ?? 0) > (ofQuestions[0]?.length ?? 0) || ofQuestions.length === 0 ? 'topic' : 'question';
  const byName = new Map((shared === 'topic' ? ofTopic : ofQuestions).map((texts) => [texts.map(({ quote }) => quote.id).join(' '), texts]));
  const texts = byName.get(seededOrder([...byName.keys()], `sources ${topic.id}`)[0] ?? '') ?? [];
  return { texts, shared, missing: TASK_KINDS.filter((kind) => !texts.some((text) => text.kind === kind)) };
}

/** A position's newest quote of each kind; whole sentences before parts of one. */
function fitting(quotes: readonly Quote[], forms: readonly NameForm[]): ChosenSource[] {
  return TASK_KINDS.flatMap((kind) => {
    const candidates = quotes
      .filter((quote) => quote.source.kind === kind && !quote.disowned && wordCount(quote.text) >= FEWEST_WORDS_FOR_A_TASK)
      .toSorted((a, b) => Number(a.partial ?? false) - Number(b.partial ?? false) || newestFirst(a.date, b.date) || a.id.localeCompare(b.id));
    for (const quote of candidates) {
      const text = blindText(quote, forms);
      if (text !== undefined) return [{ kind, quote, text }];
    }
    return [];
  });
}

/** Those with the most texts. */
function longest(choices: readonly ChosenSource[][]): ChosenSource[][] {
  const most = choices.reduce((count, texts) => Math.max(count, texts.length), 0);
  return choices.filter((texts) => texts.length === most);
}

/** Every way to take at most one text of each kind, no party twice. */
function combinations(fit: readonly ChosenSource[]): ChosenSource[][] {
  return TASK_KINDS.reduce<ChosenSource[][]>(
    (taken, kind) => taken.flatMap((texts) => [texts, ...fit.filter((one) => one.kind === kind && !texts.some(({ quote }) => quote.party.id === one.quote.party.id)).map((one) => [...texts, one])]),
    [[]],
  );
}
