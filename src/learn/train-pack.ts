import type { AssessParts } from '../assess/assess-parts.js';
import type { Language } from '../assess/assessment.js';
import { compileReader } from '../assess/bayes/bayes-reader.js';
import { examine } from '../assess/examine.js';
import { expandLexicon } from '../assess/keywords/compile-lexicon.js';
import { openLexicon } from '../assess/keywords/open-lexicon.js';
import type { LanguageModel } from '../assess/language/language-model.js';
import { type BayesModel, bayesModelToJson } from '../packs/models/bayes-file.js';
import { decisionsToJson, type ReadDecisions } from '../packs/models/decision-file.js';
import type { BayesFigures } from '../packs/models/figures-file.js';
import { keywordsToJson } from '../packs/models/keywords-file.js';
import { toJsonLines } from '../packs/models/model-set.js';
import { type Example, keywordsOf, type PackSources } from '../packs/pack-sources.js';
import type { BenignText } from './benign-text.js';
import type { ExaminedExample } from './examined-example.js';
import { measureWording } from './measure-wording.js';
import { type ObservedWording, observeWording } from './observe-wording.js';
import type { Progress } from './progress.js';
import { type BayesExample, type TrainedBayes, trainBayes } from './train-bayes.js';
import { type Decisions, trainDecisions } from './train-decisions.js';

export interface TrainInput {
  readonly sources: PackSources;
  readonly languageModel: LanguageModel;
  /** Sets the thresholds; undefined where it is not at hand. */
  readonly benign: BenignText | undefined;
  /** The decisions as built before: thresholds stay where benign text is not at hand. */
  readonly previous: ReadDecisions;
}

export interface TrainedPack {
  /** Built files by name, to be written to `models/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly bayes: Readonly<Partial<Record<Language, BayesFigures>>>;
  readonly decisions: Decisions;
}

/** Builds the models of a pack from what analysts edit. Pure apart from progress: the same input gives the same bytes. */
export function trainPack(input: TrainInput, progress: Progress): TrainedPack {
  const { sources, languageModel } = input;
  const { languages } = sources.manifest;
  const keywords = expandLexicon(keywordsOf(sources));
  const lexicon = openLexicon(keywords);
  const examined = sources.examples.map((example) => ({
    ...example,
    examined: examine(example.text, { languageModel, lexicon }),
  }));

  const trained = trainEach(languages, examined, sources, progress);
  const seen = trained.map(toExamined);
  const wordings: Partial<Record<Language, ObservedWording>> = {};
  seen.forEach((own, index) => {
    const language = languages[index];
    if (language !== undefined) wordings[language] = observeWording(own);
  });
  const decisions = trainDecisions(
    {
      languages,
      examples: seen.flat(),
      wordings,
      parts: { pack: 'training', languageModel, lexicon, bayes: readersOf(trained) },
      wanted: sources.manifest.wantedFalseAlerts,
      benign: input.benign,
      previous: input.previous,
      least: sources.manifest.leastThresholds,
    },
    progress,
  );
  const bayes = Object.fromEntries(trained.map(({ language, figures }) => [language, figures]));
  const wording = Object.fromEntries(
    Object.entries(wordings).map(([language, observed]) => [language, measureWording(observed)]),
  );
  const models = Object.fromEntries(trained.map(({ language, model }) => [language, bayesModelToJson(model)]));
  const written = decisionsToJson(decisions);
  return {
    files: new Map([
      ['keywords.json', keywordsToJson(keywords)],
      ['bayes.json', toJsonLines(models)],
      ['decision.json', toJsonLines(written.decisions)],
      ['wording.json', toJsonLines(written.wordings)],
      ['figures.json', toJsonLines({ bayes, wording })],
    ]),
    bayes,
    decisions,
  };
}

type Seen = Example & Pick<ExaminedExample, 'examined'>;

interface TrainedLanguage extends TrainedBayes {
  readonly language: Language;
  readonly own: readonly Seen[];
}

function trainEach(
  languages: readonly Language[],
  examples: readonly Seen[],
  { functionWords }: PackSources,
  progress: Progress,
): readonly TrainedLanguage[] {
  progress.begin('training Bayes', languages.length, 'languages');
  const trained = languages.map((language, index) => {
    const own = examples.filter((example) => example.language === language);
    const result = trainBayes(language, own.map(toBayesExample), functionWords[language]);
    progress.advance(index + 1);
    return { language, own, ...result };
  });
  progress.end();
  return trained;
}

function toExamined({ language, own, heldOutOdds, folds }: TrainedLanguage): readonly ExaminedExample[] {
  return own.map(({ label, examined }, index) => ({
    language,
    label,
    examined,
    heldOutOdds: heldOutOdds[index] ?? 0,
    fold: folds[index] ?? 0,
  }));
}

function toBayesExample({ text, label, examined }: Seen): BayesExample {
  return { text, label, tokens: examined.text.tokens };
}

function readersOf(
  trained: readonly { readonly language: Language; readonly model: BayesModel }[],
): AssessParts['bayes'] {
  return Object.fromEntries(
    trained.map(({ language, model }) => [language, compileReader(language, model.state, model, model.functionWords)]),
  );
}
