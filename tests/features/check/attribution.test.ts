import { describe, expect, test } from 'vitest';
import { worstOf } from '../../../src/cli/check.ts';
import { checkable } from '../../../src/features/check/checkable.ts';
import { buildQuoteIndex, judge } from '../../../src/features/check/misquote.ts';
import { whoseWords } from '../../../src/features/check/whose.ts';
import { record } from '../../support/edition.ts';
import { PASTED, writeOut } from './pasted.ts';

const { parties, quotes } = checkable(record, ({ id }) => id);
const [index, whose] = [buildQuoteIndex(quotes), whoseWords(quotes, parties)];
const textOf = (id: string) => quotes.find((quote) => quote.id === id)!.text;
const check = (passage: string) => judge(passage, index, whose);

describe.each(Object.entries(PASTED))('%s', (expected, rows) => {
  test.each(rows)('%s', (row) => {
    const { verdict, attribution, named, spoke } = worstOf(check(writeOut(row, textOf)));
    expect(`${verdict} ${attribution}`, `named ${named}, spoke ${spoke}`).toBe(expected);
  });
});
