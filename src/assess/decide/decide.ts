import type { Language, Level } from '../assessment.js';
import type { Evidence, PatternHit } from '../keywords/evidence.js';
import { isAct } from '../keywords/roles.js';
import {
  decideByWording,
  explainWording,
  loudestWording,
  type Opinions,
  type WordingReading,
  wordingAbout,
} from './decide-by-wording.js';
import type { BayesOdds, Decision, Grounds, Models, PatternGrounds, Read } from './decision.js';
import { BAYES_SHARE, type DecisionModel, PATTERN_SHARE, scoreOf } from './decision-model.js';
import { leavesOpen } from './leaves-open.js';
import { cuesOn, weighPattern } from './weigh-pattern.js';
import { sentencesOf } from './weigh-wording.js';

/**
 * Decides how loudly a text asks for a moderator. Where it names a designated group in company, what the wording, Bayes and, with a
 * share, the loudest pattern say are log-odds that add up; elsewhere the pattern decides.
 *
 * Held by structure, whatever the fitted numbers are: without words that belong together (a pattern, or a designated group
 * beside another word that is known) nothing alerts, so neither a single word nor Bayes alone does; what is spoken against does not
 * alert, unless the text leaves open how that is meant and its wording calls all the same.
 */
export function decide(read: Read, bayes: BayesOdds, models: Models): Decision {
  const opinions = { bayes, models };
  const { met, said, odds } = hear(read, opinions);
  if (met === undefined) return decideByWording(said) ?? withoutPattern(read.evidence, models);
  if (met.pattern.polarity === 'against') return decideByWording(said) ?? spokenAgainst(met, models);
  if (said !== undefined) return byPatternInWords(met, said, odds, models);
  const decided = byPattern(met, models);
  return decided.level === 'watch' ? (decideByWording(loudestWording(read, opinions)) ?? decided) : decided;
}

/** What a text says loudest. */
export interface Heard {
  readonly met: PatternGrounds | undefined;
  /** The wording about the pattern, or of the text where none was met; undefined where wording is not asked. */
  readonly said: WordingReading | undefined;
  /** What the wording says, with the share of the pattern unless that speaks against. */
  readonly odds: number;
}

/** Hears a text: the strongest pattern and the wording about it. What is plainly spoken against has no wording. */
export function hear(read: Read, opinions: Opinions): Heard {
  const met = strongestPattern(read, opinions);
  const said = wordingOf(met?.pattern, read, opinions);
  const calls = met !== undefined && met.pattern.polarity !== 'against';
  const share = calls ? PATTERN_SHARE * withoutBayes(met, opinions.models) : 0;
  return { met, said, odds: (said?.odds ?? 0) + share };
}

function wordingOf(pattern: PatternHit | undefined, read: Read, opinions: Opinions): WordingReading | undefined {
  if (pattern === undefined) return loudestWording(read, opinions);
  return isPlainlyAgainst(pattern, read) ? undefined : wordingAbout(pattern, read, opinions);
}

function isPlainlyAgainst(pattern: PatternHit, read: Read): boolean {
  return pattern.polarity === 'against' && !leavesOpen(pattern, read);
}

/** Bayes has its share in the wording. */
function withoutBayes({ pattern, score, factors }: PatternGrounds, models: Models): number {
  return score - (models[pattern.language]?.coefficients.bayes ?? 0) * factors.bayes;
}

function spokenAgainst(met: PatternGrounds, models: Models): Decision {
  const { score } = met;
  return { ...decisionOfPattern(met, models), level: 'none', score: Math.min(score, -score) };
}

function byPattern(met: PatternGrounds, models: Models): Decision {
  return { ...decisionOfPattern(met, models), level: levelOf(met, met.score, models[met.pattern.language]) };
}

function byPatternInWords(met: PatternGrounds, said: WordingReading, odds: number, models: Models): Decision {
  const { model } = said;
  const score = odds - model.wording.margin;
  const { grounds, ...decision } = decisionOfPattern(met, models);
  const parts = explainWording(said);
  return {
    ...decision,
    level: levelOf(met, score, model),
    score,
    grounds: grounds && {
      pattern: met.pattern,
      score,
      weight: PATTERN_SHARE * grounds.weight + parts.weight,
      cues: joinCues(
        grounds.cues.map(({ cue, weight }) => ({ cue, weight: PATTERN_SHARE * weight })),
        parts.cues,
      ),
      words: parts.words,
      bayes: { logOdds: said.bayes, coefficient: BAYES_SHARE, part: said.part },
    },
  };
}

/** What cues say of the pattern and what they say of the wording; each cue once. */
function joinCues(ofPattern: Grounds['cues'], ofWording: Grounds['cues']): Grounds['cues'] {
  const joined = ofPattern.map(({ cue, weight }) => ({
    cue,
    weight: weight + (ofWording.find((other) => other.cue === cue)?.weight ?? 0),
  }));
  return [...joined, ...ofWording.filter(({ cue }) => !ofPattern.some((other) => other.cue === cue))];
}

/** What a pattern says by itself. */
function decisionOfPattern(met: PatternGrounds, models: Models): Omit<Decision, 'level'> {
  const { pattern, score, factors } = met;
  const { coefficients } = models[pattern.language] ?? {};
  return {
    score,
    category: pattern.category,
    polarity: pattern.polarity,
    grounds: {
      pattern,
      score,
      weight: (coefficients?.pattern ?? 0) * pattern.weight,
      cues: met.cues.map((cue) => ({ cue, weight: -Math.abs((coefficients?.cues ?? 0) * cue.weight) })),
      words: [],
      bayes: { logOdds: factors.bayes, coefficient: coefficients?.bayes ?? 0, part: undefined },
    },
  };
}

/** What the patterns of a text say loudest: a call before anything that is spoken against, then the highest score; of equals the first. */
export function strongestPattern(
  { evidence, text }: Pick<Read, 'evidence' | 'text'>,
  { bayes, models }: Opinions,
): PatternGrounds | undefined {
  let best: PatternGrounds | undefined;
  evidence.patterns.forEach((pattern, index) => {
    const model = models[pattern.language];
    const factors = weighPattern(index, evidence, bayesAbout(pattern, text.tokens, bayes));
    if (model === undefined || factors === undefined) return;
    const candidate = { pattern, factors, cues: cuesOn(index, evidence), score: scoreOf(model, factors) };
    if (best === undefined || outweighs(candidate, best)) best = candidate;
  });
  return best;
}

/** Of the whole text or of the pattern's own sentences, whichever sounds more like a call: a prayer pasted beside it hides none. */
function bayesAbout({ language, first, last }: PatternHit, tokens: Read['text']['tokens'], bayes: BayesOdds): number {
  const sentences = sentencesOf({ first, last }, tokens);
  const whole = bayes(language);
  return sentences.last - sentences.first === tokens.length ? whole : Math.max(whole, bayes(language, sentences));
}

function outweighs(candidate: PatternGrounds, best: PatternGrounds): boolean {
  const [called, bestCalled] = [candidate.pattern.polarity !== 'against', best.pattern.polarity !== 'against'];
  return called === bestCalled ? candidate.score > best.score : called;
}

function levelOf(grounds: PatternGrounds, score: number, model: DecisionModel | undefined): Level {
  if (model === undefined || score < model.thresholds.review) return 'watch';
  return score >= model.thresholds.urgent && isUrgent(grounds) ? 'urgent' : 'review';
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

/** Most messages end here. */
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
  return hits.some((hit) => hit.role === 'group') && hits.some((hit) => isAct(hit.role) && !hit.grammar.negated);
}
