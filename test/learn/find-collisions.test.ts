import { expect, it } from '@jest/globals';
import { compileLexicon } from '../../src/assess/keywords/compile-lexicon.js';
import { findCollisions, wordsIn } from '../../src/learn/find-collisions.js';
import { readPackSources } from '../../src/packs/read-pack-sources.js';
import { withSmallPack } from '../packs/small-pack.js';

it('lists the words that an entry matches, with what it stands for', () => {
  const collisions = withSmallPack(({ folder }) => {
    const { lexicons, groups, patterns } = readPackSources(folder);
    const lexicon = compileLexicon({ lexicons, groups: groups.groups, patterns: patterns.patterns });
    return findCollisions(['вступай', 'выступай', 'ИГИЛ', 'вигилия'], 'russian', lexicon);
  });
  expect(collisions.map(({ word, gloss }) => `${word}: ${gloss}`)).toEqual(['вступай: join', 'ИГИЛ: Islamic State']);
});

it('reads word lists of Hunspell and plain text', () => {
  expect(wordsIn('3\nабажур/AB\nqoʻshiq/X\nдва слова\n')).toEqual(['абажур', 'qoʻshiq', 'два', 'слова']);
});
