import type { AssessParts } from '../assess/assess-parts.js';
import { LANGUAGES } from '../assess/assessment.js';
import type { PackSources } from '../packs/pack-sources.js';

/** What a comparison looks at. */
export interface PackContent {
  readonly sources: PackSources;
  readonly parts: Pick<AssessParts, 'decisions'>;
}

/** One thing in a pack that can be added, removed or changed. */
interface Item {
  /** `entry`, `pattern`, … */
  readonly kind: string;
  /** What it is called, so that the same thing is found in the other pack. */
  readonly name: string;
  readonly value: unknown;
}

const MOST_OF_TEXT = 60;

/** How a pack differs from the one before it, a readable line each, in the order of the files. */
export function describeChanges(before: PackContent, after: PackContent): readonly string[] {
  const [old, now] = [byKey(itemsOf(before)), byKey(itemsOf(after))];
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, { kind, name }]) => `${kind} removed: ${name}`);
  const others = [...now].flatMap(([key, item]) => {
    const known = old.get(key);
    if (known === undefined) return [`${item.kind} added: ${item.name}`];
    const fields = changedFields(known.value, item.value);
    return fields.length === 0 ? [] : [`${item.kind} changed: ${item.name}: ${fields.join(', ')}`];
  });
  return [...removed, ...others];
}

/** What a pack holds, in one line, where there is nothing to compare it with. */
export function describeContent({ sources }: Pick<PackContent, 'sources'>): string {
  const entries = sources.lexicons.reduce((sum, lexicon) => sum + lexicon.entries.length, 0);
  const cases = 2 * sources.pairs.length + sources.quiet.length;
  return `${entries} entries, ${sources.groups.groups.length} groups, ${sources.examples.length} examples, ${cases} cases`;
}

function itemsOf(content: PackContent): readonly Item[] {
  const { manifest, groups, patterns, functionWords, lexicons, examples, pairs, quiet } = content.sources;
  return [
    { kind: 'setting', name: 'pack.yaml', value: manifest },
    ...groups.groups.map((group) => ({ kind: 'group', name: `${group.id} (${group.gloss})`, value: group })),
    ...patterns.patterns.map((pattern) => ({ kind: 'pattern', name: pattern.id, value: pattern })),
    ...LANGUAGES.map((language) => ({ kind: 'function words', name: language, value: functionWords[language] })),
    ...lexicons.flatMap(lexiconItems),
    ...examples.map(({ language, label, text, ...value }) => ({
      kind: 'example',
      name: `${language} ${label} «${shortened(text)}»`,
      value,
    })),
    ...pairs.map(({ id, ...value }) => ({ kind: 'case', name: id, value })),
    ...quiet.map(({ id, ...value }) => ({ kind: 'case', name: id, value })),
    ...Object.entries(content.parts.decisions).flatMap(([language, { thresholds, coefficients }]) => [
      { kind: 'threshold', name: language, value: thresholds },
      { kind: 'fitted weights', name: language, value: coefficients },
    ]),
  ];
}

function lexiconItems({ language, verbs, entries, patterns, cues }: PackSources['lexicons'][number]): readonly Item[] {
  return [
    ...verbs.map((verb) => ({ kind: 'verb', name: `${language} «${verb.infinitive}»`, value: verb })),
    ...entries.map((entry) => ({
      kind: 'entry',
      name: `${language} «${entry.lemma}» (${entry.role}, ${entry.gloss})`,
      value: entry,
    })),
    ...patterns.map((pattern) => ({ kind: 'pattern', name: `${language} ${pattern.id}`, value: pattern })),
    ...cues.map((cue) => ({ kind: 'cue', name: `${language} «${cue.words}» (${cue.kind})`, value: cue })),
  ];
}

/** Things of one name are told apart by their order. */
function byKey(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    let key = `${item.kind} ${item.name}`;
    while (found.has(key)) key += ' again';
    found.set(key, item);
  }
  return found;
}

function changedFields(before: unknown, after: unknown): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const inWords = [was, is].map(inOneWord);
    return inWords.includes(undefined) ? [name] : [`${name} ${inWords[0]} → ${inWords[1]}`];
  });
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) return new Map([['words', value]]);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [['value', value]]);
}

/** Numbers, switches and short texts; undefined for what has parts of its own. */
function inOneWord(value: unknown): string | undefined {
  if (value === undefined) return 'none';
  if (typeof value === 'string') return `«${shortened(value)}»`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_OF_TEXT ? line : `${line.slice(0, MOST_OF_TEXT - 1)}…`;
}
