import type { Language } from '../assessment.js';
import { weakKey } from '../bayes/features.js';
import type { CueHit, Grammar, TermHit } from '../keywords/evidence.js';
import type { NormalisedText, Token } from '../text/token.js';
import type { TokenSpan } from './decision.js';
import { type FeatureList, WHOLE_TEXT, type WordingFeatures } from './wording-model.js';

/** Letters at the beginning of a word that are kept: the stem, roughly, and the stem with the first of its endings. */
const STEMS = [3, 4, 5, 7] as const;
/** Letters at its end: mood and person, where no entry knows the word. */
const ENDING = 3;
/** Letters of a word that stands beside another. */
const BESIDE = 5;
/** Letters of a word that stands near another, and how many words on that may be. */
const NEAR = 4;
const PAIR_REACH = 6;
const WORDS_OF_A_LENGTH = 5;
const MOST_LENGTHS = 6;
/** A quotation of more words is somebody's speech; of fewer, a name. */
const NAME_WORDS = 2;
/** Stands for the name of any group: which group it is must not matter. */
const GROUP = '@group';

/** What was found in a part of a text by the words of one language. */
interface Found {
  readonly part: TokenSpan;
  readonly language: Language;
  readonly hits: readonly TermHit[];
  readonly cues: readonly CueHit[];
}

/** What is weighed of a part of a text. */
export function wordingFeatures({ original, tokens }: NormalisedText, found: Found): WordingFeatures {
  const { hits, cues, part } = found;
  const own = tokens.slice(part.first, part.last);
  const words = wordsOf(own, found);
  const marks = markFeatures(original.slice(own[0]?.start, own.at(-1)?.end), own);
  return {
    roles: listed([...roleFeatures(hits, cues), ...marks].map((one) => [asRole(one), WHOLE_TEXT])),
    words: listed(words.flatMap(partsOfWord)),
    neighbours: listed(neighbourFeatures(words, hits)),
    sides: listed(sideFeatures(words)),
    pairs: listed(pairFeatures(words)),
    endings: listed(endingFeatures(words)),
    edges: listed(edgeFeatures(words)),
  };
}

type PlacedFeature = readonly [feature: string, token: number];

/** Each once: whoever repeats a word says no more. */
function listed(told: readonly PlacedFeature[]): FeatureList {
  const list = new Map<string, number>();
  for (const [feature, token] of told) if (!list.has(feature)) list.set(feature, token);
  return list;
}

/** Tells what is said of words from the words themselves: «pay» is Uzbek for a sinew. */
function asRole(feature: string): string {
  return `#${feature}`;
}

/** The feature of a kind of cue. */
export function cueFeature(kind: string): string {
  return asRole(`cue ${kind}`);
}

