import { expect, it } from '@jest/globals';
import { buildBayes, equalise } from '../../src/learn/build-bayes.js';

const call = { label: 'join', features: ['come'] };
const benign = ['one', 'two', 'three', 'four', 'five'].map((word) => ({ label: 'everyday', features: [word] }));

it('counts documents of small classes until each class has as many as the largest', () => {
  const other = { label: 'join', features: ['arrive'] };
  const counted = equalise([other, call, ...benign]);
  const timesOf = (label: string) => counted.filter((one) => one.label === label).map(({ times }) => times);
  expect(timesOf('everyday')).toEqual([1, 1, 1, 1, 1]);
  // In the order of their words: which one counts once more must not depend on the order of a file.
  expect(timesOf('join')).toEqual([3, 2]);
  expect(counted.find(({ times }) => times === 3)?.features).toEqual(['arrive']);
});

it('trains on as many documents of each class, and leaves out those without features', () => {
  const { classes, documents, counts } = buildBayes([call, { label: 'join', features: [] }, ...benign], 0.1);
  expect(Object.fromEntries(classes.map((label, index) => [label, documents[index]]))).toEqual({
    everyday: 5,
    join: 5,
  });
  expect(counts.get('come')?.[classes.indexOf('join')]).toBe(5);
});

it('has nothing to train on without documents', () => {
  expect(buildBayes([], 0.1).classes).toEqual([]);
});
