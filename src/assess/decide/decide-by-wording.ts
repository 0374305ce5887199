import type { Language } from '../assessment.js';
import type { BayesOdds, Decision, Grounds, Models, Read } from './decision.js';
import type { DecisionModel } from './decision-model.js';
import { type Wording, weighWording } from './weigh-wording.js';
import { isWordingFactor, type WordingFactors, wordingScore } from './wording-model.js';

/** A call in free words, in the language in which it scores highest. */
export interface LoudestWording {
  readonly language: Language;
  readonly wording: Wording;
  readonly model: DecisionModel;
  readonly score: number;
}

/** What a text says in words that no pattern joins; undefined where no designated side meets an act or an opening. */
export function loudestWording(read: Read, bayes: BayesOdds, models: Models): LoudestWording | undefined {
  let best: LoudestWording | undefined;
  for (const language of new Set(read.evidence.hits.map((hit) => hit.language))) {
    const model = models[language];
    const wording = model && weighWording(read, language, bayes);
    if (model === undefined || wording === undefined) continue;
    const score = wordingScore(model.wording, wording.factors);
    if (best === undefined || score > best.score) best = { language, wording, model, score };
  }
  return best;
}

/** The decision on a call in free words: to be looked at, never urgent. Undefined where the text does not reach an alert that way. */
export function decideByWording(read: Read, bayes: BayesOdds, models: Models): Decision | undefined {
  const loudest = loudestWording(read, bayes, models);
  if (loudest === undefined || loudest.score < loudest.model.thresholds.review) return undefined;
  const { wording, model, score } = loudest;
  const { category, polarity } = wording.pattern;
  return { level: 'review', score, category, polarity, grounds: groundsOf(wording, model.wording, score) };
}

function groundsOf({ pattern, factors, cues }: Wording, coefficients: WordingFactors, score: number): Grounds {
  const { act, asks, opens, bayes } = coefficients;
  // However often a kind of cue stands there, it counts once.
  const kinds = new Map(cues.map((cue) => [cue.kind, cue]));
  return {
    pattern,
    score,
    weight: act * factors.act + asks * factors.asks + opens * factors.opens,
    cues: [...kinds.values()].map((cue) => ({ cue, weight: isWordingFactor(cue.kind) ? coefficients[cue.kind] : 0 })),
    bayes: { logOdds: factors.bayes, coefficient: bayes },
  };
}
