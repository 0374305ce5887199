import type { YamlFault, YamlPath, YamlPlace } from '../yaml/parse-yaml.js';
import type { ParsedPack, ReadFile } from './parse-pack.js';

interface Occurrence {
  readonly file: string;
  readonly value: string;
  /** Looked up only where there is a fault: finding a line walks the file. */
  readonly place: () => YamlPlace;
}

/**
 * Finds what stands twice across the files of a pack: example texts, case ids and case texts, and examples that are cases.
 * Works on the data as written, so that these faults are listed beside those of the schemas.
 */
export function findDuplicates(parts: ParsedPack): readonly YamlFault[] {
  const examples = occurrences(parts.examples, [['examples', '*', 'text']]);
  const caseTexts = occurrences(parts.cases, [
    ['cases', '*', 'call', 'text'],
    ['cases', '*', 'twin', 'text'],
    ['quiet', '*', 'text'],
  ]);
  const caseIds = occurrences(parts.cases, [
    ['cases', '*', 'id'],
    ['quiet', '*', 'id'],
  ]);
  return [
    ...repeated(examples, (first) => `the same example stands in ${first}; leave one out`),
    ...repeated(caseIds, (first) => `the same id stands in ${first}; each case needs its own`),
    ...repeated(caseTexts, (first) => `the same text stands in ${first}; leave one out`),
    ...learntCases(examples, caseTexts),
  ];
}

function learntCases(examples: readonly Occurrence[], cases: readonly Occurrence[]): readonly YamlFault[] {
  const tested = new Map(cases.map((one) => [keyOf(one.value), one]));
  return examples.flatMap((example) => {
    const found = tested.get(keyOf(example.value));
    if (found === undefined) return [];
    return [
      faultAt(example, `this text is also a case in ${placeOf(found)}; a case must not test what an example taught`),
    ];
  });
}

function repeated(all: readonly Occurrence[], message: (first: string) => string): readonly YamlFault[] {
  const seen = new Map<string, Occurrence>();
  return all.flatMap((one) => {
    const first = seen.get(keyOf(one.value));
    if (first !== undefined) return [faultAt(one, message(placeOf(first)))];
    seen.set(keyOf(one.value), one);
    return [];
  });
}

function faultAt({ file, place }: Occurrence, message: string): YamlFault {
  return { file, ...place(), message };
}

function placeOf({ file, place }: Occurrence): string {
  return `${file}:${place().line}`;
}

/** Texts that differ only in case, spaces or composition are the same. */
function keyOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function occurrences(files: readonly ReadFile<unknown>[], patterns: readonly YamlPath[]): readonly Occurrence[] {
  return files.flatMap(({ file, parsed }) =>
    patterns.flatMap((pattern) =>
      strings(parsed.raw, pattern, []).map(({ path, value }) => ({ file, value, place: () => parsed.locate(path) })),
    ),
  );
}

function strings(raw: unknown, pattern: YamlPath, path: YamlPath): readonly { path: YamlPath; value: string }[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return typeof raw === 'string' ? [{ path, value: raw }] : [];
  if (step === '*')
    return Array.isArray(raw) ? raw.flatMap((item, index) => strings(item, rest, [...path, index])) : [];
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([key, value]) => (key === step ? strings(value, rest, [...path, key]) : []));
}
