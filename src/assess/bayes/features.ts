import type { Language } from '../assessment.js';
import { keyboardKey, latinToCyrillicKey, uzbekKey } from '../text/keys.js';
import { rememberWords } from '../text/remember-words.js';
import type { Token } from '../text/token.js';

/** How words become features: tuned by cross-validation, stored with the model. */
export interface FeatureRule {
  /** Letters of a word's key that are kept: enough to tell words apart, few enough that their endings fall away. */
  readonly prefix: number;
  /** Shorter keys are no features: they are function words and endings. */
  readonly shortest: number;
}

/** What Bayes reads of a token; undefined where it has no opinion by rule. */
export interface TokenFeatures {
  readonly word: string | undefined;
  /** The token and the next one: what stands together says more than the same words apart. */
  readonly pair: string | undefined;
}

/** Few texts come to Bayes. */
const REMEMBERED = 8_192;
/** Letters of a word that are kept in a pair: on examples of authors not learnt from, four told calls apart better than five. */
const PAIRED = 4;

/** What a word alone yields. */
export interface WordFeatures {
  readonly word: string | undefined;
  /** What it is in a pair. */
  readonly paired: string;
}

/** What makes features of words. */
export interface FeatureReading {
  readonly language: Language;
  readonly rule: FeatureRule;
  /** As weak keys. */
  readonly functionWords: ReadonlySet<string>;
}

/**
 * A reader of single words, which remembers what `keep` makes of them. By rule Bayes has no opinion on function words, short words and
 * digits.
 */
export function wordReader<T extends object>(
  { language, rule, functionWords }: FeatureReading,
  keep: (features: WordFeatures) => T,
): (token: Token) => T {
  const reading = (isLatin: boolean) =>
    rememberWords((form) => {
      const key = weakKey(form, isLatin, language);
      return keep({ word: featureOf(key, rule, functionWords), paired: key.slice(0, PAIRED) });
    }, REMEMBERED);
  const [inLatin, inOther] = [reading(true), reading(false)];
  return ({ form, script }) => (script === 'Latn' ? inLatin(form) : inOther(form));
}

/** A reader that gives each token its features. By rule a pair of words without an opinion has none either. */
export function featureReader(by: FeatureReading): (tokens: readonly Token[]) => readonly TokenFeatures[] {
  const read = wordReader(by, (features) => features);
  return (tokens) => {
    const words = tokens.map(read);
    return words.map(({ word, paired }, index) => {
      const next = words[index + 1];
      const denied = word !== undefined && isDenied(tokens, index, by.language);
      const says = next !== undefined && (word ?? next.word) !== undefined;
      return { word: denied ? denialOf(word) : word, pair: says ? `${paired}${JOINED}${next.paired}` : undefined };
    });
  };
}

/** Does not stand in a word. */
const JOINED = '+';

/** Whether a feature is a pair. */
export function isPair(feature: string): boolean {
  return feature.includes(JOINED);
}

/** The two words of a pair; undefined for a feature that is none. */
export function partsOfPair(feature: string): readonly [string, string] | undefined {
  const at = feature.indexOf(JOINED);
  return at < 0 ? undefined : [feature.slice(0, at), feature.slice(at + 1)];
}

/** All features of a text. */
export function listFeatures(tokens: readonly TokenFeatures[]): readonly string[] {
  const features: string[] = [];
  for (const { word, pair } of tokens) {
    if (word !== undefined) features.push(word);
    if (pair !== undefined) features.push(pair);
  }
  return features;
}

/** «не вступай» says another thing than «вступай»: Russian denies with a word of its own, right before. */
export function isDenied(tokens: readonly Token[], index: number, language: Language): boolean {
  return language === 'russian' && NOT.has(tokens[index - 1]?.form ?? '');
}

const NOT: ReadonlySet<string> = new Set(['не', 'ни', 'ne', 'ni']);

/** The feature of a word that is denied. */
export function denialOf(word: string): string {
  return `-${word}`;
}

/** The spelling under which words of a language meet, whatever keyboard they were typed on. */
export function weakKey(form: string, isLatin: boolean, language: Language): string {
  if (language === 'uzbek') return uzbekKey(form);
  return isLatin ? latinToCyrillicKey(form) : keyboardKey(form);
}

function featureOf(key: string, rule: FeatureRule, functionWords: ReadonlySet<string>): string | undefined {
  if (key.length < rule.shortest || functionWords.has(key) || hasDigit(key)) return undefined;
  return key.slice(0, rule.prefix);
}

function hasDigit(key: string): boolean {
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}
