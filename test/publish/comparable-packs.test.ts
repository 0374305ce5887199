import { expect, it } from '@jest/globals';
import type { Publication } from '../../src/domain/publication.js';
import { comparablePacks } from '../../src/publish/comparable-packs.js';
import { NOON } from '../store/store-samples.js';

function past(...published: readonly (readonly [pack: string, ...changes: string[]])[]): readonly Publication[] {
  return published.map(([pack, ...changes], index) => ({
    number: index + 1,
    kind: 'publish',
    ...{ pack, changes, hash: pack, at: NOON, by: 'x', why: 'x', previous: undefined, approvedBy: undefined },
  }));
}

it.each([
  ['only itself while nothing was published', [], ['c']],
  [
    'itself and what only thresholds, cases and names told from it',
    [
      ['b', 'entry added: x'],
      [
        'c',
        'threshold changed: russian: review 1 → 2',
        'case added: y',
        'setting changed: pack.yaml: version «1» → «2», leastThresholds',
      ],
    ],
    ['c', 'b'],
  ],
  [
    'nothing before a word was added',
    [
      ['a', 'x'],
      ['b', 'entry added: x'],
      ['c', 'case added: y'],
    ],
    ['c', 'b'],
  ],
  [
    'nothing before another setting',
    [
      ['b', 'x'],
      ['c', 'setting changed: pack.yaml: languages'],
    ],
    ['c'],
  ],
] as const)('%s has comparable scores', (_name, published, expected) => {
  expect([...comparablePacks('c', past(...published))]).toEqual(expected);
});
