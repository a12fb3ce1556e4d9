import type { OnRecord } from '../../src/record/record.ts';
import { wordsOf } from '../../src/record/words.ts';
import type { Engine } from './engines.ts';

/** Milliseconds that a page may take to answer. */
const PATIENCE = 15_000;

/** How many questions are answered in a match and in a quiz. */
const QUESTIONS = 5;

/** What a reader comes to do, by name; each throws where it cannot be done. */
export const JOURNEYS: Readonly<Record<string, (engine: Engine, home: string, record: OnRecord) => Promise<void>>> = {
  async search(engine, home, record) {
    const quote = plainQuote(record);
    await engine.open(home);
    await engine.type('#home-find', `"${wordsOf(quote.text).slice(0, 8).join(' ')}"\n`);
    await until(engine, `document.querySelectorAll('a.result').length > 0`);
    await engine.click('a.result');
    await until(engine, `location.pathname.endsWith('/quotes/${quote.id}/')`);
  },
  async 'choose parties'(engine, home, { topics, parties }) {
    const [party, ...others] = parties;
    const { id, dimensions } = topics[0]!;
    const shown = `document.querySelector('#${dimensions[0]!.id}-${party!.id}').checkVisibility()`;
    await engine.open(`${home}topics/${id}/`);
    await until(engine, shown);
    await engine.click(`#show-${party!.id}`);
    await until(engine, `!${shown} && location.search === '?parties=${others.map((other) => other.id).join(',')}'`);
  },
  async check(engine, home, record) {
    const quote = plainQuote(record);
    await engine.open(`${home}check/`);
    await engine.type('#pasted', quote.text);
    await engine.click('quote-check .button');
    await until(engine, `document.querySelector('quote-check h2')?.textContent === 'In the record'`);
    await until(engine, `document.querySelector('quote-check a[href*="/quotes/${quote.id}/"]') !== null`);
  },
  async match(engine, home, { topics, parties }) {
    await engine.open(`${home}match/`);
    for (const { topic, id } of topics.flatMap(({ dimensions }) => dimensions).slice(0, QUESTIONS)) await engine.click(`[name="${topic.id}/${id}"][value=agree]`);
    await engine.click('[data-show]');
    await until(engine, `document.querySelectorAll('[data-parties] > li').length === ${parties.length} && document.querySelector('[data-results]').checkVisibility()`);
  },
  async quiz(engine, home) {
    await engine.open(`${home}class/who-said-it/?n=${QUESTIONS}`);
    await engine.click('who-said-it form .button-ink');
    for (let question = 1; question <= QUESTIONS; question++) {
      await until(engine, `document.querySelector('#quiz-at')?.textContent === 'Question ${question} of ${QUESTIONS}'`);
      await engine.click('button.quiz-choice');
      await until(engine, `/^(?:Right|Wrong)\\. Answer: ./u.test(document.querySelector('[data-part=verdict]').textContent)`);
      await engine.click('[data-do=next]');
    }
    await until(engine, `/^[0-${QUESTIONS}] of ${QUESTIONS}$/u.test(document.querySelector('#quiz-score').textContent)`);
  },
};

/** A quote of one plain sentence. */
function plainQuote({ quotes }: OnRecord) {
  return quotes.find(({ text }) => /^[\p{L} ,]{60,120}\.$/u.test(text)) ?? quotes[0]!;
}

async function until(engine: Engine, expression: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  // While a page gives way to the next, there is nobody to ask.
  while (!(await engine.ask<boolean>(`Boolean(${expression})`).catch(() => false))) {
    if (performance.now() > end) throw new Error(`never came true: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
