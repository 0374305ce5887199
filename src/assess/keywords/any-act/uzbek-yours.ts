import { uzbekKey } from '../../text/keys.js';
import type { Token } from '../../text/token.js';
import type { Term } from '../find-terms.js';
import { grammar } from '../grammar.js';

/** «уйингизни», «эшигингни», «кўчаларингизда», spoken «уйизни»: behind a case ending -инг is «your», not an imperative; -имиз is «our». */
const YOURS = /..(?:[iao]ng|ngiz|gizlar|(?<!m)[iu]z)(?:ni|ga|da|dan|ning)$/;
const YOURS_PLAIN = /..[ia]ngiz(?:lar)?$/;
/** Other words that end so. */
const NOT_YOURS =
  /^(?:sizning|bizning|sening|mening|biz|siz|shuning|uning|buning|dengiz|yulduz|tuz|yuz|kundiz|kiz|ingliz|tangr|rang|jang|sang|bank)/;
const WEIGHT = 0.75;

/** Words in the sentences of these names that say «your» of anything at all: each is the audience. */
export function yoursIn(tokens: readonly Token[], taken: ReadonlySet<number>, sides: readonly Term[]): readonly Term[] {
  const sentences = new Set(sides.map(({ first }) => tokens[first]?.sentence));
  return tokens.flatMap((token, at) => {
    if (taken.has(at) || !sentences.has(token.sentence)) return [];
    const key = uzbekKey(token.form);
    const plain = YOURS_PLAIN.test(key) && tokens[at + 1]?.before === 'none';
    if (NOT_YOURS.test(key) || !(plain || YOURS.test(key))) return [];
    return [{ ...YOUR, first: at, last: at + 1, positions: [at] }];
  });
}

const YOUR = {
  entry: 'yours',
  language: 'uzbek',
  role: 'audience',
  gloss: 'yours',
  weight: WEIGHT,
  grammar: grammar('nominal'),
} as const;
