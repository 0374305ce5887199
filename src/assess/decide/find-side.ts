import type { Language } from '../assessment.js';
import type { TermHit } from '../keywords/evidence.js';
import { SIDE_ROLES } from '../keywords/roles.js';
import type { Token } from '../text/token.js';

const SIDES: ReadonlySet<string> = new Set(SIDE_ROLES);
/** A word that mostly means somebody else needs a pattern. */
const LEAST_WEIGHT = 0.7;

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

/** The designated side that a text names for its own sake, a group's name before all, then the surest; not one that it speaks of, against or away from. */
export function findSide(hits: readonly TermHit[], tokens: readonly Token[]): TermHit | undefined {
  let best: TermHit | undefined;
  for (const hit of hits) {
    if (!SIDES.has(hit.role) || hit.weight < LEAST_WEIGHT || isSpokenOf(hit, tokens)) continue;
    if (best === undefined || rankOf(hit) > rankOf(best)) best = hit;
  }
  return best;
}

/** A name before those who stand with it. */
function rankOf({ role, weight }: TermHit): number {
  return role === 'group' ? weight + 1 : weight;
}

function isSpokenOf({ language, first, last, grammar }: TermHit, tokens: readonly Token[]): boolean {
  const { before, after } = SPOKEN_OF[language];
  return (
    grammar.case === 'ablative' || before.has(tokens[first - 1]?.form ?? '') || after.has(tokens[last]?.form ?? '')
  );
}
