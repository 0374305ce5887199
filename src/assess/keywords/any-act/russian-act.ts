import { latinToCyrillicKey } from '../../text/keys.js';
import type { Token } from '../../text/token.js';
import type { Grammar } from '../evidence.js';
import { grammar } from '../grammar.js';
import type { ActRule } from './act-rule.js';

/** Russian: the endings of the imperative, of «давайте …ем» and of the infinitive; «к», «в», «за», «ради», «для» or the dative. */
export const russianAct: ActRule = { formAt, isAimedAt, isAddress };

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const PLURAL = /(?:[аеоуыюяё]й|и|ь)те(?:сь|ка)?$/;
const SINGULAR = /(?:[аяую]й(?:ся)?|[^лпк]ись|[нвдбмж]ься)$/;
const EXHORTATIVE = /..[еи]мте(?:сь)?$/;
const FUTURE = /..[еёи]м(?:ся)?$/;
const INFINITIVE = /..(?:[аеиоуыя]ть|йти|чь)(?:ся)?$/;
const LATIN_PLURAL = /..ите(?:с|ка)?$/;

/** Nouns and others that end so; «-ость», «-есть» are told by the letter before. */
const NO_ACTS = words(
  'край май рай чай лай пай вай хай кай най бай сарай случай обычай урожай трамвай попугай китай дубай шанхай алтай холуй поцелуй буй хуй ' +
    'сайте защите элите лимите кредите визите свите орбите аппетите граните магните дефиците транзите саммите дебюте ' +
    'мать память печать кровать рукоять рать пядь прядь гать стать сеть плеть нить прыть муть суть ртуть ' +
    'дочь ночь речь печь помощь мощь опять десять девять пять хоть почти ' +
    'этим всем своим нашим вашим моим твоим чужим другим таким каким любым одним самим ним чем тем нем',
);
const NOT = words('не ни ne ni');
/** «невступайте», as many write it; verbs that begin so by themselves deny nothing. */
const RUN_ON_NOT = /^(?:не(?!йтрал|навид|год|сит|дооцен|рвнич)|ne(?!ytral|jtral|navid|god|sit)).{6,}/;
const LET_US = words('давай давайте айда го пошли davay davayte davai davaite ayda');
const LET_US_REACH = 3;

function formAt(tokens: readonly Token[], at: number): Grammar | undefined {
  const token = tokens[at];
  if (token === undefined || NO_ACTS.has(token.form)) return undefined;
  const form = token.script === 'Latn' ? latinFormOf(token.form) : cyrillicFormOf(token.form, isInvited(tokens, at));
  // «-ите» of a question is a second person.
  if (form === undefined || (token.inQuestion && form.mood !== 'infinitive')) return undefined;
  const denied = NOT.has(tokens[at - 1]?.form ?? '') || RUN_ON_NOT.test(token.form);
  return denied ? { ...form, negated: true } : form;
}

const IMPERATIVE = grammar('imperative', 2);

function cyrillicFormOf(form: string, invited: boolean): Grammar | undefined {
  if (EXHORTATIVE.test(form) || (invited && FUTURE.test(form))) return grammar('exhortative', 1);
  if (PLURAL.test(form) || SINGULAR.test(form)) return IMPERATIVE;
  return INFINITIVE.test(form) ? grammar('infinitive') : undefined;
}

/** Latin spelling loses й and ь: only the plural is sure. */
function latinFormOf(form: string): Grammar | undefined {
  return LATIN_PLURAL.test(latinToCyrillicKey(form)) ? IMPERATIVE : undefined;
}

function isInvited(tokens: readonly Token[], at: number): boolean {
  for (let back = at; back > 0 && at - back < LET_US_REACH && tokens[back]?.before !== 'sentence'; back -= 1)
    if (LET_US.has(tokens[back - 1]?.form ?? '')) return true;
  return false;
}

/** Second persons end so, and hardly anything else does. */
const SECOND_PERSON = /...(?:[еиё]шь(?:ся)?|[её]тесь)$/;

function isAddress(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.script !== 'Cyrl' || NOT.has(tokens[at - 1]?.form ?? '')) return false;
  return SECOND_PERSON.test(token.form) || formAt(tokens, at)?.mood === 'imperative';
}

const TOWARDS = words('к ко в во за ради для под k ko v vo za radi dlya dlia pod');
/** Away from it, about it, with it: what else a preposition may say. */
const ELSEWHERE = words(
  'от ото из с со у о об обо про против без на над по через между ot iz s so u o ob pro protiv bez na nad po',
);
const PREPOSITION_REACH = 3;
const DATIVE = /(?:[ая]м|ому|ему|(?:халиф|халифат|[эа]мир|игил|даиш|вилаят|шейх)у)$/;

function isAimedAt(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at > 0 && first - at < PREPOSITION_REACH && tokens[at]?.before === 'none'; at -= 1) {
    const before = tokens[at - 1]?.form ?? '';
    if (TOWARDS.has(before)) return true;
    if (ELSEWHERE.has(before)) return false;
  }
  return tokens.slice(first, last).some(({ form }) => DATIVE.test(form));
}
