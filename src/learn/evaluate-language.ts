import { consulted, explainLanguage } from '../assess/language/detect.js';
import { askFranc } from '../assess/language/franc.js';
import { type LanguageModel, readLanguageModel } from '../assess/language/language-model.js';
import { normalise } from '../assess/text/normalise.js';
import type { LabelledText } from './language-corpus.js';
import { splitLanguageTexts } from './language-split.js';
import {
  cutWindows,
  groupOf,
  LANGUAGE_GROUPS,
  LANGUAGE_SPELLINGS,
  type LanguageGroup,
  type LanguageWindow,
} from './language-windows.js';
import { trainLanguageModel } from './train-language.js';

/** Precision, recall and F1 of one group, each in [0, 1]. */
export interface GroupScore {
  readonly group: LanguageGroup;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How the detector did on one set of messages. */
export interface LanguageScore {
  readonly name: string;
  readonly messages: number;
  /** Mean F1 of the groups that the set holds. */
  readonly macroF1: number;
  readonly groups: readonly GroupScore[];
  /** The same by franc alone, with its wide list of candidates. */
  readonly francMacroF1: number;
  /** Of the messages in a language of ours, the share whose classifier was consulted; NaN without such messages. */
  readonly rightConsulted: number;
  /** Classifiers consulted per message in a language of ours; NaN without such messages. */
  readonly classifiersPerMessage: number;
  /** Share of the messages for which franc was asked, and for which its word changed the first guess. */
  readonly francAsked: number;
  readonly francChanged: number;
}

/** Share of messages in languages never met that were taken for ours, by length; all in [0, 1]. */
export interface UnseenScore {
  readonly name: string;
  readonly messages: number;
  readonly calledOurs: number;
}

export interface LanguageEvaluation {
  readonly sets: readonly LanguageScore[];
  readonly unseen: readonly UnseenScore[];
}

/** A text of the chat set: `variant` begins with `uzl` (Latin), `uzc` (Cyrillic) or `rus`. */
export interface ChatText {
  readonly language: string;
  readonly variant: string;
  readonly text: string;
}

const LENGTHS = [8, 4, 2, 1] as const;
/** Windows scored of one set, evenly spread; franc's half millisecond each is what takes the time. */
const MOST_WINDOWS = 8_000;

/**
 * Measures the detector on text it has not learnt from: trains on the first four fifths of each source, then reads windows of the
 * last fifth in three spellings, real chat, and the Declaration in languages kept out altogether.
 *
 * @param onProgress called with the name of each set that is about to be scored.
 */
export function evaluateLanguage(
  texts: readonly LabelledText[],
  chat: readonly ChatText[],
  onProgress: (step: string) => void = () => {},
): LanguageEvaluation {
  const split = splitLanguageTexts(texts);
  onProgress('training on the first four fifths');
  const model = readLanguageModel(trainLanguageModel(split.learnt));
  const sets: LanguageScore[] = [];
  for (const spelling of LANGUAGE_SPELLINGS) {
    for (const length of LENGTHS) {
      const name = `${spelling}, ${length} ${length === 1 ? 'word' : 'words'}`;
      onProgress(name);
      sets.push(scoreWindows(name, thin(cutWindows(split.held, length, spelling)), model));
    }
  }
  if (chat.length > 0) sets.push(scoreWindows('shop reviews', chat.map(chatWindow), model));
  return { sets, unseen: scoreUnseen(split.unseen, model) };
}

function thin(windows: readonly LanguageWindow[]): readonly LanguageWindow[] {
  const stride = Math.max(1, Math.ceil(windows.length / MOST_WINDOWS));
  return windows.filter((_, index) => index % stride === 0);
}

function chatWindow({ language, variant, text }: ChatText): LanguageWindow {
  const tags: Readonly<Record<string, string>> = { uzl: 'uz-Latn', uzc: 'uz-Cyrl', rus: 'ru' };
  return { text, gold: groupOf(language), tag: tags[variant.slice(0, 3)] };
}

/** What became of one message. */
interface Reading {
  readonly gold: LanguageGroup;
  readonly guess: LanguageGroup;
  readonly francGuess: LanguageGroup;
  /** Undefined for a message in another language. */
  readonly right: boolean | undefined;
  readonly classifiers: number;
  readonly asked: boolean;
  readonly changed: boolean;
}

/** Scores the detector, and franc beside it, on messages whose language is known. */
export function scoreWindows(name: string, windows: readonly LanguageWindow[], model: LanguageModel): LanguageScore {
  const readings = windows.map((window) => read(window, model));
  const ours = readings.filter(({ right }) => right !== undefined);
  const groups = scoreGroups(readings.map(({ gold, guess }) => [gold, guess]));
  return {
    name,
    messages: windows.length,
    macroF1: meanF1(groups),
    groups,
    francMacroF1: meanF1(scoreGroups(readings.map(({ gold, francGuess }) => [gold, francGuess]))),
    rightConsulted: ours.filter(({ right }) => right).length / ours.length,
    classifiersPerMessage: ours.reduce((sum, { classifiers }) => sum + classifiers, 0) / ours.length,
    francAsked: readings.filter(({ asked }) => asked).length / readings.length,
    francChanged: readings.filter(({ changed }) => changed).length / readings.length,
  };
}

function read({ text, gold, tag }: LanguageWindow, model: LanguageModel): Reading {
  const normalised = normalise(text);
  const { ranked, francAsked, francChanged } = explainLanguage(normalised, model);
  const script = normalised.letters.cyrillic >= normalised.letters.latin ? 'Cyrl' : 'Latn';
  const readers = consulted(ranked);
  return {
    gold,
    guess: groupOf(ranked[0]?.tag ?? 'und'),
    francGuess: groupOf(askFranc([text], script)),
    right: tag === undefined ? undefined : readers.some((reader) => reader === tag),
    classifiers: readers.length,
    asked: francAsked,
    changed: francChanged,
  };
}

function scoreGroups(
  guesses: readonly (readonly [gold: LanguageGroup, guess: LanguageGroup])[],
): readonly GroupScore[] {
  return LANGUAGE_GROUPS.filter((group) => guesses.some(([gold]) => gold === group)).map((group) => {
    const hits = guesses.filter(([gold, guess]) => gold === group && guess === group).length;
    const called = guesses.filter(([, guess]) => guess === group).length;
    const present = guesses.filter(([gold]) => gold === group).length;
    const precision = called === 0 ? 0 : hits / called;
    const recall = hits / present;
    return { group, precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  });
}

function meanF1(groups: readonly GroupScore[]): number {
  return groups.reduce((sum, { f1 }) => sum + f1, 0) / groups.length;
}

function scoreUnseen(texts: readonly LabelledText[], model: LanguageModel): readonly UnseenScore[] {
  const paragraphs = texts.map(({ text }) => text);
  const cuts = [8, 4].map((length) => ({
    name: `unseen languages, ${length} words`,
    texts: texts.flatMap((text) =>
      cutWindows([text], length, 'standard')
        .slice(0, 2)
        .map((window) => window.text),
    ),
  }));
  return [{ name: 'unseen languages, paragraphs', texts: paragraphs }, ...cuts].map(({ name, texts: messages }) => {
    const readable = messages.map(normalise).filter(({ letters }) => letters.cyrillic + letters.latin > 0);
    const ours = readable.filter((text) => groupOf(explainLanguage(text, model).ranked[0]?.tag ?? 'und') !== 'other');
    return { name, messages: readable.length, calledOurs: ours.length / readable.length };
  });
}
