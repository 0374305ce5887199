import { join } from 'node:path';
import type { AssessParts } from '../assess/assess-parts.js';
import { openLexicon } from '../assess/keywords/open-lexicon.js';
import type { TermSearch } from '../domain/term.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { type Manifest, manifestSchema } from './format/pack.js';
import { keywordsFileSchema } from './models/keywords-file.js';
import { bayesFileSchema, hashBytes } from './models/model-set.js';
import { openBayes } from './open-bayes.js';
import { PackError } from './pack-error.js';
import { readPackFiles } from './pack-files.js';
import { readDecisions } from './read-decisions.js';
import { parseLanguageModel, parseModel, readModels } from './read-models.js';
import { hashInputs } from './read-pack-sources.js';
import { openTermSearch } from './search-terms.js';

/** A pack that is ready to assess with. */
export interface Pack {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly parts: AssessParts;
  /** For people who look a word of it up. */
  readonly searchTerms: TermSearch;
}

/**
 * Reads a pack to assess with: its built models, after making sure that they belong to what analysts edit.
 * Reads no YAML but `pack.yaml`: the rest was validated when the models were built. Throws {@link PackError}.
 */
export function readPack(folder: string): Pack {
  const { files, faults } = readPackFiles(folder);
  if (faults.length > 0) throw new PackError(faults);
  const file = join(folder, 'pack.yaml');
  const { value: manifest, faults: wrong } = parseYaml(
    files.find(({ name }) => name === 'pack.yaml')?.text ?? '',
    file,
    manifestSchema,
  );
  if (manifest === undefined) throw new PackError(wrong);

  const inputs = hashInputs(files);
  const models = readModels(folder, inputs);
  const bayes = parseModel(models, 'bayes.json', bayesFileSchema);
  const keywords = parseModel(models, 'keywords.json', keywordsFileSchema);
  const lexicon = openLexicon(keywords);
  const hash = hashBytes([inputs, ...models.hashes].join('\n'));
  return {
    folder,
    manifest,
    searchTerms: openTermSearch(keywords, lexicon),
    parts: {
      pack: `${manifest.name}@${manifest.version}+${hash.slice(0, 8)}`,
      languageModel: parseLanguageModel(models),
      lexicon,
      bayes: openBayes(bayes),
      decisions: readDecisions(models),
    },
  };
}
