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

/**
 * A reader that gives each token its feature, or undefined where Bayes has no opinion by rule: function words (given as weak
 * keys), short words, digits. It remembers words.
 */
export function featureReader(
  language: Language,
  rule: FeatureRule,
  functionWords: ReadonlySet<string>,
): (tokens: readonly Token[]) => readonly (string | undefined)[] {
  const reading = (isLatin: boolean) =>
    rememberWords((form) => ({ feature: featureOf(weakKey(form, isLatin, language), rule, functionWords) }));
  const [inLatin, inOther] = [reading(true), reading(false)];
  return (tokens) =>
    tokens.map(({ form, script }, index) => {
      const { feature } = script === 'Latn' ? inLatin(form) : inOther(form);
      const denied = feature !== undefined && language === 'russian' && NOT.has(tokens[index - 1]?.form ?? '');
      return denied ? `${DENIED}${feature}` : feature;
    });
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
