import type { Assessment } from '../assess/assessment.js';
import { type DifferenceKind, differenceKind, type PackDifference, type PackTrial } from '../domain/pack-trial.js';
import type { Store } from '../store/store.js';
import { compareAssessments } from './compare-assessments.js';

/** A pack as it judges texts. */
export interface Judge {
  readonly hash: string | undefined;
  readonly pack: string;
  readonly assess: (text: string) => Assessment;
}

/** One past message, held only while it is judged. */
export interface PastMessage {
  /** Tells it from every other of the same backtest. */
  readonly key: string;
  readonly text: string;
  readonly link: string | undefined;
}

/** A message that the candidate judges differently, with what the pack that alerts says of it. */
export interface BacktestFinding {
  readonly kind: DifferenceKind;
  readonly difference: PackDifference;
  readonly assessment: Assessment;
}

export interface BacktestParts {
  readonly candidate: Judge & { readonly hash: string };
  readonly inForce: Judge;
  readonly trials: Store['packTrials'];
  readonly trial: Pick<PackTrial, 'id' | 'source' | 'startedAt'>;
  /** When the links go. */
  readonly expiresAt: Date;
}

/** A comparison over past messages. Stores counts and links, never text; a backtest that is broken off leaves nothing behind. */
export interface Backtest {
  /** Judges a message with both packs; undefined where their levels are the same. */
  judge(message: PastMessage): BacktestFinding | undefined;
  /** Stores what was found since the last call. To be called now and then, so that memory does not grow. */
  store(): Promise<void>;
  finish(at: Date): Promise<void>;
  breakOff(): Promise<void>;
}

/** Begins a backtest in the store. */
export async function beginBacktest(parts: BacktestParts): Promise<Backtest> {
  const { candidate, inForce, trials, trial, expiresAt } = parts;
  const { hash, pack } = candidate;
  await trials.begin({ ...trial, kind: 'backtest', hash, pack, against: inForce.pack });
  let waiting: PackDifference[] = [];
  let compared = 0;

  const store = async (): Promise<void> => {
    if (compared === 0) return;
    const noted = { compared, differences: waiting, expiresAt };
    [compared, waiting] = [0, []];
    await trials.note(trial.id, noted);
  };

  return {
    judge({ key, text, link }) {
      compared += 1;
      const [was, now] = [inForce.assess(text), candidate.assess(text)];
      const found = compareAssessments(was, now);
      if (found === undefined) return undefined;
      const difference = { ...found, key, link };
      waiting.push(difference);
      const kind = differenceKind(difference);
      return { kind, difference, assessment: kind === 'lost' ? was : now };
    },
    store,
    async finish(at) {
      await store();
      await trials.end(trial.id, at);
    },
    breakOff: () => trials.drop(trial.id),
  };
}
