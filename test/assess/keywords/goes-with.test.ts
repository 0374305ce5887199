import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../../src/assess/assessment.js';
import type { Grammar } from '../../../src/assess/keywords/evidence.js';
import type { Term } from '../../../src/assess/keywords/find-terms.js';
import { goesWith } from '../../../src/assess/keywords/goes-with.js';
import type { Role } from '../../../src/assess/keywords/roles.js';

function term(language: Language, role: Role, first: number, mood: Grammar['mood']): Term {
  return { language, role, first, grammar: { mood, negated: false } } as unknown as Term;
}

describe('A word belongs to an act of another language', () => {
  const call = term('tajik', 'violence', 1, 'imperative');
  const borrowed = term('russian', 'group', 0, 'nominal');

  test('where it is a name and the act plainly calls', () => {
    expect(goesWith(borrowed, call, [borrowed, call])).toBe(true);
  });

  test('not where the language of the act knows the same word', () => {
    const own = term('tajik', 'group', 0, 'nominal');
    expect(goesWith(borrowed, call, [borrowed, own, call])).toBe(false);
    expect(goesWith(own, call, [borrowed, own, call])).toBe(true);
  });

  test('not where it is a word of another kind, or the act does not call', () => {
    const modal = term('russian', 'must', 0, 'unknown');
    const report = term('tajik', 'violence', 1, 'nominal');
    expect(goesWith(modal, call, [modal, call])).toBe(false);
    expect(goesWith(borrowed, report, [borrowed, report])).toBe(false);
  });
});
