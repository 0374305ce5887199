import { OUR_TAGS, type OurTag, type RankedLanguage } from '../assessment.js';
import type { NormalisedText } from '../text/token.js';
import { askFranc } from './franc.js';
import type { LanguageModel } from './language-model.js';
import { mixLanguages } from './mixture.js';

/** Words read of one text; of a longer one every second, third … word. */
const MOST_WORDS = 64;

/** Two words that are surely in a language make it worth consulting, however long the rest is. */
const SPOKEN_WORDS = 1.5;
const SPOKEN_PROBABILITY = 0.1;

/** Guesses below this are left out. */
const SMALLEST_PROBABILITY = 0.005;

/**
 * One of our languages at or above this probability is scored by its classifier. A message of two words in chat spelling then has
 * 1.29 asked, the right one in 98.2 of 100; from 0.006 on it was 1.39 and 98.5.
 */
const CONSULTED_FROM = 0.014;
/**
 * Where none of ours comes to that, the likeliest is asked from here on: two names and a figure look like any language
 * («Jabhat an-Nusraga 100 ming …» is Cebuano at first sight).
 */
const ASKED_ALONE_FROM = SMALLEST_PROBABILITY;

/** The model is in doubt where its second guess is nearly as good as its first. */
const DOUBT_RATIO = 0.9;
/** What franc's word is worth then. Given more it turned right answers into wrong ones on the development split. */
const FRANC_ODDS = 1.12;
/** Letters that franc needs to choose between ours and others, and to name a language we have no class for. */
const FRANC_CHOOSES_FROM = 8;
const FRANC_NAMES_FROM = 20;

/** What the detector found, and what franc had to do with it. */
export interface Detection {
  /** Most probable first; never empty. */
  readonly ranked: readonly RankedLanguage[];
  readonly francAsked: boolean;
  /** Franc's word turned the first guess into another. */
  readonly francChanged: boolean;
}

/**
 * Languages of a text, most probable first: tags of ours, other ISO 639 codes, `und`.
 *
 * A probability is the expected share of the letters that are in that language; for a text of one language, how sure we are
 * of it. Languages of a mixed text each keep a share, and two words of ours keep at least a tenth.
 */
export function detectLanguage(text: NormalisedText, model: LanguageModel): readonly RankedLanguage[] {
  return explainLanguage(text, model).ranked;
}

/** {@link detectLanguage}, with an account of franc for the evaluation. */
export function explainLanguage(text: NormalisedText, model: LanguageModel): Detection {
  const ranked = rankByModel(text, model);
  const [first] = ranked;
  if (first === undefined) return { ranked: [UNKNOWN], francAsked: false, francChanged: false };
  const { cyrillic, latin } = text.letters;
  const letters = cyrillic + latin;
  const inDoubt = isDoubtful(ranked) && letters >= FRANC_CHOOSES_FROM;
  const unnamed = first.tag === 'und' && letters >= FRANC_NAMES_FROM;
  if (!inDoubt && !unnamed) return { ranked, francAsked: false, francChanged: false };
  const script = cyrillic >= latin ? 'Cyrl' : 'Latn';
  const word = askFranc(wordsOf(text, script), script);
  const heard = unnamed ? nameUnknown(ranked, word) : weigh(ranked, word);
  return { ranked: heard, francAsked: true, francChanged: heard[0]?.tag !== first.tag };
}

const UNKNOWN: RankedLanguage = { tag: 'und', probability: 1 };

function rankByModel(text: NormalisedText, model: LanguageModel): readonly RankedLanguage[] {
  const { cyrillic, latin } = text.letters;
  const ranked: RankedLanguage[] = [];
  if (cyrillic > 0) rankScript(ranked, text, { script: 'Cyrl', model, share: cyrillic / (cyrillic + latin) });
  if (latin > 0) rankScript(ranked, text, { script: 'Latn', model, share: latin / (cyrillic + latin) });
  return ranked.sort(byProbability);
}

