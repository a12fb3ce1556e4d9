/**
 * Words that one side uses, or that judge. Our own words use none of them outside quotation marks.
 * Each stands with the reason; the only list of its kind in the project.
 */
const LOADED: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\billegal (?:im)?migrants?\b/iu, 'names people by an act; write who crossed or entered, and how'],
  [/\billegals\b/iu, 'names people by an act'],
  [/\bbogus\b/iu, 'judges claims that nobody has judged'],
  [/\binvasion\b|\bswarm\b|\bflood(?:ed|ing)? (?:of|with|by) (?:migrants|people)\b/iu, 'pictures people as a threat'],
  [/\bslam(?:s|med|ming)?\b|\bblast(?:s|ed|ing)?\b|\bhit(?:s)? out\b/iu, 'a headline word for criticising'],
  [/\badmit(?:s|ted|ting) that\b|\bconced(?:es|ed)\b/iu, 'says that something was hidden'],
  [/\bclaims? (?:that|the|it|to)\b|\bclaimed\b/iu, 'casts doubt; write "says"'],
  [/\brefus(?:es|ed) to\b|\bfail(?:s|ed) to\b/iu, 'judges what was not done'],
  [/\bradical\b|\bextrem(?:e|ist)\b|\bhard-?line\b|\bfar-?(?:left|right)\b/iu, 'places a party on a scale'],
  [/\bcommon-?sense\b|\bwoke\b|\bvirtue[- ]signal/iu, 'praise or scorn in place of description'],
  [/\bbedroom tax\b|\bdeath tax\b|\bfamily farm tax\b|\btax raid\b|\bmansion tax\b/iu, 'one side’s name for a tax or benefit'],
  [/\bcruel\b|\bshameful\b|\bdisgraceful\b|\bdraconian\b|\bgenerous\b|\btough on\b|\bsoft on\b/iu, 'judges'],
  [/\bbroken Britain\b|\bcost of greed\b|\bgreen crap\b|\bnet stupid\b/iu, 'a slogan'],
];

/** Text between quotation marks is somebody's: it may hold any word. */
const QUOTED = /"[^"]*"|“[^”]*”/gu;

/** The loaded words in a text of ours, each with the reason; empty when there is none. */
export function findLoadedWords(text: string): string[] {
  const own = text.replace(QUOTED, ' ');
  return LOADED.flatMap(([pattern, reason]) => {
    const match = pattern.exec(own);
    return match ? [`“${match[0]}” (${reason})`] : [];
  });
}
