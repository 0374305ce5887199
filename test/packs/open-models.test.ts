import { expect, it } from '@jest/globals';
import type { BayesReader } from '../../src/assess/bayes/bayes-reader.js';
import type { DecisionModel } from '../../src/assess/decide/decision-model.js';
import { openModels } from '../../src/packs/open-models.js';

function faulty(fault: string): () => never {
  return () => {
    throw new Error(fault);
  };
}

it('reads Bayes and the wording, so that a fault of either is found before the pack is in force', () => {
  const tajik = Object.defineProperty({}, 'wording', { get: faulty('says nothing of tajik') }) as DecisionModel;
  expect(() => openModels({ bayes: {}, decisions: { tajik } })).toThrow('says nothing of tajik');
  const russian = Object.defineProperty({}, 'table', { get: faulty('cut short') }) as BayesReader;
  expect(() => openModels({ bayes: { russian }, decisions: {} })).toThrow('cut short');
});
