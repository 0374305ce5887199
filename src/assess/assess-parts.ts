import type { Language } from './assessment.js';
import type { BayesReader } from './bayes/bayes-reader.js';
import type { DecisionModel } from './decide/decision-model.js';
import type { CompiledLexicon } from './keywords/compiled-lexicon.js';
import type { LanguageModel } from './language/language-model.js';

/** All that assessing needs of a classifier pack, compiled. */
export interface AssessParts {
  /** `name@version+shorthash`: named in every assessment. */
  readonly pack: string;
  readonly languageModel: LanguageModel;
  readonly lexicon: CompiledLexicon;
  readonly bayes: Readonly<Partial<Record<Language, BayesReader>>>;
  readonly decisions: Readonly<Partial<Record<Language, DecisionModel>>>;
}
