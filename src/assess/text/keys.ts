/**
 * Weak spellings under which the text and the lexicon meet. Text side: one cheap fold a token.
 * Lexicon side: the few keys of each form.
 *
 * | text token             | text side            | lexicon side          |
 * | ---------------------- | -------------------- | --------------------- |
 * | Cyrillic, Tajik, Russian | `keyboardKey`        | `keyboardKeys`        |
 * | Latin, Tajik, Russian  | `latinToCyrillicKey` | `keyboardKeys`        |
 * | either script, Uzbek   | `uzbekKey`           | `uzbekKeys`           |
 */
export { keyboardKey, keyboardKeys, latinToCyrillicKey } from './cyrillic-key.js';
export { uzbekKey, uzbekKeys } from './uzbek-key.js';
