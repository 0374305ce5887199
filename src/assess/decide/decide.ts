import type { Language, Level } from '../assessment.js';
import type { Evidence, PatternHit } from '../keywords/evidence.js';
import { ACT_ROLES } from '../keywords/roles.js';
import { decideByWording } from './decide-by-wording.js';
import type { BayesOdds, Decision, Models, PatternGrounds, Read } from './decision.js';
import { type DecisionModel, scoreOf } from './decision-model.js';
import { cuesOn, weighPattern } from './weigh-pattern.js';

const ACTS: ReadonlySet<string> = new Set(ACT_ROLES);

/**
 * Decides how loudly a text asks for a moderator.
 *
 * Held by structure, whatever the fitted numbers are: without words that belong together (a pattern, or a designated group
 * beside another word that is known) nothing alerts, so neither a single word nor Bayes alone does; what is spoken against does not alert.
 */
export function decide(read: Read, bayes: BayesOdds, models: Models): Decision {
  const met = strongestPattern(read.evidence, bayes, models);
  const decided = met === undefined ? withoutPattern(read.evidence, models) : byPattern(met, models);
  if (decided.level === 'review' || decided.level === 'urgent' || met?.pattern.polarity === 'against') return decided;
  return decideByWording(read, models) ?? decided;
}

function byPattern(met: PatternGrounds, models: Models): Decision {
  const { pattern, score, factors } = met;
  const model = models[pattern.language];
  const against = pattern.polarity === 'against';
  const { coefficients } = model ?? {};
  return {
    level: against ? 'none' : levelOf(met, model),
    score: against ? Math.min(score, -score) : score,
    category: pattern.category,
    polarity: pattern.polarity,
    grounds: {
      pattern,
      score,
      weight: (coefficients?.pattern ?? 0) * pattern.weight,
      cues: met.cues.map((cue) => ({ cue, weight: -Math.abs((coefficients?.cues ?? 0) * cue.weight) })),
      words: [],
      bayes: { logOdds: factors.bayes, coefficient: coefficients?.bayes ?? 0 },
    },
  };
}

/** What the patterns of a text say loudest: a call before anything that is spoken against, then the highest score; of equals the first. */
export function strongestPattern(evidence: Evidence, bayes: BayesOdds, models: Models): PatternGrounds | undefined {
  let best: PatternGrounds | undefined;
  evidence.patterns.forEach((pattern, index) => {
    const model = models[pattern.language];
    const factors = weighPattern(index, evidence, bayes(pattern.language));
    if (model === undefined || factors === undefined) return;
    const candidate = { pattern, factors, cues: cuesOn(index, evidence), score: scoreOf(model, factors) };
    if (best === undefined || outweighs(candidate, best)) best = candidate;
  });
  return best;
}

function outweighs(candidate: PatternGrounds, best: PatternGrounds): boolean {
  const [called, bestCalled] = [candidate.pattern.polarity !== 'against', best.pattern.polarity !== 'against'];
  return called === bestCalled ? candidate.score > best.score : called;
}

function levelOf(grounds: PatternGrounds, model: DecisionModel | undefined): Level {
  if (model === undefined || grounds.score < model.thresholds.review) return 'watch';
  return grounds.score >= model.thresholds.urgent && isUrgent(grounds) ? 'urgent' : 'review';
}

/** Violence that is called for or announced, or a call to come with a way to get in touch; nothing may speak against it. */
function isUrgent({ pattern, factors }: PatternGrounds): boolean {
  if (pattern.polarity !== 'for' || factors.cues > 0) return false;
  const called = factors.asks === 1 || pattern.hits.some(announces);
  if (pattern.category === 'violence' || pattern.category === 'threat') return called && factors.group === 1;
  const recruits = pattern.category === 'join' || pattern.category === 'travel' || pattern.category === 'pay';
  return recruits && factors.contact === 1 && factors.asks === 1;
}

function announces({ grammar }: PatternHit['hits'][number]): boolean {
  return !grammar.negated && grammar.person === 1 && grammar.tense !== 'past';
}

/** Bayes is not asked: most messages end here. */
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
