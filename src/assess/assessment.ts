/** How loudly a text asks for a moderator, lowest first. `watch` is kept in statistics only; `review` and `urgent` alert. */
export const LEVELS = ['none', 'watch', 'review', 'urgent'] as const;
export type Level = (typeof LEVELS)[number];

/** What a flagged text asks for or does: the eight things Didbon looks for (DESIGN §2). */
export const CATEGORIES = ['join', 'travel', 'pledge', 'pay', 'publicise', 'violence', 'praise', 'threat'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The kinds of benign text that Bayes learns as classes of their own. */
export const BENIGN_KINDS = ['religious', 'news', 'counter-speech', 'everyday'] as const;
export type BenignKind = (typeof BENIGN_KINDS)[number];

/** The lexicon-bearing languages. One language may have several writings. */
export const LANGUAGES = ['tajik', 'uzbek', 'russian'] as const;
export type Language = (typeof LANGUAGES)[number];

/** BCP-47 tags of the writings that have a classifier. */
export const OUR_TAGS = ['tg', 'tg-Latn', 'uz-Latn', 'uz-Cyrl', 'ru', 'ru-Latn'] as const;
export type OurTag = (typeof OUR_TAGS)[number];

/** The language of each writing. */
export const LANGUAGE_OF: Readonly<Record<OurTag, Language>> = {
  tg: 'tajik',
  'tg-Latn': 'tajik',
  'uz-Latn': 'uzbek',
  'uz-Cyrl': 'uzbek',
  ru: 'russian',
  'ru-Latn': 'russian',
};

/** The languages of some writings, each once. */
export function languagesOf(tags: readonly OurTag[]): ReadonlySet<Language> {
  return new Set(tags.map((tag) => LANGUAGE_OF[tag]));
}

/** One guess of the language detector: one of {@link OUR_TAGS}, another ISO 639 code, or `und`. */
export interface RankedLanguage {
  readonly tag: string;
  /** Calibrated probability in [0, 1]. */
  readonly probability: number;
}

/** One thing a moderator can check for themselves. Offsets are UTF-16 code units into the original text, end exclusive. */
export interface Reason {
  readonly kind: 'term' | 'pattern' | 'cue' | 'word' | 'bayes';
  /** The original characters between `start` and `end`. */
  readonly text: string;
  /** English; keeps the polarity of what it glosses («do NOT join»). */
  readonly gloss: string;
  /** Lexicon role, pattern category (of a word, too), cue kind, or Bayes class. */
  readonly role: string;
  /** Log-odds contribution; negative where it lowers the score. */
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

/** Whether a reason is a word of the message that moved the odds, and nothing that stands in the pack. */
export function isStatistical({ kind }: Reason): boolean {
  return kind === 'word' || kind === 'bayes';
}

/** Whether the flagged act is called for or spoken against. */
export type Polarity = 'for' | 'against' | 'unclear';

/** Why a text was not assessed: nothing to read, or most of it in a script that we cannot read, and nothing in the rest alerts. */
export type NotAssessed = 'no-text' | 'perso-arabic';

/** What we think about one text. Same text and same pack, same answer. */
export interface Assessment {
  /** Undefined when the text was assessed. */
  readonly notAssessed: NotAssessed | undefined;
  /** The most probable tag; `und` when unknown. */
  readonly language: string;
  /** All guesses worth naming, most probable first. */
  readonly languages: readonly RankedLanguage[];
  readonly level: Level;
  /** Log-odds against benign text. Never shown as a probability of guilt. */
  readonly score: number;
  readonly category: Category | null;
  readonly polarity: Polarity;
  readonly reasons: readonly Reason[];
  /** `name@version+shorthash` of the pack that gave this answer. */
  readonly pack: string;
}

/** Whether moderators are told: `review` and `urgent` are, `watch` and `none` are not. */
export function alerts(level: Level): boolean {
  return level === 'review' || level === 'urgent';
}
