import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { balanceProblems } from './balance.ts';
import { nothingLiesAhead } from './dates.ts';
import { changedWordsAreCorrected, correctionsFollowEachOther, nothingDisappears } from './history.ts';
import { everyPartyInEveryDimension, idsPointSomewhere, positionsHaveAPlace, voicesHaveADimension, withdrawalsHaveADimension } from './links.ts';
import { idsAreFree, partiesHaveNamesOfTheirOwn } from './names.ts';
import { notesNameNoOpponent } from './notes.ts';
import { fingerprintsFit, quotesAreWordForWord, voicesAreWordForWord } from './proofs.ts';
import { approachedSilenceHasItsSource, partiesOfASpeakerFollowEachOther, quoteIdsAreUnique, quotesAreNotNewerThanTheirSource, speakersSpeakForTheirParty, supersedesEndsAndGoesBack } from './quotes.ts';

/** A rule across files: takes every entry, gives every problem it finds. */
type Rule = (entries: Entries) => Problem[];

const RULES: Rule[] = [
  idsPointSomewhere,
  voicesHaveADimension,
  withdrawalsHaveADimension,
  partiesHaveNamesOfTheirOwn,
  idsAreFree,
  nothingLiesAhead,
  positionsHaveAPlace,
  everyPartyInEveryDimension,
  quoteIdsAreUnique,
  quotesAreNotNewerThanTheirSource,
  speakersSpeakForTheirParty,
  partiesOfASpeakerFollowEachOther,
  notesNameNoOpponent,
  approachedSilenceHasItsSource,
  supersedesEndsAndGoesBack,
  quotesAreWordForWord,
  voicesAreWordForWord,
  fingerprintsFit,
  nothingDisappears,
  correctionsFollowEachOther,
  changedWordsAreCorrected,
  balanceProblems,
];

/**
 * Every problem across the files that no single file's schema can see.
 * @param entries entries that their schemas have accepted
 * @returns every problem of every file, sorted by file and field; empty when the record is whole
 */
export function findProblems(entries: Entries): Problem[] {
  return RULES.flatMap((rule) => rule(entries)).sort((a, b) => a.file.localeCompare(b.file) || a.field.localeCompare(b.field));
}
