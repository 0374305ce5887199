import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildModels } from '../../src/learn/build-models.js';
import { SILENT } from '../../src/learn/progress.js';
import { withSmallPack } from '../packs/small-pack.js';

const NOTHING_MORE = { benign: undefined, languageModel: undefined };

// That the shipped models are what is committed, byte for byte, `.ci/models-are-reproducible` shows: it takes a minute here.
describe('training', () => {
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
