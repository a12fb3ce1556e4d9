import { dateInWords } from '../../record/dates.ts';
import type { CheckableQuote } from './checkable.ts';
import type { Judgement, Verdict } from './verdict.ts';

/** The name of each verdict, as a heading and as counted. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  'in-record': 'In the record',
  altered: 'Altered',
  misattributed: 'Another speaker’s words',
  swapped: 'Speakers swapped',
  'wrong-date': 'From another date',
  'wrong-document': 'Not from that document',
  joined: 'Joined from two quotes',
  'too-short': 'Too short to judge',
  'not-in-record': 'Not in this record',
  'too-long': 'Too long to check',
};

/**
 * What must be said first: whose words these are, and what else keeps them from being quoted so.
 * @param quotes the quotes by id
 */
export function whoseInWords({ verdict, attribution, quote, places, named, spoke }: Judgement, quotes: ReadonlyMap<string, CheckableQuote>): string {
  const found = quotes.get(quote ?? '');
  const kindOf = (name: string) => [...quotes.values()].find(({ speaker }) => speaker === name)?.kind;
  const whose = (name: string) => possessive(kindOf(name) === 'person' ? name : withArticle(name));
  if (verdict === 'joined') return `One quotation, but the words stand in ${places.length} quotes. Spoken by: ${spoke}.`;
  if (verdict === 'too-short') return `So few words may be anybody’s. These words stand in ${places.length === 1 ? 'one quote' : `${places.length} quotes`}:`;
  if (!found || !spoke || attribution === 'none') return '';
  if (verdict === 'altered') return `The quote is ${whose(spoke)}, ${attribution === 'right' ? 'as you have it, but' : `not ${whose(named ?? '')}, and`} its words were changed.`;
  if (attribution === 'right') return `These are ${whose(spoke)} words, as you have it.`;
  if (verdict === 'wrong-date') return `These words are from ${dateInWords(found.date)}. You have: ${named}.`;
  if (verdict === 'wrong-document') return `These are ${whose(spoke)} words (${found.role}), not a manifesto’s.`;
  return `These are ${whose(spoke)} words, not ${whose(named ?? '')}.`;
}

/** "Home Secretary" takes an article, a name does not. */
function withArticle(name: string): string {
  const plain = !/^the /iu.test(name) && !/['’]/u.test(name) && (/^\p{Ll}|s$/u.test(name) || TITLE.test(name));
  return plain ? `the ${name}` : name;
}

const TITLE = /\b(?:party|group|manifesto|contract|leader|secretary|minister|chancellor|spokes\w+|mp|government|office|department|treasury)$/iu;

function possessive(name: string): string {
  return /s$/u.test(name) ? `${name}’` : `${name}’s`;
}
