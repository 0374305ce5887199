import type { Language } from '../../assessment.js';
import type { Token } from '../../text/token.js';
import type { PhraseMatch } from '../find-phrases.js';
import type { Term } from '../find-terms.js';
import type { Role } from '../roles.js';
import type { ActRule } from './act-rule.js';
import { russianAct } from './russian-act.js';
import { tajikAct } from './tajik-act.js';
import { uzbekAct } from './uzbek-act.js';

const RULES: Readonly<Record<Language, ActRule | undefined>> = {
  tajik: tajikAct,
  uzbek: uzbekAct,
  russian: russianAct,
};

/** Whom an act of any kind may be for. */
const SIDES: ReadonlySet<Role> = new Set<Role>(['group', 'fighter', 'leader']);
/** A bare infinitive reports as often as it calls; beside one of these somebody is called. */
const CALLING: ReadonlySet<Role> = new Set<Role>(['must', 'invite', 'ready', 'contact']);
/** Words between the act and what it is for. */
const REACH = 6;
/** Less than a listed word: what the verb says is not known. */
const WEIGHT = 0.9;

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
    const rule = RULES[language];
    if (rule === undefined) continue;
    for (const side of sides) {
      if (!rule.isAimedAt(tokens, side.first, side.last)) continue;
      const act = nearestAct(side, { tokens, taken, calling, rule, language });
      if (act === undefined) continue;
      taken.add(act.first);
      found.push(act);
    }
  }
  if (found.length === 0) return terms;
  return [...terms, ...found].sort((a, b) => a.first - b.first || a.last - b.last);
}

interface Clause {
  readonly tokens: readonly Token[];
  readonly taken: ReadonlySet<number>;
  readonly calling: boolean;
  readonly rule: ActRule;
  readonly language: Language;
}

/** Places of words that are known: whatever an entry makes of them, but a way to get in touch («write to the …»), or a cue. */
function takenBy(terms: readonly Term[], matches: readonly PhraseMatch[]): Set<number> {
  const cues = matches.filter(({ meaning }) => meaning.kind === 'cue');
  return new Set([
    ...terms.flatMap(({ role, positions }) => (role === 'contact' ? [] : positions)),
    ...cues.flatMap(({ positions }) => positions),
  ]);
}

function nearestAct(side: Term, clause: Clause): Term | undefined {
  for (let away = 1; away <= REACH; away += 1) {
    for (const at of [side.first - away, side.last - 1 + away]) {
      const grammar = isWithReach(side, at, clause) ? clause.rule.formAt(clause.tokens, at) : undefined;
      if (grammar === undefined || (grammar.mood === 'infinitive' && !clause.calling)) continue;
      const { language } = clause;
      return {
        entry: 'any act',
        language,
        role: 'act-join',
        gloss: 'turn to',
        weight: WEIGHT,
        first: at,
        last: at + 1,
        grammar,
        positions: [at],
      };
    }
  }
  return undefined;
}

/** In the same clause, and a word that nothing else claims. */
function isWithReach(side: Term, at: number, { tokens, taken }: Clause): boolean {
  if (at < 0 || at >= tokens.length || taken.has(at)) return false;
  const [from, to] = at < side.first ? [at + 1, side.first] : [side.last, at];
  for (let between = from; between <= to; between += 1) if (tokens[between]?.before !== 'none') return false;
  return true;
}
