/** All that the check reckons with, loaded when it is first used. */
export { buildQuoteIndex, judge } from './misquote.ts';
export { whoseWords } from './whose.ts';
export * as wording from './wording.ts';
