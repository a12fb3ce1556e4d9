import { alphabetical } from '../../record/party-order.ts';

/** How a reader dealt with one question, after its answer was shown. */
export interface BlindRound {
  /** Name of the party whose card was chosen; `none` when "none of these" was, undefined when nothing was. */
  chosen: { party: string } | 'none' | undefined;
  /** Names of the parties that have a card on the question. */
  shown: readonly string[];
  /** Names of the parties that have none. */
  gaps: readonly string[];
}

/** What a reader chose over all questions of a topic. */
export interface BlindTally {
  questions: number;
  /** Questions on which a card was chosen. */
  chosen: number;
  /** Questions answered with "none of these". */
  none: number;
  /** Every party A to Z, never ranked: how often its card was chosen, of how many questions it has a card on. */
  parties: readonly { name: string; chosen: number; of: number }[];
}

/**
 * Counts the choices. A party is counted only over the questions on which it has a card, so that silence is no loss.
 * @param rounds one a question
 */
export function blindTally(rounds: readonly BlindRound[]): BlindTally {
  const names = [...new Set(rounds.flatMap(({ shown, gaps }) => [...shown, ...gaps]))].map((name) => ({ name }));
  const isChoice = (chosen: BlindRound['chosen']): chosen is { party: string } => typeof chosen === 'object';
  return {
    questions: rounds.length,
    chosen: rounds.filter(({ chosen }) => isChoice(chosen)).length,
    none: rounds.filter(({ chosen }) => chosen === 'none').length,
    parties: alphabetical(names).map(({ name }) => ({
      name,
      chosen: rounds.filter(({ chosen }) => isChoice(chosen) && chosen.party === name).length,
      of: rounds.filter(({ shown }) => shown.includes(name)).length,
    })),
  };
}
