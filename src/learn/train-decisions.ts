import type { AssessParts } from '../assess/assess-parts.js';
import type { Language } from '../assess/assessment.js';
import { isCall } from '../assess/bayes/bayes-reader.js';
import { strongestPattern } from '../assess/decide/decide.js';
import type { PatternGrounds } from '../assess/decide/decision.js';
import type { DecisionModel, Factors } from '../assess/decide/decision-model.js';
import { weighWording } from '../assess/decide/weigh-wording.js';
import type { FittedWording } from '../assess/decide/wording-model.js';
import type { Manifest } from '../packs/format/pack.js';
import type { FittedDecision, ReadDecision, ReadDecisions } from '../packs/models/decision-file.js';
import type { BenignText } from './benign-text.js';
import { chooseThreshold } from './choose-threshold.js';
import type { ExaminedExample } from './examined-example.js';
import { fitDecision, priorDecision } from './fit-decision.js';
import { roundWeight } from './fit-evenly.js';
import { fitWording, settleWording } from './fit-wording.js';
import { NOTHING_OBSERVED, type ObservedWording } from './observe-wording.js';
import type { Progress } from './progress.js';
import { type BenignScore, scoreBenign } from './score-benign.js';

export interface DecisionInput {
  readonly languages: readonly Language[];
  readonly examples: readonly ExaminedExample[];
  /** What there is to learn of them about free wording. */
  readonly wordings: PerLanguage<ObservedWording>;
  readonly parts: Omit<AssessParts, 'decisions'>;
  readonly wanted: Manifest['wantedFalseAlerts'];
  /** Undefined where the text is not at hand: then the thresholds that were are kept. */
  readonly benign: BenignText | undefined;
  readonly previous: ReadDecisions;
  /** Scores below which nothing alerts, whatever the benign text says. */
  readonly least: Manifest['leastThresholds'];
}

type PerLanguage<T> = Readonly<Partial<Record<Language, T>>>;
export type Decisions = PerLanguage<FittedDecision>;

/** Urgent alerts ping people: only what stands this far above an alert may be one. Log-odds. */
const URGENT_ABOVE_REVIEW = 1.5;
/** The strongest pattern of a text depends on the coefficients that are fitted to it: a second round settles both. */
const ROUNDS = 2;
/** Where nothing is known of benign text: the odds must be clearly on the side of a call. */
const CAUTIOUS_REVIEW = 1;

/**
 * Fits how patterns, cues, Bayes and free wording are weighed, and sets the thresholds; each language on its own. Thresholds are
 * set by texts of which only a pattern speaks; wording is put on their scale by its margin.
 */
export function trainDecisions(input: DecisionInput, progress: Progress): Decisions {
  const open = fitAll(input);
  const { benign, parts } = input;
  const scores = benign === undefined ? undefined : scoreBenign(benign, { ...parts, decisions: open }, progress);
  return forEach(input.languages, (language) => {
    const calls = ofLanguage(input.examples, language).filter(({ label }) => isCall(label));
    // Where wording is asked the threshold is only where its scale begins.
    const byPattern = calls.filter(({ examined }) => weighWording(examined, language) === undefined);
    const callScores = byPattern.flatMap((call) => groundsOf(call, open)?.score ?? []);
    const least = input.least?.[language] ?? Number.NEGATIVE_INFINITY;
    const chosen =
      scores === undefined || benign === undefined
        ? keep(input.previous[language], least)
        : choose(language, callScores, scores, { wanted: input.wanted, hash: benign.hash, least });
    const review = roundWeight(chosen.review);
    const { coefficients = priorDecision(), wording = fitWording(NOTHING_OBSERVED) } = open[language] ?? {};
    return {
      coefficients,
      wording:
        scores === undefined && input.previous[language] !== undefined
          ? { ...wording, margin: input.previous[language].wording.margin }
          : settleWording(wording, wordingOf(language, scores), chosen.trained),
      thresholds: { review, urgent: roundWeight(review + URGENT_ABOVE_REVIEW) },
      basis: chosen.basis,
    };
  });
}

