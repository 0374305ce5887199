import type { Language } from '../assessment.js';
import { weakKey } from '../bayes/features.js';
import type { CueHit, Grammar, TermHit } from '../keywords/evidence.js';
import type { Token } from '../text/token.js';

/** Letters at the beginning of a word that are kept: the stem, roughly, and the stem with the first of its endings. */
const STEMS = [3, 4, 5, 7] as const;
/** Letters at its end: mood and person, where no entry knows the word. */
const ENDING = 3;
/** Letters of each of two neighbours. */
const OF_A_PAIR = 5;
const WORDS_OF_A_LENGTH = 5;
const MOST_LENGTHS = 6;
/** Stands for the name of any group: which group it is must not matter. */
const GROUP = '@group';

/** What hits and cues of one language say about a text. */
export function roleFeatures(
  tokens: readonly Token[],
  hits: readonly TermHit[],
  cues: readonly CueHit[],
): readonly string[] {
  const features: string[] = [];
  let before: string | undefined;
  for (const { role, grammar } of hits) {
    const own = grammar.negated ? `no ${role}` : role;
    features.push(role, `${own}:${grammar.mood}`);
    if (grammar.person !== undefined || grammar.tense !== undefined) features.push(`${own}:${timeOf(grammar)}`);
    if (grammar.case !== undefined) features.push(`${role}:${grammar.case}`);
    if (before !== undefined) features.push(`${before}>${own}`);
    before = own;
  }
  for (const { kind, governs } of cues) {
    features.push(`cue ${kind}`);
    if (governs.length > 0) features.push('governed', `governed ${kind}`);
  }
  if (tokens.some(({ inQuestion }) => inQuestion)) features.push('question');
  features.push(`length ${Math.min(MOST_LENGTHS, Math.floor(tokens.length / WORDS_OF_A_LENGTH))}`);
  return [...new Set(features.map(asRole))];
}

/** Tells what is said of words from the words themselves: «pay» is Uzbek for a sinew. */
function asRole(feature: string): string {
  return `#${feature}`;
}

/** The feature of a kind of cue. */
export function cueFeature(kind: string): string {
  return asRole(`cue ${kind}`);
}

function timeOf({ person, tense }: Grammar): string {
  return `${person ?? ''}${tense ?? ''}`;
}

/** A word as it is weighed, and the token that it is or begins with. */
export interface WeighedWord {
  readonly word: string;
  readonly token: number;
}

/** The words of a text in the spelling in which they meet, whatever the keyboard; the name of a group is one word, and the same for all. */
export function wordsOf(
  tokens: readonly Token[],
  hits: readonly TermHit[],
  language: Language,
): readonly WeighedWord[] {
  const groups = hits.filter(({ role }) => role === 'group');
  return tokens.flatMap(({ form, script }, token) => {
    const group = groups.find(({ first, last }) => first <= token && token < last);
    if (group === undefined) return [{ word: weakKey(form, script === 'Latn', language), token }];
    return group.first === token ? [{ word: GROUP, token }] : [];
  });
}

/** What the words of a text say. */
export function wordFeatures(words: readonly WeighedWord[]): readonly string[] {
  return [...new Set(words.flatMap((_, index) => featuresOfWord(words, index)))];
}

/** What one word adds: its beginnings, its ending, and the pair that it makes with the next. */
export function featuresOfWord(words: readonly WeighedWord[], index: number): readonly string[] {
  const { word } = words[index] ?? NONE;
  const next = words[index + 1]?.word;
  const parts = STEMS.map((letters) => word.slice(0, letters));
  parts.push(`-${word.slice(-ENDING)}`);
  if (next !== undefined) parts.push(`${word.slice(0, OF_A_PAIR)} ${next.slice(0, OF_A_PAIR)}`);
  return parts;
}

const NONE: WeighedWord = { word: '', token: 0 };
