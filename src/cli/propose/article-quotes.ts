import { attributionsOf } from '../../features/check/attribution.ts';
import { splitPassage } from '../../features/check/sentences.ts';
import { whoseWords } from '../../features/check/whose.ts';
import { partyPatterns } from '../../features/check/checkable.ts';
import { inOneLine } from '../reading/read.ts';
import type { Said } from './proposals.ts';
import { type Known, partyOf, plainName, speakerNamed, type Who } from './who.ts';

/**
 * What an article quotes in quotation marks from people of the record’s parties, by the rules by which the check says
 * whose words are whose. Only a whole sentence can be proposed, and only of a person whose party is known or is named
 * beside them; a spokesperson without a name is one where the party is named.
 */
export function spokenInArticle(text: string, date: string | undefined, known: Known): Said[] {
  // Where lines end as sentences do, each is a paragraph; a long line that does not goes on in the next, as in a PDF.
  const paragraphs = text.replaceAll(/(?<=[.!?:]["”’)]*)\r?\n(?=\S)/gu, '\n\n').replaceAll(/(?<=[^\n]{40})\r?\n(?=\S)/gu, ' ');
  const { shown, quotations } = splitPassage(paragraphs);
  const people = known.speakers.filter(({ data }) => data.kind === 'person');
  const whose = whoseWords(
    people.map(({ data }) => ({ speaker: data.name, kind: data.kind, party: data.party, role: '', capacity: 'party', date: date ?? '2000-01-01' })),
    partyPatterns(known.parties.map(({ id, data }) => ({ ...data, id }))),
  );
  const attributions = attributionsOf(shown, quotations, whose);
  return quotations.flatMap(({ from, to }, index): Said[] => {
    const named = attributions[index]?.named ?? '';
    const around = beside(shown, from, to, named);
    const who = named === '' ? undefined : whoIs(named, around.lead, date, known);
    const inside = shown.slice(from, to).replace(/^["“‘']+|["”’']+$/gu, '');
    return who ? [{ who, text: inOneLine(inside.replaceAll(/\n\s*["“]?/gu, ' ')), passage: inOneLine(around.passage), columns: [] }] : [];
  });
}

/** The sentence that names who speaks, and the paragraph with those beside it. */
function beside(shown: string, from: number, to: number, named: string): { lead: string; passage: string } {
  const start = shown.lastIndexOf('\n', from - 1) + 1;
  const end = shown.indexOf('\n', to);
  const paragraph = shown.slice(start, end === -1 ? undefined : end);
  const at = shown.lastIndexOf(named, to);
  const lead = paragraph.includes(named) ? paragraph : at === -1 ? '' : shown.slice(shown.lastIndexOf('\n', at) + 1, at + named.length);
  const before = shown.lastIndexOf('\n', Math.max(0, shown.slice(0, start).trimEnd().length - 1)) + 1;
  return { lead, passage: shown.slice(before, end === -1 ? undefined : end) };
}

function whoIs(named: string, lead: string, date: string | undefined, known: Known): Who | undefined {
  const speaker = speakerNamed(named, known) ?? known.speakers.find(({ data }) => data.kind === 'person' && plainName(data.name).endsWith(` ${plainName(named)}`) && lead.includes(data.name));
  const name = speaker?.data.name ?? named;
  const parties = partyPatterns(known.parties.map(({ id, data }) => ({ ...data, id }))).filter(({ names }) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'u').test(titleBefore(lead, name)));
  const beside = parties.length === 1 ? parties[0]!.id : undefined;
  const party = partyOf(name, date, known) ?? (beside === undefined ? undefined : { party: beside, because: 'party: named beside them' });
  const role = roleBeside(lead, name);
  const isName = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+$/u.test(name);
  if (!party || (!speaker && !isName && !/spokes/iu.test(named))) return undefined;
  return { speaker: name, party: party.party, role, because: `${party.because}; ${role === null ? 'role: not known' : 'role: named beside them'}` };
}

/** What stands before a name as its title: “Shadow home secretary”. */
function titleBefore(lead: string, name: string): string {
  const at = lead.indexOf(name);
  return at === -1 ? name : `${/(?:^|[.!?”"]\s+|,\s+)([^.,!?“”":;]{0,80})$/u.exec(lead.slice(0, at))?.[1] ?? ''} ${name}`;
}

const ROLE = /(?:(?:[Ss]hadow |[Dd]eputy |[Pp]rime |[Ff]ormer |[Cc]o-)*(?:\p{L}+[ -]){0,5}(?:[Mm]inister|[Ss]ecretary|[Ll]eader|[Cc]hancellor|MP|[Ss]pokes(?:person|man|woman)|[Pp]eer|[Mm]ayor|[Cc]ouncillor))(?: for [\p{L} ]+)?/u;

function roleBeside(lead: string, name: string): string | null {
  const before = titleBefore(lead, name)
    .slice(0, -name.length)
    .trim()
    .replace(/^(?:But|And|The|A|An|UK)\s+/u, '');
  const whole = new RegExp(`^${ROLE.source}$`, 'u');
  if (whole.test(before)) return before.charAt(0).toUpperCase() + before.slice(1);
  const after = new RegExp(`^,\\s+(?:the |a |an )?([^,.“”"]{3,90}),`, 'u').exec(lead.slice(lead.indexOf(name) + name.length))?.[1];
  return after !== undefined && whole.test(after) ? after.charAt(0).toUpperCase() + after.slice(1) : null;
}
