import { expect, it } from '@jest/globals';
import { bayesModelSchema, bayesModelToJson } from '../../src/packs/models/bayes-file.js';

it('reads the counts of a classifier as they were written', () => {
  const counts = new Map([
    ['вступ', [0, 1204, 7]],
    ['вступ+игил', [3, 0, 0]],
    ['нигде', [0, 0, 0]],
  ]);
  const state = { smoothing: 0.1, classes: ['join', 'news', 'everyday'], documents: [9, 8, 7], counts };
  const model = { state, prefix: 8, shortest: 3, functionWords: ['и', 'в'] };
  const read = bayesModelSchema.parse(JSON.parse(JSON.stringify(bayesModelToJson(model))));
  expect(read.state).toEqual(state);
  expect(read).toMatchObject({ prefix: 8, shortest: 3, functionWords: ['в', 'и'] });
});
