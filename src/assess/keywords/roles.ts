/** What somebody is asked to do, or does. */
export const ACT_ROLES = [
  'act-join',
  'act-travel',
  'act-fight',
  'pledge',
  'pay',
  'publicise',
  'violence',
  'praise',
  'threat',
] as const;

const ACTS: ReadonlySet<string> = new Set(ACT_ROLES);

/** Whether a role is something that somebody is asked to do, or does. */
export function isAct(role: string): boolean {
  return ACTS.has(role);
}

/** Who is designated: beside one of these any act or opening may make a call, also one that no pattern joins. Ideology alone names nobody. */
export const SIDE_ROLES = ['group', 'fighter', 'leader'] as const;

/** What a lexicon entry is in a call. Closed: patterns are written over these names. */
export const ROLES = [
  ...ACT_ROLES,
  'contact',
  // Whom or what it is done to, for, with, at.
  'group',
  'fighter',
  'leader',
  'ideology',
  'ranks',
  'place',
  'target',
  'attack',
  'money',
  'material',
  'audience',
  'promise',
  // Words that make a call of a plain verb.
  'must',
  'must-not',
  'want',
  'can',
  'ready',
  'invite',
  'come-on',
  'who',
  'why',
  'if',
] as const;
export type Role = (typeof ROLES)[number];

const BITS: ReadonlyMap<Role, number> = new Map(ROLES.map((role, index) => [role, 1 << index]));

/** One bit a role: there is room for 32, and there are as many. Masks are told from 0, as the last bit is the sign. */
export function roleBit(role: Role): number {
  return BITS.get(role) ?? 0;
}

/** What a cue says about the words it governs. */
export const CUE_KINDS = [
  'reporting',
  'law',
  'refutation',
  'negation',
  'quotation',
  'question',
  'history',
  'warning',
  'homonym',
  'name',
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** How a pattern asks: the rows of the grid that the functional cases fill. */
export const CONSTRUCTIONS = [
  'imperative',
  'familiar',
  'exhortation',
  'obligation',
  'invitation',
  'conditional',
  'declaration',
  'nominal',
  'statement',
] as const;
export type Construction = (typeof CONSTRUCTIONS)[number];

/** The moods that a form can have; see the handbook for what each language counts to them. */
export const MOODS = [
  'imperative',
  'exhortative',
  'optative',
  'indicative',
  'infinitive',
  'nominal',
  'unknown',
] as const;
