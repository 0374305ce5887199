import { LANGUAGES, type Language, type Level } from '../assess/assessment.js';
import type { VerdictKind } from './alert.js';
import { type Precision, precisionOf } from './precision.js';

/** A score that was met by a card, and what moderators said of it. Carries no text. */
export interface ScoredAlert {
  readonly language: Language;
  readonly level: Level;
  readonly score: number;
  readonly verdict: VerdictKind | undefined;
}

/** A call among the written cases that alerts today. */
export type ScoredCall = Pick<ScoredAlert, 'language' | 'level' | 'score'>;

/** What a pack says about raising its thresholds. */
export interface BudgetCosts {
  readonly calls: readonly ScoredCall[];
  /** Scores from which text alerts today. */
  readonly thresholds: Readonly<Partial<Record<Language, number>>>;
}

/** Of no pack at all. */
export const NO_COSTS: BudgetCosts = { calls: [], thresholds: {} };

export interface BudgetInput extends BudgetCosts {
  /** Cards a day that the team can look at. */
  readonly wanted: number;
  /** Days in which these alerts came. */
  readonly days: number;
  readonly alerts: readonly ScoredAlert[];
}

/** What a budget costs. */
export interface BudgetShare {
  /** Cards a day, as they came and as they would have come. */
  readonly before: number;
  readonly after: number;
  /** Of the cards that would have come. */
  readonly precision: Precision;
  /** Calls among the written cases that alert today, and how many of them would not. */
  readonly calls: number;
  readonly givenUp: number;
}

export interface LanguageBudget extends BudgetShare {
  readonly language: Language;
  readonly thresholdBefore: number;
  readonly thresholdAfter: number;
}

export interface BudgetPlan {
  readonly wanted: number;
  readonly days: number;
  /** By how much every threshold would have to rise; 0 where the alerts keep to the budget as it is. */
  readonly raise: number;
  /** False where even the highest thresholds would not do: urgent alerts are never held back. */
  readonly isKept: boolean;
  readonly total: BudgetShare;
  readonly languages: readonly LanguageBudget[];
}

/** Scores are kept to two decimals. */
const STEP = 0.01;

/**
 * What it would take to keep to so many cards a day, and what it would cost.
 *
 * Every language's threshold rises by the same number of log-odds: which language somebody writes must not decide how closely
 * they are watched. `urgent` cards come whatever the threshold. Nothing is promised: it is what would have been in these days.
 */
export function planBudget(input: BudgetInput): BudgetPlan {
  const raise = raiseFor(input);
  const languages = LANGUAGES.flatMap((language): readonly LanguageBudget[] => {
    const threshold = input.thresholds[language];
    if (threshold === undefined) return [];
    const own = (one: { readonly language: Language }) => one.language === language;
    const share = shareOf({ ...input, alerts: input.alerts.filter(own), calls: input.calls.filter(own) }, raise);
    return [{ ...share, language, thresholdBefore: threshold, thresholdAfter: threshold + raise }];
  });
  const total = shareOf(input, raise);
  return { wanted: input.wanted, days: input.days, raise, isKept: total.after <= input.wanted, total, languages };
}

/** The smallest rise after which no more cards than wanted are left. */
function raiseFor({ alerts, wanted, days, thresholds }: BudgetInput): number {
  const reviews = alerts.filter(({ level }) => level !== 'urgent');
  const room = Math.max(0, Math.floor(wanted * days + 1e-9) - (alerts.length - reviews.length));
  const margins = reviews.map((alert) => marginOf(alert, thresholds)).sort((a, b) => b - a);
  const first = margins[room];
  return first === undefined ? 0 : Math.max(0, Math.round((first + STEP) / STEP) * STEP);
}

function shareOf({ alerts, calls, days, thresholds }: BudgetInput, raise: number): BudgetShare {
  const stays = (one: ScoredCall) => one.level === 'urgent' || raise === 0 || marginOf(one, thresholds) >= raise;
  const left = alerts.filter(stays);
  const said = (verdict: VerdictKind) => left.filter((alert) => alert.verdict === verdict).length;
  return {
    before: alerts.length / days,
    after: left.length / days,
    precision: precisionOf(said('confirmed'), said('false-alarm')),
    calls: calls.length,
    givenUp: calls.filter((call) => !stays(call)).length,
  };
}

/** How far above its threshold. */
function marginOf({ language, score }: ScoredCall, thresholds: BudgetInput['thresholds']): number {
  return score - (thresholds[language] ?? 0);
}
