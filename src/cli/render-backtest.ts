import { createColors } from 'picocolors';
import type { DifferenceKind } from '../domain/pack-trial.js';
import type { BacktestFinding } from '../publish/backtest.js';
import { reasonLines } from './render-replay.js';
import { type Cell, numberCell, renderTable } from './table.js';
import { visibleText } from './visible-text.js';

const SIGNS: Readonly<Record<DifferenceKind, string>> = { gained: '+ gained', lost: '- lost', moved: '~ moved' };

/** One alert gained, lost or moved, with its link and the reasons of the pack that alerts. */
export function renderFinding(
  { kind, difference, assessment }: BacktestFinding,
  text: string | undefined,
  colour: boolean,
): string {
  const c = createColors(colour);
  const { was, now, category, language, link, key } = difference;
  const heading = `${c.bold(SIGNS[kind])} ${was} → ${now} ${category ?? ''} ${language} ${c.dim(visibleText(link ?? key))}`;
  const words = text === undefined ? [] : [`    ${visibleText(text).replaceAll('\n', '\n    ')}`];
  return [heading, ...words, ...reasonLines(assessment, text !== undefined)].join('\n');
}

/** What counts of differences are told apart by. */
export interface DifferenceRow {
  readonly language: string;
  readonly category: string;
  readonly kind: DifferenceKind;
}

/** Differences by language and category. */
export function renderDifferences(rows: readonly DifferenceRow[], colour: boolean): string {
  const sums = new Map<
    string,
    { readonly place: readonly string[]; readonly counts: Record<DifferenceKind, number> }
  >();
  for (const { language, category, kind } of rows) {
    const key = `${language} ${category}`;
    const sum = sums.get(key) ?? { place: [language, category], counts: { gained: 0, lost: 0, moved: 0 } };
    sum.counts[kind] += 1;
    sums.set(key, sum);
  }
  const sorted = [...sums].sort(([one], [other]) => one.localeCompare(other));
  const cells: (readonly Cell[])[] = sorted.map(([, { place, counts }]) => [
    ...place,
    numberCell(counts.gained),
    numberCell(counts.lost),
    numberCell(counts.moved),
  ]);
  return renderTable(['language', 'category', 'gained', 'lost', 'other levels'], cells, colour);
}
