import { uzbekKey } from '../../text/keys.js';
import type { Token } from '../../text/token.js';
import type { Grammar } from '../evidence.js';
import { grammar } from '../grammar.js';
import { NOT_BE_LEFT } from '../read-double-denial.js';
import { isOfLeaving } from '../read-undone.js';
import type { ActRule } from './act-rule.js';

/** Uzbek: the endings of the imperative, of -айлик, of «will you not» and «do you intend to», and of the verbal noun; the dative or a postposition. */
export const uzbekAct: ActRule = { formAt, isAimedAt };

/** The same beside a name that no ending makes the aim, and the forms that speak of «if you», «let them» and «we will». */
export const uzbekLooseAct: ActRule = { formAt: looseFormAt, isAimedAt: standsFree };

/** -инглар, -гин, -авер- and -вор- belong to verbs alone. */
const IMPERATIVE = /..(?:inglar?|nglar|inga|gin|kin|gil|(?:i?vor|i?vol|aver|yver)(?:ing|inglar?|gin)?)$/;
/** -инг and -ланг may say «your», unless they close the clause, where a noun would lack its case. */
const CLOSING = /..(?:ing|[lrytv]ang)$/;
const FORBIDDEN = /..ma(?:ng|nglar?|gin|la)$/;
const EXHORTATIVE = /..(?:aylik|eylik|layluk|ayluk)$/;
const WONT_YOU = /..m[ai]y?(?:san|siz|sizlar|sanlar|sila)(?:mi)?$/;
const INTEND_YOU = /..mokchimi(?:san|siz|sizlar)$/;
const VERBAL_NOUN = /..(?:ish|lash)$/;

/** Nouns and others that end so. */
const NO_ACTS: ReadonlySet<string> = new Set(
  'oldinga bolang otang onang akang ukang opang holang joyang yarang keying dengiz yaking uzing bizning sizning yulning iling shuning uning kulaylik soddaylik kuvgin yongin boskin keskin taskin toshkin salkin yorkin'.split(
    ' ',
  ),
);

function formAt(tokens: readonly Token[], at: number): Grammar | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const key = uzbekKey(token.form);
  // «Nobody is to be left»: what stands before it is asked for.
  if (NO_ACTS.has(key) || NOT_BE_LEFT.has(key) || isOfLeaving(tokens, at)) return undefined;
  if (token.inQuestion) return askedOf(key);
  if (FORBIDDEN.test(key)) return grammar('imperative', 2, undefined, true);
  if (IMPERATIVE.test(key) || (CLOSING.test(key) && closesClause(tokens, at))) return grammar('imperative', 2);
  if (EXHORTATIVE.test(key)) return grammar('exhortative', 1);
  return VERBAL_NOUN.test(key) ? grammar('infinitive') : undefined;
}

/** «ёзилмайсизми», will you not, and «бормоқчимисиз», do you intend to: a question that invites. */
function askedOf(key: string): Grammar | undefined {
  if (WONT_YOU.test(key)) return grammar('indicative', 2, 'present', true);
  return INTEND_YOU.test(key) ? grammar('indicative', 2, 'future') : undefined;
}

const IF_YOU = /..(?:sang|sangiz|sangl?ar?|sez|sayiz)$/;
const LET_THEM = /..sin(?:lar?)?$/;
/** «онамиз», our mother, ends so as well. */
const WE = /..(?:(?:d|t|k|l|r|sh|z|v|n|p|i|s|y)amiz|aymiz|iymiz|uymiz|yapmiz|vommiz|vomiz|votmiz)$/;

function looseFormAt(tokens: readonly Token[], at: number): Grammar | undefined {
  const sure = formAt(tokens, at);
  const token = tokens[at];
  if (sure !== undefined || token === undefined) return sure;
  const key = uzbekKey(token.form);
  const negated = NEGATED.test(key);
  if (IF_YOU.test(key)) return grammar('optative', 2, undefined, negated);
  if (LET_THEM.test(key)) return grammar('optative', 3, 'future', negated);
  if (WE.test(key) && closesClause(tokens, at)) return grammar('indicative', 1, 'present', negated);
  return undefined;
}

const NEGATED = /ma(?:y|mi|s)/;

function closesClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || next.before !== 'none' || next.sentence !== tokens[at]?.sentence;
}

const DATIVE = /..[gk]a$/;
/** «катиба сафига»: what belongs to the name stands in the dative in its place. */
const OWNED_DATIVE = /..(?:i|si|lari)ga$/;
const TOWARDS = /^(?:uchun|tomon|tomonga|sari|tarafga|yolida|yulida)$/;
/** Against it, about it: what else a dative may be for. */
const ELSEWHERE = /^(?:karshi|zid|ziddan?|nisbatan|doir|oid|tegishli|alokador|karata)/;
/** «ИШИДга қўшилганларни …»: the dative belongs to whoever did it. */
const PARTICIPLE = /..(?:gan|kan|digan)(?:lar|la|i)?(?:ni|ga|dan|ning|da)?$/;
const PARTICIPLE_REACH = 3;

function isAimedAt(tokens: readonly Token[], first: number, last: number): boolean {
  const behind = tokens.slice(last, last + PARTICIPLE_REACH).map(({ form }) => uzbekKey(form));
  if (ELSEWHERE.test(behind[0] ?? '') || ELSEWHERE.test(behind[1] ?? '')) return false;
  if (behind.some((key) => PARTICIPLE.test(key))) return false;
  const own = tokens.slice(first, last).some(({ form }) => DATIVE.test(uzbekKey(form)));
  const [next = ''] = behind;
  return own || TOWARDS.test(next) || OWNED_DATIVE.test(next);
}

const STRUCK_OR_FLED = /..(?:ni|dan)$/;

/** Neither what is struck nor what is fled from, told of or stood against. */
function standsFree(tokens: readonly Token[], _first: number, last: number): boolean {
  const behind = tokens.slice(last, last + PARTICIPLE_REACH).map(({ form }) => uzbekKey(form));
  if (behind.slice(0, 2).some((key) => ELSEWHERE.test(key) || ABOUT.test(key))) return false;
  const named = uzbekKey(tokens[last - 1]?.form ?? '');
  const [next = ''] = behind;
  return !STRUCK_OR_FLED.test(named) && !OWNED_STRUCK.test(next);
}

const ABOUT = /^(?:hakida|hakidagi|hakda|tugrisida|togrisida|hususida|mavzusi|deb|degan|nomli|isml|dan)/;
/** «ИШИД ёлғонларидан», «катиба раҳбарини». */
const OWNED_STRUCK = /..(?:i|si|lari)(?:ni|dan)$/;
