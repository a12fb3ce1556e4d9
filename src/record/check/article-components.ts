import { firstDay } from '../dates.ts';
import { areHeldBy, areLettersOf } from '../held-words.ts';
import { idsOf } from '../article-parts.ts';
import { prove } from '../proof.ts';
import { standing } from '../retired.ts';
import { dayMonthOrYear } from '../schema/date.ts';
import type { Entries } from '../schema/entries.ts';
import type { Problem } from '../schema/problem.ts';
import { termNamed } from '../terms.ts';
import { quotesOf } from './look-up.ts';
import { fingerprintsOf } from './proofs.ts';

/** Ids that begin alike are of one speaker, and mostly of one question. */
const SAME = 12;

type Fault = Pick<Problem, 'problem' | 'mend'>;
type Attributes = Readonly<Record<string, string>>;

interface Component {
  /** Does it stand on a line of its own, or in a sentence? */
  place: 'line' | 'sentence';
  needs: readonly string[];
  may: readonly string[];
  /** What stands between its two tags; nothing where it has one tag. */
  holds?: string;
}

const component = (place: Component['place'], needs: string, may = '', holds?: string): Component => ({ place, needs: needs.split(' ').filter(Boolean), may: may.split(' ').filter(Boolean), ...(holds ? { holds } : {}) });

/** Everything of the record that an article can show; `content/README.md` has an example of each. */
export const COMPONENTS: Readonly<Record<string, Component>> = {
  Quote: component('line', 'id', 'part'),
  Position: component('line', 'dimension party'),
  SideBySide: component('line', 'dimension', 'parties'),
  AtAGlance: component('line', 'topic'),
  Timeline: component('line', 'dimension', 'parties'),
  Figure: component('line', 'topic label'),
  Voice: component('line', 'topic name', 'begins'),
  Status: component('line', 'dimension'),
  Changes: component('line', 'since', 'topic parties'),
  Words: component('sentence', 'id part'),
  Said: component('sentence', 'source', 'prefix suffix', 'the words of the source'),
  Term: component('sentence', '', 'topic', 'a term of the topic'),
  Title: component('sentence', '', '', 'a title'),
  Word: component('sentence', '', '', 'a word'),
};

