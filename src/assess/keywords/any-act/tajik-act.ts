import type { Token } from '../../text/token.js';
import type { Grammar } from '../evidence.js';
import { grammar } from '../grammar.js';
import type { ActRule } from './act-rule.js';

/** Tajik: the plural imperative of any verb, the singular and «let us» of the verbs that compounds are made with, the infinitive; «ба», «барои», «назди» or a spoken -ба. */
export const tajikAct: ActRule = { formAt, isAimedAt };

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** -ед behind т or д is a past form but for a few present stems; -аед tells of somebody, too. */
const PLURAL = /^(?:.*[^адт]|(?:би)?(?:ист|афт)|.*(?:фирист|гард|банд|писанд))(?:ед|етон|етонро)$/;
/** Verbs that make an act of any noun; their bare stems mean nothing else. */
const LIGHT =
  'кун|кн|шав|рав|деҳ|дех|диҳ|дих|гир|хез|бахш|супор|парто|расон|гузор|навис|шитоб|банд|пайванд|бош|овар|соз|намо';
const SINGULAR = /^(?:би|бу)?(?:кун|шав|рав|деҳ|дех|гир|хез|парто|расон|гузор|навис|биё|даро|баро|шитоб|бошу?)$/;
const EXHORTATIVE = new RegExp(`^(?:би|бу)?(?:${LIGHT}|зан|бар|ор|биёр|ист|дароё?|гузар|ҷанг|чанг)ем$`);
const SPOKEN_PLURAL = new RegExp(`^(?:би|бу|б)?(?:${LIGHT}|ш|зан|бар)(?:ен|етон)$`);
const INFINITIVE = /..(?:[аиоуӣӯ]дан|[фсхш]тан|рдан|ндан)$/;
const LATIN_PLURAL = /..(?:[^adtyie]ed|eton)$/;
const REPORTS = /^(?:на)?ме|^(?:na)?me/;
const NEGATED = /^(?:на|ма)(?!вис|мо|воз|ро|рас|кид|ъно)/;

/** Nouns and copulas that end so. */
const NO_ACTS = words(
  'сафед сафедон умед навмед ноумед хуршед обед сосед велосипед мопед легед шумоед шуморед кистед чистед нестед ' +
    'ҳастед хастед доред надоред хоҳед хохед метавонед ватан бадан маъдан гардан лондон бетон эстон ' +
    'муҷоҳидед мусулмонед мусалмонед тоҷикед бародаред дӯстед душманед одамед кофиред розиед мухолифед',
);

function formAt(tokens: readonly Token[], at: number): Grammar | undefined {
  const token = tokens[at];
  if (token === undefined || token.inQuestion || NO_ACTS.has(token.form) || REPORTS.test(token.form)) return undefined;
  if (token.script === 'Latn') return LATIN_PLURAL.test(token.form) ? asWhole(token.form, 'imperative') : undefined;
  const negated = NEGATED.test(token.form);
  const stem = negated ? token.form.slice(2) : token.form;
  if (EXHORTATIVE.test(stem)) return grammar('exhortative', 1, undefined, negated);
  if (PLURAL.test(stem) || SPOKEN_PLURAL.test(stem) || SINGULAR.test(stem))
    return grammar('imperative', 2, undefined, negated);
  return INFINITIVE.test(stem) ? grammar('infinitive', undefined, undefined, negated) : undefined;
}

function asWhole(form: string, mood: Grammar['mood']): Grammar {
  return grammar(mood, 2, undefined, /^(?:na|ma)(?!vis|mo)/.test(form));
}

const TOWARDS = words('ба барои назди пеши сӯи суи тарафи ҷониби чониби дунболи паси ba baroi nazdi peshi tarafi');
/** «ба муқобили», «ба ҷуз»: «ба» with these says the opposite. */
const ELSEWHERE = words(
  'аз бар бо дар то зидди муқобили мукобили алайҳи алайхи хилофи ҷуз чуз ғайри бе дасти доми az bo bar zidi ziddi dar',
);
/** «ба сафи бародарони мо дар …»: an owner may stand two words behind what it owns. */
const PREPOSITION_REACH = 3;
const SPOKEN_DATIVE = /.(?:ба|ba)$/;

function isAimedAt(tokens: readonly Token[], first: number, last: number): boolean {
  if (SPOKEN_DATIVE.test(tokens[last - 1]?.form ?? '')) return true;
  for (let at = first; at > 0 && first - at < PREPOSITION_REACH && tokens[at]?.before === 'none'; at -= 1) {
    const before = tokens[at - 1]?.form ?? '';
    if (ELSEWHERE.has(before)) return false;
    if (TOWARDS.has(before)) return !ELSEWHERE.has(tokens[at - 2]?.form ?? '');
    // Only what the group owns may stand in between: ба сафи …, ба назди бародарони …
    if (!/[иӣi]$/.test(before)) return false;
  }
  return false;
}
