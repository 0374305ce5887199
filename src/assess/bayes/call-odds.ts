import { addRows, type BayesTable, logLikelihood, rowsOf } from './bayes-table.js';

/** What Bayes thinks of a text. */
export interface BayesOpinion {
  /** Log of how much likelier the known words are in a call than in benign text. 0 without a known word: no opinion. */
  readonly logOdds: number;
  /** The likeliest class of the side that the odds favour; undefined without an opinion. */
  readonly label: string | undefined;
}

const NO_OPINION: BayesOpinion = { logOdds: 0, label: undefined };

/** Weighs calls against benign text. Priors cancel out: a text of unknown words is neutral, however many calls were learnt. */
export function callOdds(table: BayesTable, features: readonly string[]): BayesOpinion {
  return oddsOfRows(table, rowsOf(table, features));
}

/** {@link callOdds} of features that were looked up before. */
export function oddsOfRows(table: BayesTable, rows: ReadonlySet<number>): BayesOpinion {
  if (rows.size === 0) return NO_OPINION;
  const posteriors = addRows(table, rows);
  const prior = logSum(table, table.priors, true) - logSum(table, table.priors, false);
  const logOdds = logSum(table, posteriors, true) - logSum(table, posteriors, false) - prior;
  if (!Number.isFinite(logOdds)) return NO_OPINION;
  return { logOdds, label: table.classes[likeliest(table, posteriors, logOdds > 0)] };
}

/** How much the feature of a row speaks for a class against the likeliest class of the other side. */
export function rowWeight(table: BayesTable, row: number, label: string): number {
  const own = table.classes.indexOf(label);
  if (own < 0) return 0;
  let other = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < table.classes.length; index += 1)
    if (table.isCall[index] !== table.isCall[own]) other = Math.max(other, logLikelihood(table, row, index));
  return logLikelihood(table, row, own) - other;
}

function logSum(table: BayesTable, values: Float64Array, call: boolean): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1)
    if (table.isCall[index] === call) highest = Math.max(highest, values[index] ?? highest);
  if (highest === Number.NEGATIVE_INFINITY) return highest;
  let sum = 0;
  for (let index = 0; index < values.length; index += 1)
    if (table.isCall[index] === call) sum += Math.exp((values[index] ?? highest) - highest);
  return highest + Math.log(sum);
}

function likeliest(table: BayesTable, values: Float64Array, call: boolean): number {
  let best = -1;
  for (let index = 0; index < values.length; index += 1)
    if (table.isCall[index] === call && (best < 0 || (values[index] ?? 0) > (values[best] ?? 0))) best = index;
  return best;
}
