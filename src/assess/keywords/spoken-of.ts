import type { Language } from '../assessment.js';
import type { Token } from '../text/token.js';
import type { TermHit } from './evidence.js';

/** Words that make of a name what is spoken of, or against: before it, or after it. */
const SPOKEN_OF: Readonly<
  Record<Language, { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> }>
> = {
  tajik: { before: words('бораи хусуси зидди муқобили бе'), after: words('') },
  uzbek: {
    before: words(''),
    after: words('ҳақида ҳақидаги тўғрисида тўғрисидаги қарши haqida haqidagi toʻgʻrisida toʻgʻrisidagi qarshi'),
  },
  russian: { before: words('о об обо про против без'), after: words('') },
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').filter((word) => word !== ''));
}

/**
 * «IShID haqida», «против ИГИЛ»: a name that a text speaks of, or against. Nobody joins or pays it by that. The language is
 * that of the words around the name, which may be written alike in another.
 */
export function isSpokenOf({ first, last }: TermHit, language: Language, tokens: readonly Token[]): boolean {
  const { before, after } = SPOKEN_OF[language];
  return before.has(tokens[first - 1]?.form ?? '') || after.has(tokens[last]?.form ?? '');
}
