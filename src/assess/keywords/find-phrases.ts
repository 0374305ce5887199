import type { Token } from '../text/token.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Grammar } from './evidence.js';
import type { Meaning } from './lexicon-tables.js';
import type { Branch, PhraseNode } from './phrase-tree.js';
import type { WordReading } from './word-reading.js';

/** A run of words that an entry or a cue means, before its neighbours were looked at. A class for the reason that `ReadToken` gives. */
export class PhraseMatch {
  readonly meaning: NamedMeaning;
  /** Positions of its own words, ascending; others may stand in between. */
  readonly positions: Positions;
  /** What stands there, one a position. */
  readonly words: readonly WordReading[];
  readonly grammar: Grammar;

  constructor(meaning: NamedMeaning, positions: readonly number[], words: readonly WordReading[], grammar: Grammar) {
    this.meaning = meaning;
    this.positions = positions;
    this.words = words;
    this.grammar = grammar;
  }
}

/** What an entry or a cue means; words of a context mean nothing by themselves. */
type NamedMeaning = Exclude<Meaning, { readonly kind: 'context' }>;

/** Positions of a phrase's own words, ascending; others may stand in between. */
export type Positions = readonly number[];

/** The phrases of a text. */
export interface FoundPhrases {
  readonly matches: readonly PhraseMatch[];
  /** By context number: where its words stand. Most of what a text matches, so no more is kept of it. */
  readonly contexts: ReadonlyMap<number, Place>;
}

/** A place of some words, and the one before it: a list of its own for each would be several times as large. */
export interface Place {
  readonly positions: Positions;
  readonly before: Place | undefined;
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly readings: readonly (readonly WordReading[])[];
  readonly matches: PhraseMatch[];
  readonly contexts: Map<number, Place>;
}

/** The words of a phrase so far, last first. */
interface Trail {
  readonly position: number;
  readonly word: WordReading;
  readonly before: Trail | undefined;
}

/** Finds every phrase of the lexicon: single words and words in a row, each inflected, with room for a few others where the entry allows it. */
export function findPhrases(
  tokens: readonly Token[],
  readings: readonly (readonly WordReading[])[],
  lexicon: CompiledLexicon,
): FoundPhrases {
  const walk: Walk = { tokens, readings, matches: [], contexts: new Map() };
  for (let position = 0; position < readings.length; position += 1)
    for (const word of readings[position] ?? NONE) {
      const node = lexicon.phrases.get(word.word);
      if (node !== undefined) follow(node, position, word, undefined, walk);
    }
  return walk;
}

const NONE: readonly WordReading[] = [];

/** Takes what the words up to here mean, and tries those that may come next. The words before this one are `trail`. */
function follow(node: PhraseNode, position: number, word: WordReading, trail: Trail | undefined, walk: Walk): void {
  if (node.meanings.length > 0) {
    if (trail === undefined) takeAlone(node.meanings, position, word, walk);
    else takeTogether(node.meanings, { position, word, before: trail }, walk);
  }
  for (const branch of node.next) reach(branch, position, word, trail, walk);
}

/** Most words that mean something do so alone. */
function takeAlone(meanings: readonly Meaning[], position: number, word: WordReading, walk: Walk): void {
  const positions = ALONE[position] ?? [position];
  const read = walk.readings[position];
  const words = read?.length === 1 ? read : [word];
  take(meanings, positions, { words, grammar: word.grammar }, walk);
}

/** Of a context only where it stands is kept. */
function take(
  meanings: readonly Meaning[],
  positions: Positions,
  { words, grammar }: Pick<PhraseMatch, 'words' | 'grammar'>,
  walk: Walk,
): void {
  for (const meaning of meanings) {
    if (meaning.kind === 'context') takeContext(meaning.context, positions, walk);
    else walk.matches.push(new PhraseMatch(meaning, positions, words, grammar));
  }
}

function takeContext(context: number, positions: Positions, { contexts }: Walk): void {
  contexts.set(context, { positions, before: contexts.get(context) });
}

/** Lists of one position, made once for the words of any text of ordinary length. */
const ALONE: readonly Positions[] = Array.from({ length: 1_024 }, (_, position) => [position]);

function takeTogether(meanings: readonly Meaning[], trail: Trail, walk: Walk): void {
  const positions: number[] = [];
  const words: WordReading[] = [];
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) {
    positions.unshift(at.position);
    words.unshift(at.word);
  }
  const grammar = headGrammar(positions, words, walk.tokens);
  take(meanings, positions, { words, grammar }, walk);
}

/** Tries every word that stands no further than the gap behind the last one, in its sentence; a compound with a gap, or behind a verb, holds no comma. */
function reach({ gap, nodes }: Branch, last: number, word: WordReading, before: Trail | undefined, walk: Walk): void {
  const sentence = walk.tokens[last]?.sentence;
  const holdsComma = gap === 0 && !isVerb(word);
  // Most words lead nowhere, so no trail is laid before one does.
  let trail: Trail | undefined;
  for (let position = last + 1; position <= last + 1 + gap; position += 1) {
    const token = walk.tokens[position];
    if (token?.sentence !== sentence || (!holdsComma && token?.before === 'comma')) return;
    for (const next of walk.readings[position] ?? NONE) {
      const node = nodes.get(next.word);
      if (node === undefined) continue;
      trail ??= { position: last, word, before };
      follow(node, position, next, trail, walk);
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
  // «не Исламскому государству»: without a verb what precedes the first word denies the whole, as what precedes the last does.
  const denied = head.grammar.negated && !holdsItsNot(positions, at, head, tokens);
  const first = tensed < 0 && head.language === 'russian' ? words[0] : undefined;
  return withNegation(head.grammar, denied || first?.grammar.negated === true);
}

function withNegation(grammar: Grammar, negated: boolean): Grammar {
  return grammar.negated === negated ? grammar : { ...grammar, negated };
}

/** «не спрятаться» as an entry means just that: the «не» is its own word and negates nothing. */
function holdsItsNot(positions: readonly number[], at: number, head: WordReading, tokens: readonly Token[]): boolean {
  const before = (positions[at] ?? 0) - 1;
  return head.language === 'russian' && positions.includes(before) && RUSSIAN_NOT.test(tokens[before]?.form ?? '');
}

const RUSSIAN_NOT = /^(?:н[еи]|ne)$/;
