import { z } from 'astro/zod';
import { readAttribution } from './attributed.ts';
import { fragmentText } from './markup.ts';
import { dayIn, type Given, type ReadSource, type Speech, unreadable } from './read.ts';

const item = z.looseObject({ ItemType: z.string().nullish(), MemberId: z.number().nullish(), AttributedTo: z.string().nullish(), Value: z.string().nullish(), HRSTag: z.string().nullish(), OrderInSection: z.number().nullish() });
type Item = z.infer<typeof item>;

interface Debate {
  Overview: z.infer<typeof overview>;
  Items: Item[];
  ChildDebates?: Debate[] | null | undefined;
}

const overview = z.looseObject({ ExtId: z.string().nullish(), Title: z.string(), Date: z.string(), House: z.string().nullish(), Location: z.string().nullish() });
const debate: z.ZodType<Debate> = z.looseObject({
  Overview: overview,
  Items: z.array(item),
  get ChildDebates() {
    return z.array(debate).nullish();
  },
});

/**
 * Reads a debate as Parliament’s Hansard API serves it.
 * @throws CommandError when it has another shape, or no words
 */
export function readHansardJson({ name, url }: Given, data: unknown): ReadSource {
  const result = debate.safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    return unreadable(name, `is JSON, but no debate as the Hansard API serves it (${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is wrong'})`, 'give the answer of /debates/debate/<id>.json, whole');
  }
  const { Overview } = result.data;
  const published = dayIn(Overview.Date);
  if (published === undefined) return unreadable(name, `has no date that is one (${Overview.Date.slice(0, 40)})`, 'give the answer of the Hansard API unchanged');
  const column: ColumnState = { now: undefined };
  const speeches = speechesOf(name, result.data, column);
  if (speeches.every(({ text }) => text === '')) return unreadable(name, 'is a debate in which nobody speaks', 'give a debate with its contributions');
  const house = /^(?:Commons|Lords)$/u.test(Overview.House ?? '') ? Overview.House! : undefined;
  const official = house !== undefined && Overview.ExtId ? `https://hansard.parliament.uk/${house}/${published}/debates/${encodeURIComponent(Overview.ExtId)}/${slug(Overview.Title)}` : url;
  return {
    text: [Overview.Title, ...speeches.map(({ by, text }) => `${by?.name ?? ''}\n${text}`)].join('\n\n'),
    facts: { title: fragmentText(name, Overview.Title).text, publisher: 'Hansard', ...(official ? { url: official } : {}), published, licence: 'OPL', kind: 'official-record' },
    spoken: published,
    speeches: speeches.map((speech) => ({ ...speech, columns: speech.columns.map(({ from, column: one }) => ({ from, column: one || (column.before ?? '') })) })),
  };
}

const slug = (title: string) => encodeURIComponent(title.replaceAll(/[^\p{L}\p{N}]+(\p{L}?)/gu, (_, letter: string) => letter.toUpperCase()));

/** The column in which the next words are printed. */
interface ColumnState {
  now: string | undefined;
  /** The column before the first that is marked. */
  before?: string;
}

function speechesOf(name: string, { Items, ChildDebates }: Debate, column: ColumnState): Speech[] {
  const own = [...Items].sort((a, b) => (a.OrderInSection ?? 0) - (b.OrderInSection ?? 0));
  const heard = own.flatMap((one): Speech[] => {
    const { text, columns } = fragmentText(name, one.Value ?? '');
    const from = columnsFrom(columns, column);
    const line = one.AttributedTo ?? '';
    if (text === '') return [];
    const member = one.MemberId ? { member: String(one.MemberId) } : undefined;
    // Words that go on after a break name nobody again.
    const by = (one.ItemType ?? 'Contribution') !== 'Contribution' ? undefined : line === '' ? member && { name: '', ...member } : readAttribution(line);
    return [{ by: by && { ...by, ...member }, text, columns: from, ...(one.HRSTag === 'Question' ? { tabled: true as const } : {}) }];
  });
  return [...heard, ...(ChildDebates ?? []).flatMap((child) => speechesOf(name, child, column))];
}

/** A mark stands where its column begins; what comes before the first one is printed in the column before it. */
function columnsFrom(marks: readonly { at: number; column: string }[], state: ColumnState): Speech['columns'] {
  const [, number, suffix = ''] = /^(\d+)(\D*)$/u.exec(marks[0]?.column ?? '') ?? [];
  if (state.now === undefined && number !== undefined) state.before = `${Number(number) - 1}${suffix}`;
  const first = { from: 0, column: state.now ?? '' };
  state.now = marks.at(-1)?.column ?? state.now;
  return [first, ...marks.map(({ at, column }) => ({ from: at, column }))];
}
