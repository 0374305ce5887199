/** What the thresholds of one language are chosen from. */
export interface ThresholdBasis {
  /** Scores of calls that met a pattern. */
  readonly calls: readonly number[];
  /** The share of calls that the threshold may give up to keep benign text quiet; more of it is a fault of patterns. */
  readonly callsGivenUp: number;
  /** Scores of benign lines that met a pattern, by kind of text. */
  readonly ordinary: readonly number[];
  readonly hardest: readonly number[];
  /** All benign lines of the language, with or without a pattern. */
  readonly ordinaryLines: number;
  readonly hardestLines: number;
}

export interface WantedRates {
  /** False alerts per line of ordinary text. */
  readonly ordinary: number;
  readonly hardest: number;
}

/** A call that scores below this is not one: the odds are against it. */
const LOWEST = 0;
/** Stays clear of the benign line that it was set by. */
const MARGIN = 0.25;
/** How far into the gap between benign text and calls the threshold is set: benign text that nobody has seen has a longer tail. */
const INTO_GAP = 0.25;
const MOST_INTO_GAP = 0.5;

/** The score from which text alerts: benign text alerts no more often than wanted, and few calls are given up for it. */
export function chooseThreshold(basis: ThresholdBasis, wanted: WantedRates): number {
  const quiet = Math.max(
    LOWEST,
    quietFrom(basis.ordinary, Math.floor(wanted.ordinary * basis.ordinaryLines)),
    quietFrom(basis.hardest, Math.floor(wanted.hardest * basis.hardestLines)),
  );
  // Of a call below even odds nothing is given up: no threshold would let it alert.
  const calls = basis.calls.filter((score) => score >= LOWEST).sort((a, b) => a - b);
  const highest = calls[Math.floor(calls.length * basis.callsGivenUp)];
  if (highest === undefined) return quiet;
  if (highest <= quiet) return Math.max(LOWEST, highest);
  return quiet + Math.min(MOST_INTO_GAP, INTO_GAP * (highest - quiet));
}

/** The score above which at most `allowed` of these lie. */
function quietFrom(scores: readonly number[], allowed: number): number {
  const loudest = [...scores].sort((a, b) => b - a)[allowed];
  return loudest === undefined ? Number.NEGATIVE_INFINITY : loudest + MARGIN;
}
