import type { AssessParts } from './assess-parts.js';
import type { Language, NotAssessed, OurTag, RankedLanguage } from './assessment.js';
import type { BayesOpinion } from './bayes/call-odds.js';
import type { KnownFeatures } from './bayes/known-features.js';
import { decide } from './decide/decide.js';
import type { BayesOdds, Decision, TokenSpan } from './decide/decision.js';
import type { Evidence } from './keywords/evidence.js';
import { findTellingEvidence } from './keywords/find-evidence.js';
import { consulted, detectLanguage, withBorrowed } from './language/detect.js';
import { hasText, isPersoArabic, normalise } from './text/normalise.js';
import type { NormalisedText } from './text/token.js';

/** What the steps before the decision found in a text. */
export interface Examined {
  /** Why most of the text is not read; what is read of it may still alert. */
  readonly notAssessed: NotAssessed | undefined;
  readonly text: NormalisedText;
  readonly languages: readonly RankedLanguage[];
  /** Ours that the text may be in, most probable first. */
  readonly spoken: readonly OurTag[];
  /** The classifiers that were asked: also one whose single words these languages borrow. */
  readonly tags: readonly OurTag[];
  /** Nothing where its words could not make the text worth watching. */
  readonly evidence: Evidence;
}

/** What Bayes said in one language, with what it knows of each token for the explanation. */
export interface BayesReading {
  readonly known: KnownFeatures;
  readonly opinion: BayesOpinion;
  /** What it says of a part of the text. */
  readonly opinionOf: (part: TokenSpan) => BayesOpinion;
}

const NOTHING: Evidence = { hits: [], patterns: [], cues: [] };
const UNKNOWN: readonly RankedLanguage[] = [{ tag: 'und', probability: 1 }];

/** Normalises, detects the language and looks for the words of the classifiers that come into question. */
export function examine(original: string, parts: Pick<AssessParts, 'languageModel' | 'lexicon'>): Examined {
  const text = normalise(original);
  const notAssessed = unreadable(text);
  if (!isPartlyReadable(text))
    return { notAssessed, text, languages: UNKNOWN, spoken: [], tags: [], evidence: NOTHING };

  const languages = detectLanguage(text, parts.languageModel);
  const spoken = consulted(languages);
  const tags = withBorrowed(spoken);
  const evidence = tags.length === 0 ? NOTHING : findTellingEvidence(text, tags, parts.lexicon);
  return { notAssessed, text, languages, spoken, tags, evidence };
}

/** Asks Bayes at most once a language, and only where a decision needs it: most messages hold no word of the lexicon. */
export function bayesOf(
  text: NormalisedText,
  parts: Pick<AssessParts, 'bayes'>,
): (language: Language) => BayesReading | undefined {
  const readings = new Map<Language, BayesReading | undefined>();
  return (language) => {
    if (readings.has(language)) return readings.get(language);
    const reader = parts.bayes[language];
    const known = reader?.read(text.tokens);
    const reading = reader &&
      known && {
        known,
        opinion: reader.opinion(known),
        opinionOf: ({ first, last }: TokenSpan) => reader.opinion(known, first, last),
      };
    readings.set(language, reading);
    return reading;
  };
}

/** The decision on an examined text. */
export function judge(
  examined: Examined,
  parts: Pick<AssessParts, 'decisions'>,
  bayes: ReturnType<typeof bayesOf>,
): Decision {
  return decide(examined, oddsOf(bayes), parts.decisions);
}

/** What Bayes says as the decision asks for it. */
export function oddsOf(bayes: ReturnType<typeof bayesOf>): BayesOdds {
  return (language, span) => {
    const reading = bayes(language);
    if (reading === undefined) return 0;
    return (span === undefined ? reading.opinion : reading.opinionOf(span)).logOdds;
  };
}

/** Whether it has letters of ours: a call may stand beside a formula in Arabic that is longer than it. */
function isPartlyReadable({ letters }: NormalisedText): boolean {
  return letters.cyrillic + letters.latin + letters.other > 0;
}

function unreadable(text: NormalisedText): NotAssessed | undefined {
  if (!hasText(text)) return 'no-text';
  return isPersoArabic(text) ? 'perso-arabic' : undefined;
}
