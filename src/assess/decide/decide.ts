import type { Category, Language, Level, Polarity } from '../assessment.js';
import type { Evidence, PatternHit } from '../keywords/evidence.js';
import { ACT_ROLES } from '../keywords/roles.js';
import { type DecisionModel, type Factors, scoreOf } from './decision-model.js';
import { weighPattern } from './weigh-pattern.js';

/** Log-odds of Bayes for a language; 0 is no opinion. */
export type BayesOdds = (language: Language) => number;

type Models = Readonly<Partial<Record<Language, DecisionModel>>>;

/** The pattern that a decision rests on. */
export interface Grounds {
  /** Index in {@link Evidence.patterns}. */
  readonly index: number;
  readonly pattern: PatternHit;
  readonly factors: Factors;
  readonly score: number;
}

export interface Decision {
  readonly level: Level;
  readonly score: number;
  readonly category: Category | null;
  readonly polarity: Polarity;
  /** Undefined where no pattern was met. */
  readonly grounds: Grounds | undefined;
}

const ACTS: ReadonlySet<string> = new Set(ACT_ROLES);

/**
 * Decides how loudly a text asks for a moderator.
 *
 * Held by structure, whatever the fitted numbers are: without a pattern (two words that belong together) nothing alerts,
 * so neither a single word nor Bayes alone does; what is spoken against does not alert.
 */
export function decide(evidence: Evidence, bayes: BayesOdds, models: Models): Decision {
  const grounds = strongest(evidence, bayes, models);
  if (grounds === undefined) return withoutPattern(evidence, models);

  const { pattern, score } = grounds;
  const against = pattern.polarity === 'against';
  return {
    level: against ? 'none' : levelOf(grounds, models[pattern.language]),
    score: against ? Math.min(score, -score) : score,
    category: pattern.category,
    polarity: pattern.polarity,
    grounds,
  };
}

/** What the text says loudest: a call before anything that is spoken against, then the highest score; of equals the first. */
function strongest(evidence: Evidence, bayes: BayesOdds, models: Models): Grounds | undefined {
  let best: Grounds | undefined;
  evidence.patterns.forEach((pattern, index) => {
    const model = models[pattern.language];
    const factors = weighPattern(index, evidence, bayes(pattern.language));
    if (model === undefined || factors === undefined) return;
    const candidate = { index, pattern, factors, score: scoreOf(model, factors) };
    if (best === undefined || outweighs(candidate, best)) best = candidate;
  });
  return best;
}

function outweighs(candidate: Grounds, best: Grounds): boolean {
  const [called, bestCalled] = [candidate.pattern.polarity !== 'against', best.pattern.polarity !== 'against'];
  return called === bestCalled ? candidate.score > best.score : called;
}

function levelOf(grounds: Grounds, model: DecisionModel | undefined): Level {
  if (model === undefined || grounds.score < model.thresholds.review) return 'watch';
  return grounds.score >= model.thresholds.urgent && isUrgent(grounds) ? 'urgent' : 'review';
}

/** Violence that is called for or announced, or a call to come with a way to get in touch; nothing may speak against it. */
function isUrgent({ pattern, factors }: Grounds): boolean {
  if (pattern.polarity !== 'for' || factors.cues > 0) return false;
  const called = factors.asks === 1 || pattern.hits.some(announces);
  if (pattern.category === 'violence' || pattern.category === 'threat') return called && factors.group === 1;
  const recruits = pattern.category === 'join' || pattern.category === 'travel' || pattern.category === 'pay';
  return recruits && factors.contact === 1 && factors.asks === 1;
}

function announces({ grammar }: PatternHit['hits'][number]): boolean {
  return !grammar.negated && grammar.person === 1 && grammar.tense !== 'past';
}

/** Bayes is not asked: it could not make the text alert, and most messages end here. */
function withoutPattern(evidence: Evidence, models: Models): Decision {
  const languages = [...new Set(evidence.hits.map((hit) => hit.language))];
  return {
    level: languages.some((language) => namesGroupAndAct(evidence, language)) ? 'watch' : 'none',
    score: Math.min(0, ...Object.values(models).map((model) => model.coefficients.bias)),
    category: null,
    polarity: 'unclear',
    grounds: undefined,
  };
}

function namesGroupAndAct(evidence: Evidence, language: Language): boolean {
  const hits = evidence.hits.filter((hit) => hit.language === language);
  return hits.some((hit) => hit.role === 'group') && hits.some((hit) => ACTS.has(hit.role) && !hit.grammar.negated);
}