/** What the components of one content may name, gathered once. */
export function componentRules(entries: Entries) {
  const quotes = new Map(quotesOf(entries).map(({ quote, position }) => [quote.id, { quote, file: position.file }]));
  const withdrawn = new Set(entries.withdrawn.map(({ id }) => id));
  const topics = new Map(entries.topics.map((topic) => [topic.id, topic.data]));
  const parties = new Set(entries.parties.map(({ id }) => id));
  const sources = new Set(entries.sources.map(({ id }) => id));
  const fingerprints = fingerprintsOf(entries);
  const known = { parties: standing(entries).parties.map(({ id }) => id), topics: standing(entries).topics.map(({ id }) => id) };
  const none = (name: string, value: string, ids: Iterable<string>): Fault => ({ problem: `has the ${name} ${JSON.stringify(value)}, which does not exist`, mend: `use one of: ${[...ids].join(', ')}` });

  const like = (id: string) => {
    const near = [...quotes.keys()].filter((one) => one.startsWith(id.slice(0, SAME))).slice(0, 5);
    return near.length > 0 ? `; there is ${near.join(', ')}` : '';
  };

  const values: Readonly<Record<string, (value: string, all: Attributes) => Fault | undefined>> = {
    id: (value) =>
      quotes.has(value) || withdrawn.has(value) ? undefined : { problem: `names the quote ${JSON.stringify(value)}, which does not exist`, mend: `copy the id from the address of the quote’s page, after /quotes/${like(value)}` },
    part(value, { id = '' }) {
      const of = quotes.get(id);
      const held = of && areHeldBy(value, of.quote.text);
      if (!of || (held === 'yes' && areLettersOf(value, of.quote.text))) return undefined;
      if (held === 'negated') return { problem: `leaves off the “not” before “${value}” in the quote ${id}`, mend: 'take the “not” into the part' };
      return { problem: `gives words to the quote ${id} that it does not hold letter for letter: “${value}”`, mend: `copy them from the quote’s page, with ” as &quot;, or from content/${of.file}; […] marks what you leave out` };
    },
    dimension(value) {
      const [topic = '', dimension = '', ...more] = value.split('/');
      const of = topics.get(topic);
      if (!of || more.length > 0) return { problem: `has the dimension ${JSON.stringify(value)}, which does not exist`, mend: `write topic/dimension with one of the topics: ${known.topics.join(', ')}` };
      return of.dimensions.some(({ id }) => id === dimension)
        ? undefined
        : none(
            'dimension',
            value,
            of.dimensions.map(({ id }) => `${topic}/${id}`),
          );
    },
    party: (value) => (parties.has(value) ? undefined : none('party', value, known.parties)),
    parties: (value) =>
      idsOf(value)
        .filter((id) => !parties.has(id))
        .map((id) => none('party', id, known.parties))[0],
    topic: (value) => (topics.has(value) ? undefined : none('topic', value, known.topics)),
    label: (value, { topic = '' }) => {
      const of = topics.get(topic)?.figures;
      return !of || of.some(({ label }) => label === value)
        ? undefined
        : none(
            'figure',
            value,
            of.map(({ label }) => JSON.stringify(label)),
          );
    },
    name(value, { topic = '', begins = '' }) {
      const of = topics.get(topic)?.voices;
      const found = of?.filter(({ name, text }) => name === value && text.startsWith(begins));
      if (!of || found?.length === 1) return undefined;
      if (found?.length === 0) return none('voice', begins ? `${value}: ${begins}` : value, new Set(of.map(({ name }) => JSON.stringify(name))));
      return { problem: `names ${found?.length} voices`, mend: `add begins="…" with the first words of one: ${found?.map(({ text }) => `“${text.slice(0, 30)}…”`).join(', ')}` };
    },
    since: (value) => (dayMonthOrYear.safeParse(value).success && firstDay(value) ? undefined : { problem: `has the date ${JSON.stringify(value)}, which is none`, mend: 'write YYYY-MM-DD, YYYY-MM or YYYY' }),
    source(value) {
      if (!sources.has(value)) return { problem: `names the source ${JSON.stringify(value)}, which does not exist`, mend: 'use the name of a file in content/sources/' };
      return fingerprints.get(value) ? undefined : { problem: `takes words from ${value}, which has no fingerprint to prove them`, mend: 'take a source with a fingerprint, or npm run source:add' };
    },
  };

  /** What is wrong with one component, its words included. */
  return (name: string, attributes: Attributes, words: string, ownTopics: readonly string[]): Fault[] => {
    const { needs, may, holds } = COMPONENTS[name]!;
    const missing = needs.filter((attribute) => !attributes[attribute]).map((attribute) => ({ problem: `has no ${attribute}`, mend: `write <${name} ${needs.map((one) => `${one}="…"`).join(' ')}${holds ? `>${holds}</${name}>` : ' />'}` }));
    const unknown = Object.keys(attributes)
      .filter((attribute) => !needs.includes(attribute) && !may.includes(attribute))
      .map((attribute) => ({ problem: `has ${attribute}, which it does not take`, mend: `it takes ${[...needs, ...may].join(', ') || 'nothing but words'}` }));
    const wrong = Object.entries(attributes).flatMap(([attribute, value]) => (unknown.length > 0 ? [] : (values[attribute]?.(value, attributes) ?? [])));
    if (missing.length > 0 || unknown.length > 0 || wrong.length > 0) return [...missing, ...unknown, ...wrong];
    if (holds === undefined) return words === '' ? [] : [{ problem: 'holds words between its tags', mend: `close it at once: <${name} … />` }];
    if (words.trim() === '') return [{ problem: `holds no words`, mend: `write <${name}>${holds}</${name}>` }];
    if (name === 'Term') {
      const of = attributes['topic'] ? [attributes['topic']] : ownTopics;
      const terms = of.flatMap((topic) => topics.get(topic)?.terms ?? []);
      return termNamed(words, terms) ? [] : [{ problem: `explains “${words}”, which is no term of ${of.join(' or ')}`, mend: `use one of: ${terms.map(({ term }) => term).join(', ')}` }];
    }
    if (name === 'Said') {
      const proof = prove({ text: words, prefix: attributes['prefix'], suffix: attributes['suffix'] }, attributes['source']!, fingerprints.get(attributes['source']!));
      return proof.verdict === 'refuted' ? [{ problem: `is not word for word in ${attributes['source']}: ${proof.why}`, mend: proof.mend ?? 'copy the words again from the source' }] : [];
    }
    return [];
  };
}
