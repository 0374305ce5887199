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

/** Letters of a word that are kept in a pair: on examples of authors not learnt from, four told calls apart better than five. */
const PAIRED = 4;

/**
 * A reader that gives each token its features. By rule Bayes has no opinion on function words (given as weak keys), short words and
 * digits, nor on a pair of nothing else. It remembers words.
 */
export function featureReader(
  language: Language,
  rule: FeatureRule,
  functionWords: ReadonlySet<string>,
): (tokens: readonly Token[]) => readonly TokenFeatures[] {
  const reading = (isLatin: boolean) =>
    rememberWords((form) => {
      const key = weakKey(form, isLatin, language);
      return { word: featureOf(key, rule, functionWords), paired: key.slice(0, PAIRED) };
    });
  const [inLatin, inOther] = [reading(true), reading(false)];
  return (tokens) => {
    const read = tokens.map(({ form, script }) => (script === 'Latn' ? inLatin(form) : inOther(form)));
    return read.map(({ word, paired }, index) => {
      const next = read[index + 1];
      const denied = word !== undefined && language === 'russian' && NOT.has(tokens[index - 1]?.form ?? '');
      const says = next !== undefined && (word ?? next.word) !== undefined;
      return { word: denied ? `${DENIED}${word}` : word, pair: says ? `${paired}${JOINED}${next.paired}` : undefined };
    });
  };
}

/** Does not stand in a word. */
const JOINED = '+';

/** Whether a feature is a pair. */
export function isPair(feature: string): boolean {
  return feature.includes(JOINED);
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
const NOT: ReadonlySet<string> = new Set(['не', 'ни', 'ne', 'ni']);
const DENIED = '-';

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
