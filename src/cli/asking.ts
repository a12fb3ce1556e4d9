import { isCancel, select, text } from '@clack/prompts';
import type { z } from 'astro/zod';
import { CommandError } from './command.ts';
import type { Keyboard } from './keyboard.ts';

/** An answer to choose, and how it is shown. */
export interface Option {
  value: string;
  label: string;
}

/** A question for one answer. What it offers and asks may depend on the answers before it. */
export interface Question {
  name: string;
  message: string;
  needed: boolean;
  /** What there is to choose from, where the answer is chosen. */
  options?: () => Option[];
  /** What is offered to begin with. */
  initial?: () => string | undefined;
  /** What is wrong with an answer; nothing where it is right. */
  wrong?: (answer: string) => Promise<string | undefined> | string | undefined;
  /** The one answer besides none. */
  only?: string | true;
  /** Asked only when it is to be changed. */
  late?: boolean;
  /** Is there nothing to ask, by the answers before? */
  idle?: () => boolean;
}

/** Someone pressed Ctrl+C, Ctrl+D or Escape, or chose to stop. */
export class Stopped extends Error {}

const YES_OR_NO = (answer: string) => (/^(?:y|yes|n|no)$/iu.test(answer) ? undefined : 'Type yes or no.');

/** Asks for a yes that is typed; nothing is written without one. */
export async function isYes(message: string, keyboard: Keyboard): Promise<boolean> {
  return /^y/iu.test(await ask({ name: '', message: `${message} (yes or no)`, needed: true, wrong: YES_OR_NO }, '', keyboard));
}

/** What a schema has against an answer. */
export const refusedBy = (schema: z.ZodType) => (answer: string) => {
  const issue = schema.safeParse(answer).error?.issues[0];
  return issue && `This ${issue.message}.`;
};

/** Is this one of the answers that a question takes? */
export async function isAnswer({ options, wrong, only }: Question, answer: string): Promise<boolean> {
  if (options) return options().some(({ value }) => value === answer);
  return only !== undefined || (await wrong?.(answer)) === undefined;
}

/** The answer; undefined where there is nothing to say. */
export async function answerTo(question: Question, before: string | true | undefined, keyboard: Keyboard): Promise<string | true | undefined> {
  const { message, needed, options, initial, only } = question;
  const start = before === undefined ? initial?.() : String(before);
  if (only !== undefined) return (await ask({ ...question, wrong: YES_OR_NO }, before ? 'yes' : 'no', keyboard)).startsWith('y') ? only : undefined;
  if (!options) return (await ask(question, start ?? '', keyboard)) || undefined;
  const offered = options().sort((a, b) => a.label.localeCompare(b.label, 'en'));
  if (offered.length > 0) return (await choose(message, needed ? offered : [{ value: '', label: '(none)' }, ...offered], start, keyboard)) || undefined;
  if (needed) throw new CommandError(`There is nothing to choose for “${message}”. To mend: add it to content/ first.`);
  return undefined;
}

/** Has one of some answers chosen. */
export async function choose(message: string, options: Option[], initialValue: string | undefined, keyboard: Keyboard): Promise<string> {
  keyboard.takesText = false;
  return answered(select({ message, options, ...(initialValue === undefined ? {} : { initialValue }), maxItems: 12, input: keyboard }));
}

async function ask({ message, needed, wrong }: Question, initialValue: string, keyboard: Keyboard): Promise<string> {
  keyboard.takesText = true;
  const validate = (value = '') => (value.trim() === '' ? (needed ? 'This is needed.' : undefined) : wrong?.(value.trim()));
  return ((await answered(text({ message, initialValue, validate, input: keyboard }))) ?? '').trim();
}

async function answered<Value>(answer: Promise<Value | symbol>): Promise<Exclude<Value, symbol>> {
  const value = await answer;
  if (isCancel(value)) throw new Stopped();
  return value as Exclude<Value, symbol>;
}