function byProbability(a: RankedLanguage, b: RankedLanguage): number {
  return b.probability - a.probability;
}

function wordsOf(text: NormalisedText, script: 'Cyrl' | 'Latn'): readonly string[] {
  let count = 0;
  for (const token of text.tokens) if (token.script === script) count += 1;
  const stride = Math.ceil(count / MOST_WORDS);
  const words: string[] = [];
  let index = 0;
  for (const token of text.tokens) {
    if (token.script !== script) continue;
    if (index % stride === 0) words.push(token.form);
    index += 1;
  }
  return words;
}

function rankScript(
  ranked: RankedLanguage[],
  text: NormalisedText,
  part: { script: 'Cyrl' | 'Latn'; model: LanguageModel; share: number },
): void {
  const model = part.script === 'Cyrl' ? part.model.cyrillic : part.model.latin;
  const mixture = mixLanguages(wordsOf(text, part.script), model);
  for (let index = 0; index < model.tags.length; index += 1) {
    const tag = model.tags[index] ?? 'und';
    const spoken = (mixture.words[index] ?? 0) >= SPOKEN_WORDS && isOurs(tag);
    const probability = Math.max((mixture.shares[index] ?? 0) * part.share, spoken ? SPOKEN_PROBABILITY : 0);
    if (probability >= SMALLEST_PROBABILITY) ranked.push({ tag, probability });
  }
}

function isDoubtful(ranked: readonly RankedLanguage[]): boolean {
  const [first, second] = ranked;
  return first !== undefined && second !== undefined && second.probability > first.probability * DOUBT_RATIO;
}

/** Gives the language that franc names a little more. */
function weigh(ranked: readonly RankedLanguage[], word: string): readonly RankedLanguage[] {
  return ranked
    .map(({ tag, probability }) => ({
      tag,
      probability: tag === word ? Math.min(1, probability * FRANC_ODDS) : probability,
    }))
    .sort(byProbability);
}

/** Lets franc name the language that the model only knows to be none of its own. */
function nameUnknown(ranked: readonly RankedLanguage[], word: string): readonly RankedLanguage[] {
  if (isOurs(word)) return ranked;
  const unknown = ranked.find((guess) => guess.tag === 'und')?.probability ?? 0;
  const named = ranked.find((guess) => guess.tag === word)?.probability ?? 0;
  const others = ranked.filter((guess) => guess.tag !== 'und' && guess.tag !== word);
  return [{ tag: word, probability: unknown + named }, ...others].sort(byProbability);
}

const OURS: ReadonlySet<string> = new Set(OUR_TAGS);

function isOurs(tag: string): tag is OurTag {
  return OURS.has(tag);
}

/** Neighbours of Russian in Cyrillic, for which a short line of chat is easily taken: «скидываемся» looks Belarusian. */
const LIKE_RUSSIAN: ReadonlySet<string> = new Set(['be', 'bg', 'mk', 'uk']);

/** Our languages whose classifiers should read the text: every one that is not improbable, most probable first. */
export function consulted(ranked: readonly RankedLanguage[]): readonly OurTag[] {
  const tags: OurTag[] = [];
  for (const { tag, probability } of ranked) {
    const least = tags.length === 0 ? ASKED_ALONE_FROM : CONSULTED_FROM;
    if (probability >= least && isOurs(tag)) tags.push(tag);
  }
  const mistaken = !tags.includes('ru') && ranked.some(({ tag }) => LIKE_RUSSIAN.has(tag));
  return mistaken ? [...tags, 'ru'] : tags;
}

/**
 * The languages whose words may stand in a text of these. Tajik and Uzbek in Cyrillic borrow single Russian verbs, which no
 * detector of languages hears, so Russian words are looked for with theirs.
 */
export function withBorrowed(tags: readonly OurTag[]): readonly OurTag[] {
  const borrows = tags.includes('tg') || tags.includes('uz-Cyrl');
  return borrows && !tags.includes('ru') ? [...tags, 'ru'] : tags;
}
