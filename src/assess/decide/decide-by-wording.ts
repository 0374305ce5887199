import { LANGUAGE_OF, type Language } from '../assessment.js';
import type { CueHit } from '../keywords/evidence.js';
import type { Decision, Grounds, Models, Read } from './decision.js';
import type { DecisionModel } from './decision-model.js';
import { type Wording, weighWording } from './weigh-wording.js';
import { cueFeature, featuresOfWord } from './wording-features.js';
import { countOf, type WordingModel, wordingScore } from './wording-model.js';

/** A call in free words, in the language in which it scores highest. */
export interface LoudestWording {
  readonly language: Language;
  readonly wording: Wording;
  readonly model: DecisionModel;
  readonly score: number;
}

/**
 * What a text says in words that no pattern joins; undefined where no designated group stands beside a word that is known. Only
 * languages that the text may be in are asked: one that lends a single word knows nothing of the others.
 */
export function loudestWording(read: Read, models: Models): LoudestWording | undefined {
  let best: LoudestWording | undefined;
  for (const language of new Set(read.spoken.map((tag) => LANGUAGE_OF[tag]))) {
    const model = models[language];
    const wording = model && weighWording(read, language);
    if (model === undefined || wording === undefined) continue;
    const score = wordingScore(model.wording, wording.features);
    if (best === undefined || score > best.score) best = { language, wording, model, score };
  }
  return best;
}

/** The decision on a call in free words: to be looked at, never urgent. Undefined where the text does not reach an alert that way. */
export function decideByWording(read: Read, models: Models): Decision | undefined {
  const loudest = loudestWording(read, models);
  if (loudest === undefined || loudest.score < loudest.model.thresholds.review) return undefined;
  const { wording, model, score } = loudest;
  const { category, polarity } = wording.pattern;
  return { level: 'review', score, category, polarity, grounds: groundsOf(wording, model.wording, score) };
}

function groundsOf({ pattern, features, words, cues }: Wording, { weights }: WordingModel, score: number): Grounds {
  const { roles } = features;
  const sum = (list: readonly string[]): number => list.reduce((total, one) => total + (weights.get(one) ?? 0), 0);
  // However often a kind of cue stands there, it counts once.
  const kinds = new Map<string, CueHit>(cues.map((cue) => [cue.kind, cue]));
  const ofCues = [...kinds.keys()].map(cueFeature);
  // Nor does a word or a part of one count again: what the words add is what the score holds of them.
  const seen = new Set<string>();
  const newOnes = (list: readonly string[]) => list.filter((one) => !seen.has(one) && seen.add(one));
  return {
    pattern,
    score,
    weight: countOf(roles) * (sum(roles) - sum(ofCues)),
    cues: [...kinds].map(([kind, cue]) => ({ cue, weight: countOf(roles) * sum([cueFeature(kind)]) })),
    words: words.map(({ token }, index) => ({
      token,
      weight: countOf(features.words) * sum(newOnes(featuresOfWord(words, index))),
    })),
    bayes: { logOdds: 0, coefficient: 0 },
  };
}
