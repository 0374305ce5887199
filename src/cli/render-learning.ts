import type { Share } from '../learn/intervals.js';
import type { Refit } from '../learn/refit-thresholds.js';
import type { PackProposal, PrecisionRow } from '../learn/verdict-precision.js';
import { renderTable } from './table.js';

/** From this many verdicts on a share is said as a percentage; before, only the range in which it lies. */
const ENOUGH_FOR_PERCENT = 200;
/** Rows of one kind; the others have fewer verdicts. */
const MOST_ROWS = 25;

/** How many of the decided alerts were confirmed, by what stands in them. */
export function renderPrecision(rows: readonly PrecisionRow[], colour: boolean): string {
  const shown = rows.filter((row) => rows.filter(({ kind }) => kind === row.kind).indexOf(row) < MOST_ROWS);
  const cells = shown.map(({ kind, name, confirmed }) => [kind, name, inWords(confirmed), range(confirmed)]);
  return renderTable(['by', 'what', 'confirmed', '95 % between'], cells, colour);
}

export function renderProposals(proposals: readonly PackProposal[]): readonly string[] {
  if (proposals.length === 0)
    return ['Nothing to weaken or retire: no word or pattern is mostly wrong with certainty.'];
  return [
    'To look at, because with 95 % certainty more of their alerts are false than right:',
    ...proposals.map(({ act, row }) => `  ${act} ${row.kind} ${row.name} (confirmed ${inWords(row.confirmed)})`),
  ];
}

export function renderRefit({ language, current, proposed, ...counts }: Refit): string {
  const { confirmed, falseAlarms, missed, spared } = counts;
  const verdicts = `${confirmed} confirmed, ${falseAlarms} false alarms`;
  if (proposed === undefined) return `  ${language}: stays at ${current}: too few verdicts (${verdicts})`;
  if (proposed <= current) return `  ${language}: stays at ${current} (${verdicts})`;
  return `  ${language}: ${current} → ${proposed}: ${spared} of ${falseAlarms} false alarms spared, ${missed} of ${confirmed} confirmed calls missed`;
}

function inWords({ hits, of, share }: Share): string {
  const percent = of < ENOUGH_FOR_PERCENT ? '' : ` (${Math.round(100 * share)} %)`;
  return `${hits} of ${of}${percent}`;
}

function range({ low, high }: Share): string {
  return `${Math.floor(100 * low)}–${Math.ceil(100 * high)} %`;
}