function roleFeatures(hits: readonly TermHit[], cues: readonly CueHit[]): readonly string[] {
  const features: string[] = [];
  let before: string | undefined;
  for (const { role, grammar } of hits) {
    const own = sayRole(role, grammar);
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
  return features;
}

function sayRole(role: string, { negated }: Grammar): string {
  return negated ? `no ${role}` : role;
}

function timeOf({ person, tense }: Grammar): string {
  return `${person ?? ''}${tense ?? ''}`;
}

/** How long a text is, and whether it asks, quotes, names or announces. */
function markFeatures(original: string, tokens: readonly Token[]): readonly string[] {
  const features = [`length ${Math.min(MOST_LENGTHS, Math.floor(tokens.length / WORDS_OF_A_LENGTH))}`];
  const quoted = tokens.filter((token) => token.quoted).length;
  if (quoted > 0) features.push(quoted > NAME_WORDS ? 'quotation' : 'quoted name');
  if (tokens[0]?.quoted) features.push('begins quoted');
  if (original.includes(': ')) features.push('colon');
  if (tokens.some(({ inQuestion }) => inQuestion)) features.push('question');
  return features;
}

/** A word as it is weighed, and the token that it is or begins with. */
interface WeighedWord {
  readonly word: string;
  readonly token: number;
}

/** The words of a text in the spelling in which they meet, whatever the keyboard; the name of a group is one word, and the same for all. */
function wordsOf(own: readonly Token[], { hits, language, part }: Found): readonly WeighedWord[] {
  const groups = hits.filter(({ role }) => role === 'group');
  // By token: where the group begins that it belongs to; a text may be nothing but names.
  const begun = new Map<number, number>();
  for (const { first, last } of groups)
    for (let token = first; token < last; token += 1) if (!begun.has(token)) begun.set(token, first);
  return own.flatMap(({ form, script }, index) => {
    const token = part.first + index;
    const first = begun.get(token);
    if (first === undefined) return [{ word: weakKey(form, script === 'Latn', language), token }];
    return first === token ? [{ word: GROUP, token }] : [];
  });
}

/** What one word says: its beginnings, its ending, and the pair that it makes with the next. */
function partsOfWord(
  { word, token }: WeighedWord,
  index: number,
  words: readonly WeighedWord[],
): readonly PlacedFeature[] {
  const parts = [...STEMS.map((letters) => word.slice(0, letters)), endingOf(word)];
  const next = words[index + 1];
  if (next !== undefined) parts.push(`${beside(word)} ${beside(next.word)}`);
  return parts.map((part) => [part, token]);
}

function endingOf(word: string): string {
  return `-${word.slice(-ENDING)}`;
}

function beside(word: string): string {
  return word.slice(0, BESIDE);
}

/** Each word with the roles of the one before it, and of the one after: «… are waiting for» says more when it is the police. */
function neighbourFeatures(words: readonly WeighedWord[], hits: readonly TermHit[]): readonly PlacedFeature[] {
  const roles = new Map<number, string[]>();
  for (const { role, grammar, first, last } of hits)
    for (let token = first; token < last; token += 1) {
      const own = roles.get(token);
      if (own === undefined) roles.set(token, [sayRole(role, grammar)]);
      else own.push(sayRole(role, grammar));
    }
  const rolesOf = (word: WeighedWord | undefined): readonly string[] => (word && roles.get(word.token)) ?? [];
  return words.flatMap((own, index) => [
    ...rolesOf(words[index - 1]).map((role): PlacedFeature => [`[${role}] ${beside(own.word)}`, own.token]),
    ...rolesOf(words[index + 1]).map((role): PlacedFeature => [`${beside(own.word)} [${role}]`, own.token]),
  ]);
}

/** On which side of the group's name a word stands: who sends whom is said by order in Russian, and by endings elsewhere. */
function sideFeatures(words: readonly WeighedWord[]): readonly PlacedFeature[] {
  const group = words.findIndex(({ word }) => word === GROUP);
  return words.flatMap(({ word, token }, index): readonly PlacedFeature[] =>
    word === GROUP ? [] : [[`${index < group ? '<' : '>'}${beside(word)}`, token]],
  );
}

/** Each word with those that follow near it: «did not … but» says what neither says, and what stands between matters little. */
function pairFeatures(words: readonly WeighedWord[]): readonly PlacedFeature[] {
  const near = words.map(({ word }) => word.slice(0, NEAR));
  const pairs: PlacedFeature[] = [];
  words.forEach(({ token }, index) => {
    const end = Math.min(words.length, index + 1 + PAIR_REACH);
    for (let other = index + 1; other < end; other += 1) pairs.push([`${near[index]}…${near[other]}`, token]);
  });
  return pairs;
}

/** How a word ends and the next: who does what, whatever the words are. */
function endingFeatures(words: readonly WeighedWord[]): readonly PlacedFeature[] {
  return words
    .slice(1)
    .map(({ word, token }, index) => [`${endingOf(words[index]?.word ?? '')} ${endingOf(word)}`, token]);
}

/** The word that a text, or what is weighed of it, begins with, and how it ends: there Tajik and Uzbek have their verb. */
function edgeFeatures(words: readonly WeighedWord[]): readonly PlacedFeature[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    [`^${beside(first.word)}`, first.token],
    [`${beside(last.word)}$`, last.token],
    [`${endingOf(last.word)}$`, last.token],
  ];
}
