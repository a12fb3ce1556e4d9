import { joinRecord } from '../../src/record/join.ts';
import { readContent } from '../../src/record/read.ts';

/** The content folder that the tests read: a frozen part of the record (see its README), or another, such as `content`. */
export const EDITION = process.env['TEST_CONTENT'] ?? 'tests/edition';

/** The edition's entries. */
export const { entries } = await readContent(EDITION);

/** The record made of them. */
export const record = joinRecord(entries);
