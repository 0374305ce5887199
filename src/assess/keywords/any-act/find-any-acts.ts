import type { Language } from '../../assessment.js';
import type { Token } from '../../text/token.js';
import type { Grammar } from '../evidence.js';
import type { PhraseMatch } from '../find-phrases.js';
import type { Term } from '../find-terms.js';
import { hasForm } from '../govern.js';
import { NOMINAL } from '../grammar.js';
import { type Role, SIDE_ROLES } from '../roles.js';
import type { ActRule } from './act-rule.js';
import { russianAct } from './russian-act.js';
import { tajikAct } from './tajik-act.js';
import { uzbekAct, uzbekLooseAct } from './uzbek-act.js';
import { yoursIn } from './uzbek-yours.js';

const RULES: Readonly<Record<Language, ActRule | undefined>> = {
  tajik: tajikAct,
  uzbek: uzbekAct,
  russian: russianAct,
};
/** Asked where the surer rule found nothing: the act may stand in another clause of the sentence. */
const LOOSE_RULES: Readonly<Partial<Record<Language, ActRule>>> = { uzbek: uzbekLooseAct };

/** Whom an act of any kind may be for. */
const SIDES: ReadonlySet<Role> = new Set<Role>(SIDE_ROLES);
/** A bare infinitive reports as often as it calls; beside one of these somebody is called. */
const CALLING: ReadonlySet<Role> = new Set<Role>(['must', 'invite', 'ready', 'contact']);
/** Words between the act and what it is for. */
const REACH = 6;
const LOOSE_REACH = 9;
/** Less than a listed word: what the verb says is not known. */
const WEIGHT = 0.9;
/** Nor is it known whom it is for. */
const LOOSE_WEIGHT = 0.6;

/**
 * «Тащитесь к …»: a verb that no entry knows, in a form that asks for an act, in one clause with a group that it is aimed at,
 * is an act of joining. The verb may be any but those that an entry or a cue knows to say something else.
 */
export function withAnyActs(
  terms: readonly Term[],
  matches: readonly PhraseMatch[],
  tokens: readonly Token[],
  languages: ReadonlySet<Language>,
): readonly Term[] {
  const sides = terms.filter(({ role }) => SIDES.has(role));
  if (sides.length === 0) return terms;
  const taken = takenBy(terms, matches);
  const calling = terms.some(({ role }) => CALLING.has(role));
  const found: Term[] = [];
  for (const language of languages) {
    const aimed = actsBy(RULES[language], sides, { tokens, taken, calling, language, loose: false });
    const loosely = { tokens, taken, calling, language, loose: true };
    found.push(...(aimed.length > 0 ? aimed : actsBy(LOOSE_RULES[language], sides, loosely)));
  }
  if (!terms.some(({ role }) => role === 'audience')) found.push(...addressesIn(tokens, taken, languages));
  if (languages.has('uzbek')) found.push(...yoursIn(tokens, taken, sides));
  if (found.length === 0) return terms;
  return [...terms, ...found].sort((a, b) => a.first - b.first || a.last - b.last);
}

interface Search {
  readonly tokens: readonly Token[];
  readonly taken: Set<number>;
  readonly calling: boolean;
  readonly language: Language;
  /** The rule is one of {@link LOOSE_RULES}. */
  readonly loose: boolean;
}

function actsBy(rule: ActRule | undefined, sides: readonly Term[], search: Search): readonly Term[] {
  if (rule === undefined) return [];
  return sides.flatMap((side) => {
    const act = rule.isAimedAt(search.tokens, side.first, side.last) ? nearestAct(side, rule, search) : undefined;
    if (act === undefined) return [];
    search.taken.add(act.first);
    return [act];
  });
}

/** Places of words that are known: whatever an entry makes of them, but a way to get in touch («write to the …»), or a cue. */
function takenBy(terms: readonly Term[], matches: readonly PhraseMatch[]): Set<number> {
  const cues = matches.filter(
    ({ meaning, grammar }) =>
      meaning.kind === 'cue' && (meaning.cue.as === undefined || hasForm(grammar, meaning.cue.as)),
  );
  return new Set([
    ...terms.flatMap(({ role, positions }) => (role === 'contact' ? [] : positions)),
    ...cues.flatMap(({ positions }) => positions),
  ]);
}

function nearestAct(side: Term, rule: ActRule, search: Search): Term | undefined {
  const reach = search.loose ? LOOSE_REACH : REACH;
  for (let away = 1; away <= reach; away += 1) {
    for (const at of [side.first - away, side.last - 1 + away]) {
      const grammar = isWithReach(side, at, search) ? rule.formAt(search.tokens, at) : undefined;
      if (grammar !== undefined && (grammar.mood !== 'infinitive' || search.calling))
        return toTerm(at, grammar, search);
    }
  }
  return undefined;
}

function toTerm(at: number, grammar: Grammar, { language, loose }: Pick<Search, 'language' | 'loose'>): Term {
  const weight = loose ? LOOSE_WEIGHT : WEIGHT;
  const entry = 'any act';
  return {
    entry,
    language,
    role: 'act-join',
    gloss: 'turn to',
    weight,
    first: at,
    last: at + 1,
    grammar,
    positions: [at],
  };
}

/** The first word of each language that speaks to somebody by its form alone, as if it said «you». */
function addressesIn(
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  languages: ReadonlySet<Language>,
): readonly Term[] {
  return [...languages].flatMap((language) => {
    const isAddress = RULES[language]?.isAddress;
    const at =
      isAddress === undefined ? -1 : tokens.findIndex((_, index) => !taken.has(index) && isAddress(tokens, index));
    return at < 0
      ? []
      : [{ ...toTerm(at, NOMINAL, { language, loose: false }), role: 'audience' as const, gloss: 'you' }];
  });
}

/** In the same clause (or, loosely, the same sentence), and a word that nothing else claims. */
function isWithReach(side: Term, at: number, { tokens, taken, loose }: Search): boolean {
  if (at < 0 || at >= tokens.length || taken.has(at)) return false;
  if (loose) return tokens[at]?.sentence === tokens[side.first]?.sentence;
  const [from, to] = at < side.first ? [at + 1, side.first] : [side.last, at];
  for (let between = from; between <= to; between += 1) if (tokens[between]?.before !== 'none') return false;
  return true;
}
