import type { AssessParts } from '../assess/assess-parts.js';
import { LANGUAGES, type Language } from '../assess/assessment.js';
import { type BayesReader, compileReader } from '../assess/bayes/bayes-reader.js';
import type { BayesModel } from './models/bayes-file.js';

/** Makes the classifiers of a pack ready, each when a text first asks it: most texts end before Bayes, and most runs have few. */
export function openBayes(models: Readonly<Partial<Record<Language, BayesModel>>>): AssessParts['bayes'] {
  const readers: Partial<Record<Language, BayesReader>> = {};
  for (const language of LANGUAGES) {
    const model = models[language];
    if (model !== undefined) readers[language] = readerWhenAsked(language, model);
  }
  return readers;
}

function readerWhenAsked(language: Language, model: BayesModel): BayesReader {
  // Opening lets go of the model, which must not stay in memory beside its table.
  let held: { readonly model: BayesModel } | { readonly reader: BayesReader } = { model };
  const open = (): BayesReader => {
    if ('model' in held) {
      const { state, functionWords } = held.model;
      held = { reader: compileReader(language, state, held.model, functionWords) };
    }
    return held.reader;
  };
  return {
    get table() {
      return open().table;
    },
    read: (tokens) => open().read(tokens),
    opinion: (known, first, last) => open().opinion(known, first, last),
  };
}
