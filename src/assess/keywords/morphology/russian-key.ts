import { keyboardKey } from '../../text/keys.js';

/**
 * The weak key of a Russian word with its ы kept: быть is no form of бить. The shared key reads ы as и because Latin
 * spelling loses the difference, which a Russian keyboard never does. A doubled ы is one.
 */
export function russianKey(form: string): string {
  return form.includes('ы') ? form.split(/ы+/).map(keyboardKey).join('ы') : keyboardKey(form);
}
