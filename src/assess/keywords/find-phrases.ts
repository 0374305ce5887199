import type { Token } from '../text/token.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Grammar } from './evidence.js';
import { negate } from './grammar.js';
import type { Meaning } from './lexicon-tables.js';
import type { PhraseNode } from './phrase-tree.js';
import type { WordReading } from './read-tokens.js';

/** A run of words that means something, before its neighbours were looked at. */
export interface PhraseMatch {
  readonly meaning: Meaning;
  /** Positions of its own words, ascending; others may stand in between. */
  readonly positions: readonly number[];
  readonly grammar: Grammar;
  /** Right spellings of the stems, one a position. */
  readonly plain: readonly string[];
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly readings: readonly (readonly WordReading[])[];
  readonly matches: PhraseMatch[];
}

/** Finds every phrase of the lexicon: single words and words in a row, each inflected, with room for a few others where the entry allows it. */
export function findPhrases(
  tokens: readonly Token[],
  readings: readonly (readonly WordReading[])[],
  lexicon: CompiledLexicon,
): readonly PhraseMatch[] {
  const walk: Walk = { tokens, readings, matches: [] };
  readings.forEach((candidates, index) => {
    for (const reading of candidates) {
      const node = lexicon.phrases.get(reading.word);
      if (node !== undefined) follow(node, [index], [reading], walk);
    }
  });
  return walk.matches;
}

function follow(node: PhraseNode, positions: readonly number[], words: readonly WordReading[], walk: Walk): void {
  if (node.meanings.length > 0) {
    const grammar = headGrammar(positions, words, walk.tokens);
    const plain = words.map((word) => word.plain);
    for (const meaning of node.meanings) walk.matches.push({ meaning, positions, grammar, plain });
  }
  for (const [gap, branch] of node.next) reach(branch, gap, { positions, words }, walk);
}

/** Tries every word that stands no further than the gap behind the last one, in its sentence; a compound with a gap, or behind a verb, holds no comma. */
function reach(
  branch: ReadonlyMap<number, PhraseNode>,
  gap: number,
  { positions, words }: { readonly positions: readonly number[]; readonly words: readonly WordReading[] },
  walk: Walk,
): void {
  const last = positions[positions.length - 1] ?? 0;
  const sentence = walk.tokens[last]?.sentence;
  const holdsComma = gap === 0 && !isVerb(words[words.length - 1]);
  for (let at = last + 1; at <= last + 1 + gap && walk.tokens[at]?.sentence === sentence; at += 1) {
    if (!holdsComma && walk.tokens[at]?.before === 'comma') return;
    for (const reading of walk.readings[at] ?? []) {
      const next = branch.get(reading.word);
      if (next !== undefined) follow(next, [...positions, at], [...words, reading], walk);
    }
  }
}

/** «Come, to the team we won't go»: what follows a verb behind a comma is no part of it. */
function isVerb(word: WordReading | undefined): boolean {
  return word !== undefined && word.grammar.mood !== 'nominal' && word.grammar.mood !== 'unknown';
}

/** A phrase says what its verb says; without one, what its last word does. */
function headGrammar(positions: readonly number[], words: readonly WordReading[], tokens: readonly Token[]): Grammar {
  const verb = words.findIndex(isVerb);
  const tensed = verb >= 0 ? verb : words.findIndex((word) => word.grammar.tense !== undefined);
  const at = tensed >= 0 ? tensed : words.length - 1;
  const head = words[at];
  if (head === undefined) return { negated: false, mood: 'unknown', person: undefined, tense: undefined };
  return head.grammar.negated && holdsItsNot(positions, at, head, tokens) ? negate(head.grammar) : head.grammar;
}

/** «не спрятаться» as an entry means just that: the «не» is its own word and negates nothing. */
function holdsItsNot(positions: readonly number[], at: number, head: WordReading, tokens: readonly Token[]): boolean {
  const before = (positions[at] ?? 0) - 1;
  return head.language === 'russian' && positions.includes(before) && RUSSIAN_NOT.test(tokens[before]?.form ?? '');
}

const RUSSIAN_NOT = /^(?:н[еи]|ne)$/;
