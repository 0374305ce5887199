import { expect, it } from '@jest/globals';
import type { DecisionModel } from '../../src/assess/decide/decision-model.js';
import { openModels } from '../../src/packs/open-models.js';

it('reads what else is read late, so that its fault is found before the pack is in force', () => {
  const tajik = {
    get wording(): never {
      throw new Error('says nothing of tajik');
    },
  } as unknown as DecisionModel;
  expect(() => openModels({ bayes: {}, decisions: { tajik } })).toThrow('says nothing of tajik');
});
