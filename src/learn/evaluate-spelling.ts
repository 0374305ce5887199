import { type Assessment, alerts } from '../assess/assessment.js';
import type { Writing } from '../packs/format/cases.js';
import type { BenignText } from './benign-text.js';
import { disguise } from './disguise.js';
import type { CaseText } from './evaluate-cases.js';
import { type Share, shareOf } from './intervals.js';
import type { Progress } from './progress.js';

/** What one way of spelling does to one kind of writing. */
export interface SpellingFigures {
  readonly writing: Writing;
  readonly disguise: string;
  /** Calls of the functional cases that still alert. */
  readonly recall: Share;
  /** Benign texts of the functional cases that alert. */
  readonly falseOnCases: Share;
  /** Benign development lines that alert, of a sample. */
  readonly falseOnBenign: Share;
  /** Calls that alert in plain spelling and are lost in this one. */
  readonly lost: readonly { readonly id: string; readonly text: string }[];
}

interface Count {
  hits: number;
  of: number;
}

interface Counts {
  readonly recall: Count;
  readonly falseOnCases: Count;
  readonly falseOnBenign: Count;
  readonly lost: { readonly id: string; readonly text: string }[];
}

/** One benign line in this many is put through every disguise: all of them would take minutes. */
const SAMPLE_EVERY = 20;

/** Puts every functional case, and a sample of benign text, through every disguise of its writing. */
export function evaluateSpelling(
  cases: readonly CaseText[],
  benign: BenignText | undefined,
  assess: (text: string) => Assessment,
  progress: Progress,
): readonly SpellingFigures[] {
  const table = new Map<string, Counts>();
  const sample = (benign?.lines ?? []).filter((_, index) => index % SAMPLE_EVERY === 0);
  progress.begin('respelling', cases.length + sample.length);
  cases.forEach((one, index) => {
    if (index % 50 === 0) progress.advance(index);
    countCase(one, assess, table);
  });
  sample.forEach(({ tag, text }, index) => {
    if (index % 50 === 0) progress.advance(cases.length + index);
    for (const variant of disguise(text, writingOf(tag)))
      count(countsOf(table, writingOf(tag), variant.disguise).falseOnBenign, alerts(assess(variant.text).level));
  });
  progress.end();
  return [...table.entries()].map(([key, counts]) => figuresOf(key, counts));
}

function countCase(one: CaseText, assess: (text: string) => Assessment, table: Map<string, Counts>): void {
  const isCall = one.category !== undefined;
  const plain = alerts(assess(one.text).level);
  for (const variant of disguise(one.text, one.writing)) {
    const counts = countsOf(table, one.writing, variant.disguise);
    const flagged = alerts(assess(variant.text).level);
    count(isCall ? counts.recall : counts.falseOnCases, flagged);
    if (isCall && plain && !flagged) counts.lost.push({ id: one.id, text: variant.text });
  }
}

const SEPARATOR = '\t';

function countsOf(table: Map<string, Counts>, writing: Writing, name: string): Counts {
  const key = `${writing}${SEPARATOR}${name}`;
  const known = table.get(key);
  if (known !== undefined) return known;
  const fresh: Counts = {
    recall: { hits: 0, of: 0 },
    falseOnCases: { hits: 0, of: 0 },
    falseOnBenign: { hits: 0, of: 0 },
    lost: [],
  };
  table.set(key, fresh);
  return fresh;
}

function count(counted: Count, hit: boolean): void {
  counted.of += 1;
  if (hit) counted.hits += 1;
}

function figuresOf(key: string, counts: Counts): SpellingFigures {
  const [writing = '', name = ''] = key.split(SEPARATOR);
  return {
    writing: writingOf(writing),
    disguise: name,
    recall: shareOf(counts.recall.hits, counts.recall.of),
    falseOnCases: shareOf(counts.falseOnCases.hits, counts.falseOnCases.of),
    falseOnBenign: shareOf(counts.falseOnBenign.hits, counts.falseOnBenign.of),
    lost: counts.lost,
  };
}

function writingOf(tag: string): Writing {
  if (tag === 'tg' || tag === 'ru' || tag === 'uz-Cyrl') return tag;
  return 'uz-Latn';
}
