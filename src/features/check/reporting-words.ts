/** English of reporters, without names. */
const listed = (words: string) => words.trim().split(/\s+/u);
const oneOf = (words: string) => listed(words).join('|');

/** Verbs whose forms end in -s, -ed or -ing; a stem without its "e". */
const STEMS = `vow claim add insist declar announc warn ask answer respond argu explain commit propos demand urg admit conced confirm continu stress
  comment remark observ suggest boast reiterat describ call attribut accus agre acknowledg assert maintain recall repeat promis pledg quot credit`;
const FORMS = `said say says saying tell tells told telling write writes wrote written writing reply replies replied replying state states stated stating
  note notes noted noting tweets tweeted posts posted put puts read reads`;
const PHRASES = `pointed out|set out|spelled out`;

/** Words by which somebody is said to speak. */
export const REPORTING = new RegExp(`\\b(?:${oneOf(FORMS)}|(?:${oneOf(STEMS)})(?:t?ed|t?ing|e?s|e|d)?|${PHRASES})\\b`, 'giu');

const ARTICLES = `(?:(?:the|a|an|his|her|their|its|then|mr|former)\\s+)*`;
/** After these a name is not the one who speaks: "told MPs of A". */
const OBJECT_WORDS = `not rather\\sthan instead\\sof to of about on with against at after like than for behind over toward towards under into before in during unlike
  tell tells telling told ask asks asked asking urges urged urging accuses accused accusing attack attacks attacked attacking warn warns warned warning`;
export const OBJECT = new RegExp(`\\b(?:${oneOf(OBJECT_WORDS)})\\s+${ARTICLES}$`, 'iu');

/** After these it is, wherever it stands. */
const SPEAKER_PHRASES = [
  'according to',
  'in the words of',
  'words (?:of|from)',
  'quot(?:e|ed|ing)(?: (?:of|from))?',
  'by',
  'from',
  '(?:is|was|are|were|as|per) (?:what|how)',
  '(?:attributed|credited) to',
  '(?:comes?|came) from',
  'goes to',
  'in',
];
export const SPEAKER = new RegExp(`\\b(?:${SPEAKER_PHRASES.join('|')})\\s+${ARTICLES}$`, 'iu');

export const PRONOUN = /\b(?:he|she|they|it|the party)\b/giu;

/** That somebody did not say it is no attribution. */
const DENYING = String.raw`(?:never|not|did(?:n['’]t| not)|has(?:n['’]t| not)|den(?:y|ies|ied)(?: that| having)?)`;
export const DENIED = new RegExp(`\\b${DENYING}\\s+(?:(?:he|she|they|it|ever|actually)\\s+)*(?:said|say|saying|made|promised?|told|claim(?:ed)?)\\b`, 'iu');

/** Capitalised words that open sentences, name times and places, or print and send: they speak no words of their own. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  listed(`
  i he she it we they you his her its their our the a an this that these those there in on at by to for from of with as and or but so if when while after
  before during since until because although though yet then later earlier now today yesterday tomorrow tonight meanwhile however instead also again only even
  just what who how why where which not no yes asked speaking responding replying according writing quoting quote headline fact check words source sources
  here both one two another last next under over about monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december bbc itv lbc gb sky news guardian times telegraph mail sun mirror independent express spectator observer politico
  hansard commons lords house parliament westminster whitehall radio tv twitter x facebook mps peers uk britain british england scotland wales ireland london
  europe european eu brexit nhs manifesto contract election general conference speech interview statement press release party government state minister
  secretary prime leader mp deputy shadow home foreign chancellor photo image video q re via per page chapter section`),
);

/** Those who are named by what they are, and the strangers among them, who spoke nothing of the record. */
export const STRANGERS: ReadonlySet<string> = new Set(listed('critic critics campaigner campaigners expert experts union unions resident residents economist economists charity charities journalist journalists voter voters'));
export const HEADS: ReadonlySet<string> = new Set([
  ...STRANGERS,
  ...listed(`premier pm chancellor secretary minister ministers leader co-leader spokesman spokeswoman spokesperson spokespeople mp mps government treasury
    office department opposition`),
]);
