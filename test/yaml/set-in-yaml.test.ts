import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { setInYaml } from '../../src/yaml/set-in-yaml.js';

it('setting a value keeps comments and everything else as it is', () => {
  const text = readFileSync('classifiers/pack.yaml', 'utf8');
  const first = setInYaml(text, ['leastThresholds', 'tajik'], 1.5);
  expect(first.startsWith(text)).toBe(true);
  expect(first.slice(text.length)).toBe('leastThresholds:\n  tajik: 1.5\n');
  expect(setInYaml(first, ['leastThresholds', 'tajik'], 2)).toBe(first.replace('1.5', '2'));
});
