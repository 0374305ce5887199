import type { Lesson } from '../store/pack-stores.js';
import { type Share, shareOf } from './intervals.js';

/** What precision is told apart by. */
export const PRECISION_KINDS = ['language', 'category', 'pattern', 'term', 'cue'] as const;
export type PrecisionKind = (typeof PRECISION_KINDS)[number];

/** How many of the decided alerts in which something stands were confirmed. */
export interface PrecisionRow {
  readonly kind: PrecisionKind;
  /** A tag, a category, or a label of the pack: role and gloss. */
  readonly name: string;
  readonly confirmed: Share;
}

/** What verdicts say of something in the pack. */
export interface PackProposal {
  readonly act: 'weaken' | 'retire';
  readonly row: PrecisionRow;
}

/** Fewer verdicts say nothing about one word. */
const ENOUGH = 20;
/** With 95 % confidence more alerts with it are false than right; hardly any is right. */
const WEAK = 0.5;
const WORTHLESS = 0.2;

/** Precision by language, category, pattern, term and cue, those with most verdicts first within each kind. */
export function precisionOf(lessons: readonly Lesson[]): readonly PrecisionRow[] {
  const counts = new Map<string, { readonly kind: PrecisionKind; readonly name: string; hits: number; of: number }>();
  for (const lesson of lessons)
    for (const { kind, name } of thingsIn(lesson)) {
      const key = `${kind} ${name}`;
      const count = counts.get(key) ?? { kind, name, hits: 0, of: 0 };
      counts.set(key, count);
      count.of += 1;
      if (lesson.verdict === 'confirmed') count.hits += 1;
    }
  const rows = [...counts.values()].map(({ kind, name, hits, of }) => ({ kind, name, confirmed: shareOf(hits, of) }));
  return PRECISION_KINDS.flatMap((kind) =>
    rows
      .filter((row) => row.kind === kind)
      .sort((a, b) => b.confirmed.of - a.confirmed.of || a.name.localeCompare(b.name)),
  );
}

/** Terms and patterns that cost more attention than they are worth, the worst first. Proposals only: an analyst decides. */
export function proposeChanges(rows: readonly PrecisionRow[]): readonly PackProposal[] {
  return rows
    .filter(({ kind, confirmed }) => (kind === 'term' || kind === 'pattern') && confirmed.of >= ENOUGH)
    .filter(({ confirmed }) => confirmed.high < WEAK)
    .sort((a, b) => a.confirmed.high - b.confirmed.high || a.name.localeCompare(b.name))
    .map((row) => ({ act: row.confirmed.high < WORTHLESS ? 'retire' : 'weaken', row }));
}

function thingsIn({ language, category, labels }: Lesson): readonly Pick<PrecisionRow, 'kind' | 'name'>[] {
  return [
    { kind: 'language', name: language },
    { kind: 'category', name: category },
    ...labels.map(({ kind, role, gloss }) => ({ kind, name: `${role}: ${gloss}` })),
  ];
}
