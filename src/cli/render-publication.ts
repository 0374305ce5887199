import type { PackTrial, TrialCounts } from '../domain/pack-trial.js';
import type { Proposal, Publication, PublishedPack } from '../domain/publication.js';
import { formatNumber } from './table.js';
import { visibleText } from './visible-text.js';

/** Changes named one by one; `didbon packs HASH` names all. */
const MOST_CHANGES = 40;

/** As much of a hash as people compare. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

/** A publication as one line of a list. */
export function renderPublication(one: Publication, isActive: boolean): string {
  const approved = one.approvedBy === undefined ? '' : `, approved by ${visibleText(one.approvedBy)}`;
  const what = one.kind === 'rollback' ? 'rolled back to' : 'published';
  return `${isActive ? '*' : ' '} ${one.number}  ${shortHash(one.hash)}  ${one.pack}  ${moment(one.at)}  ${what} by ${visibleText(one.by)}${approved}: ${visibleText(one.why)}`;
}

export function renderProposal(one: Proposal): string {
  return `? ${shortHash(one.hash)}  ${one.pack}  ${moment(one.at)}  proposed by ${visibleText(one.by)}: ${visibleText(one.why)}`;
}

/** How a pack differs from the one before. */
export function renderChanges({ changes }: Pick<PublishedPack, 'changes'>, most = MOST_CHANGES): readonly string[] {
  const shown = changes.slice(0, most).map((line) => `    ${visibleText(line)}`);
  const more = changes.length - shown.length;
  return [`  changes: ${changes.length}`, ...shown, ...(more > 0 ? [`    and ${more} more`] : [])];
}

/** What a pack was tried on before it is published. */
export function renderTrials(trials: readonly (PackTrial & TrialCounts)[]): readonly string[] {
  if (trials.length === 0) return ['  tried on nothing but its cases: no backtest and no shadow of this very pack'];
  return trials.map((trial) => `  ${renderTrial(trial)}`);
}

export function renderTrial({ kind, source, startedAt, endedAt, against, ...counts }: PackTrial & TrialCounts): string {
  const until = endedAt === undefined ? ' (running)' : '';
  const { compared, gained, lost, moved } = counts;
  return `${kind} of ${visibleText(source)} against ${against}, ${moment(startedAt)}${until}: ${formatNumber(compared)} messages, ${formatNumber(gained)} alerts gained, ${formatNumber(lost)} lost, ${formatNumber(moved)} other levels`;
}

function moment(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
