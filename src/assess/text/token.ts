/** The script that most letters of a token belong to, after look-alikes were folded towards it. */
export type Script = 'Cyrl' | 'Latn' | 'Arab' | 'other';

/** What stands between the previous token and this one, strongest mark wins. */
export type Break = 'none' | 'comma' | 'sentence';

/** One word of a text, as the matchers see it. */
export interface Token {
  /** UTF-16 offsets into the original text, end exclusive: what to show a moderator. */
  readonly start: number;
  readonly end: number;
  /** Lower case, NFC, disguises undone (look-alikes, stretching, digits for letters, spacing out), apostrophes folded to `ʼ`. */
  readonly form: string;
  readonly script: Script;
  /** Upper-case first letter in the original: a hint for names. */
  readonly capitalised: boolean;
  /** Upper-case first two letters in the original: an abbreviation, or shouting. */
  readonly inCapitals: boolean;
  readonly before: Break;
  /** Inside a pair of quotation marks. */
  readonly quoted: boolean;
  /** 0-based number of the sentence; a sentence ends at . ! ? … or a line break. */
  readonly sentence: number;
  /** True when that sentence ends in a question mark. */
  readonly inQuestion: boolean;
}

/** A text ready for language detection and matching. */
export interface NormalisedText {
  readonly original: string;
  readonly tokens: readonly Token[];
  /** Disguise may be read in several ways: `otherReadings` gives them. */
  readonly ambiguous: boolean;
  /** Letters by script, for the detector and for deciding that a text is not ours to read. */
  readonly letters: {
    readonly cyrillic: number;
    readonly latin: number;
    readonly arabic: number;
    readonly other: number;
  };
}