/** Odds of the benign lines that could be a call in free words; what the hardest kinds are allowed, patterns have used up. */
function wordingOf(language: Language, scores: readonly BenignScore[] | undefined): readonly number[] {
  return scores?.flatMap(({ worded }) => (worded?.language === language ? [worded.odds] : [])) ?? [];
}

type AlertingModel = DecisionModel & { readonly wording: FittedWording };

function fitAll({ languages, examples, ...input }: DecisionInput): PerLanguage<AlertingModel> {
  const wordings = forEach(languages, (language) => fitWording(input.wordings[language] ?? NOTHING_OBSERVED));
  let models = forEach(languages, (language) => alertingModel(priorDecision(), wordings[language]));
  for (let times = 0; times < ROUNDS; times += 1) {
    const before = models;
    models = forEach(languages, (language) => {
      const observations = ofLanguage(examples, language).flatMap((example) => {
        const grounds = groundsOf(example, before);
        return grounds === undefined ? [] : [{ factors: grounds.factors, isCall: isCall(example.label) }];
      });
      return alertingModel(fitDecision(observations), wordings[language]);
    });
  }
  return models;
}

/** A decision that alerts on whatever calls for something. */
function alertingModel(coefficients: Factors, wording: FittedWording = fitWording(NOTHING_OBSERVED)): AlertingModel {
  return { coefficients, wording, thresholds: { review: Number.NEGATIVE_INFINITY, urgent: Number.POSITIVE_INFINITY } };
}

/** The pattern that the decision on an example would rest on in its own language; undefined where it calls for nothing. */
function groundsOf(example: ExaminedExample, models: PerLanguage<DecisionModel>): PatternGrounds | undefined {
  const own = models[example.language];
  if (own === undefined) return undefined;
  const met = strongestPattern(example.examined, {
    bayes: () => example.heldOutOdds,
    models: { [example.language]: own },
  });
  return met?.pattern.polarity === 'against' ? undefined : met;
}

/**
 * The share of calls by pattern alone that may be given up to keep benign text quiet: they name no group, and are the nearest to
 * anger and preaching.
 */
const CALLS_GIVEN_UP = 0.1;

interface Chosen {
  /** What benign text and calls ask for. */
  readonly trained: number;
  /** The same, or more where verdicts have raised it. */
  readonly review: number;
  readonly basis: ReadDecision['basis'];
}

function keep(previous: ReadDecision | undefined, least: number): Chosen {
  const review = Math.max(least, previous?.thresholds.review ?? CAUTIOUS_REVIEW);
  return { trained: review, review, basis: previous?.basis ?? { lines: 0, alerts: 0 } };
}

function choose(
  language: Language,
  calls: readonly number[],
  benign: readonly BenignScore[],
  { wanted, hash, least }: { readonly wanted: DecisionInput['wanted']; readonly hash: string; readonly least: number },
): Chosen {
  const lines = benign.filter((line) => line.language === language);
  const met = benign.flatMap(({ met: own, hardest }) =>
    own?.language === language ? [{ score: own.score, hardest }] : [],
  );
  const quiet = chooseThreshold(
    {
      calls,
      callsGivenUp: CALLS_GIVEN_UP,
      ordinary: met.filter(({ hardest }) => !hardest).map(({ score }) => score),
      hardest: met.filter(({ hardest }) => hardest).map(({ score }) => score),
      ordinaryLines: lines.filter(({ hardest }) => !hardest).length,
      hardestLines: lines.filter(({ hardest }) => hardest).length,
    },
    { ordinary: wanted.ordinaryPer100000 / 100_000, hardest: wanted.hardestPer1000 / 1000 },
  );
  const review = Math.max(least, quiet);
  const alerts = met.filter(({ score }) => score >= review).length;
  return { trained: quiet, review, basis: { benignText: hash, lines: lines.length, alerts } };
}

function ofLanguage(examples: readonly ExaminedExample[], language: Language): readonly ExaminedExample[] {
  return examples.filter((example) => example.language === language);
}

function forEach<T>(languages: readonly Language[], make: (language: Language) => T): PerLanguage<T> {
  const made: Partial<Record<Language, T>> = {};
  for (const language of languages) made[language] = make(language);
  return made;
}
