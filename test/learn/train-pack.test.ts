import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readLanguageModel } from '../../src/assess/language/language-model.js';
import { buildModels } from '../../src/learn/build-models.js';
import { SILENT } from '../../src/learn/progress.js';
import { trainPack } from '../../src/learn/train-pack.js';
import { decisionFileSchema } from '../../src/packs/models/model-set.js';
import { parseModel, readModelsAsBuilt } from '../../src/packs/read-models.js';
import { readPackSources } from '../../src/packs/read-pack-sources.js';
import { SHIPPED_PACK } from '../assess/shipped-pack.js';
import { withSmallPack } from '../packs/small-pack.js';

const NOTHING_MORE = { benign: undefined, languageModel: undefined };

describe('training', () => {
  it('builds the shipped models byte for byte from what is committed', () => {
    const models = readModelsAsBuilt(SHIPPED_PACK);
    const language = models.files.get('language.bin');
    if (language === undefined) throw new Error('no language model');
    const trained = trainPack(
      {
        sources: readPackSources(SHIPPED_PACK),
        languageModel: readLanguageModel(language),
        // The benign text that set the thresholds may not be committed: without it they stay as they were.
        benign: undefined,
        previous: parseModel(models, 'decision.json', decisionFileSchema),
      },
      SILENT,
    );
    for (const [name, content] of trained.files)
      expect([name, content === models.files.get(name)?.toString('utf8')]).toEqual([name, true]);
  }, 60_000);

  it('gives the same bytes whatever order the examples stand in', () => {
    const modelsAfter = (reorder: (text: string) => string) =>
      withSmallPack((pack) => {
        pack.write('examples/russian.yaml', reorder);
        buildModels(pack.folder, NOTHING_MORE, SILENT);
        return ['bayes.json', 'decision.json', 'keywords.json'].map((name) =>
          readFileSync(join(pack.folder, 'models', name), 'utf8'),
        );
      });
    const reversed = (text: string) => {
      const [head = '', ...examples] = text.trimEnd().split(/\n(?= {2}- \{)/);
      return [head, ...examples.reverse()].join('\n');
    };
    expect(modelsAfter(reversed)).toEqual(modelsAfter((text) => text));
  });

  it('writes nothing for a pack with faults', () => {
    withSmallPack((pack) => {
      pack.write('pack.yaml', 'format: 1\n');
      expect(() => buildModels(pack.folder, NOTHING_MORE, SILENT)).toThrow(/pack\.yaml/);
      expect(() => readFileSync(join(pack.folder, 'models', 'manifest.json'))).toThrow(/ENOENT/);
    });
  });
});
