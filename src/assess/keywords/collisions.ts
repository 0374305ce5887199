import { LANGUAGES, type Language } from '../assessment.js';
import type { Script, Token } from '../text/token.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { findPhrases } from './find-phrases.js';
import { normaliseLemma } from './parse-words.js';
import { readTokens } from './read-tokens.js';

/** An ordinary word that an entry takes for its own. */
export interface Collision {
  readonly word: string;
  readonly language: Language;
  readonly entry: string;
  readonly role: string;
  /** The stem that matched, in its right spelling. */
  readonly stem: string;
}

/**
 * Reports which of these words some single-word entry matches: what `didbon lexicon collisions` prints.
 * Entries of several words need neighbours and are left out, and so are contexts (`notWhen`), which need a text.
 */
export function* collisions(
  words: Iterable<string>,
  lexicon: CompiledLexicon,
  languages: readonly Language[] = LANGUAGES,
): Generator<Collision> {
  for (const word of words) {
    const token = toToken(word);
    if (token === undefined) continue;
    for (const language of languages) yield* collisionsOf(word, token, language, lexicon);
  }
}

function* collisionsOf(word: string, token: Token, language: Language, lexicon: CompiledLexicon): Generator<Collision> {
  const tokens = [token];
  const readings = readTokens(tokens, new Set([language]), lexicon);
  for (const { meaning, words } of findPhrases(tokens, readings, lexicon).matches) {
    if (meaning.kind !== 'entry') continue;
    const stem = words[0]?.plain ?? '';
    if (meaning.entry.strict === true && !token.form.includes(stem)) continue;
    yield { word, language, entry: meaning.entry.id, role: meaning.entry.role, stem };
  }
}

function toToken(word: string): Token | undefined {
  const form = normaliseLemma(word);
  const script = scriptOf(form);
  if (script === undefined) return undefined;
  return {
    start: 0,
    end: word.length,
    form,
    script,
    capitalised: false,
    inCapitals: false,
    before: 'none',
    quoted: false,
    sentence: 0,
    inQuestion: false,
  };
}

function scriptOf(form: string): Script | undefined {
  if (/^[\p{Script=Cyrillic}ʼ]+$/u.test(form)) return 'Cyrl';
  return /^[\p{Script=Latin}ʼ]+$/u.test(form) ? 'Latn' : undefined;
}
