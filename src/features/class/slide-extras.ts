import type { Dimension, OnRecord, Topic } from '../../record/record.ts';
import { type KeyAnswer, lessonKey, questionKey } from './lesson-key.ts';
import { wordsOf } from './question-lesson.ts';
import type { SlideExtras } from './slide.ts';

/** What the slides of a whole topic show beyond its pack. */
export function lessonExtras(topic: Topic, record: OnRecord): SlideExtras {
  const { questions, texts } = lessonKey(topic, record);
  return extras([...questions.flatMap(({ answers }) => answers), ...texts], topic, record);
}

/** The same for the lesson on one question. */
export function questionExtras(topic: Topic, dimension: Dimension, record: OnRecord): SlideExtras {
  return extras(questionKey(topic, dimension, record).answers, topic, record);
}

function extras(answers: readonly KeyAnswer[], topic: Topic, record: OnRecord): SlideExtras {
  return { answers: new Map(answers.map((answer) => [answer.label, answer])), wordsIn: (text) => wordsOf([text], topic, record) };
}
