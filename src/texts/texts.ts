import type { Level, Polarity } from '../assess/assessment.js';
import type { VerdictKind } from '../domain/alert.js';
import type { CardAction } from '../domain/card.js';
import type { FlagCategory } from '../domain/flag.js';
import type { CommandTexts } from './command-texts.js';
import type { ReviewTexts } from './review-texts.js';

/** All that moderators read on cards and in answers, in one language. Placeholders stand in braces. */
export interface Texts {
  readonly levels: Readonly<Record<Level, string>>;
  readonly categories: Readonly<Record<FlagCategory, string>>;
  readonly polarities: Readonly<Record<Polarity, string>>;
  readonly buttons: Readonly<Record<CardAction, string>>;
  readonly verdicts: Readonly<Record<VerdictKind, string>>;
  readonly bands: { readonly weak: string; readonly clear: string; readonly strong: string };
  readonly card: {
    readonly message: string;
    readonly erased: string;
    readonly noText: string;
    /** Stands for {member} where their id was erased. */
    readonly erasedMember: string;
    readonly deleted: string;
    readonly matched: string;
    readonly place: string;
    readonly open: string;
    readonly author: string;
    readonly language: string;
    readonly score: string;
    readonly age: string;
    readonly decided: string;
    readonly edited: string;
  };
  /** What a card that stands for many messages says of them. */
  readonly campaign: {
    /** {copies} {channels} {wordings} */
    readonly copies: string;
    readonly oneWording: string;
    /** {deleted} {copies} */
    readonly deleted: string;
    /** {channels} */
    readonly otherChannels: string;
    /** {card} {verdict} */
    readonly like: string;
  };
  /** The card that says how many alerts wait for the hourly cap. */
  readonly overflow: {
    /** {count} */
    readonly waiting: string;
    /** {cap} */
    readonly why: string;
    readonly none: string;
    /** {count} */
    readonly andMore: string;
  };
  readonly answers: {
    /** {verdict} {member} {when} */
    readonly alreadyDecided: string;
    readonly needsModerator: string;
    /** {language} */
    readonly needsReader: string;
    readonly secondNeeded: string;
    readonly secondMustDiffer: string;
    readonly gone: string;
    readonly failed: string;
    readonly why: string;
    readonly lowered: string;
  };
  readonly review: ReviewTexts;
  readonly commands: CommandTexts;
}
