import type { MenuAction } from '../domain/card.js';
import type { Refusal, ReviewEventKind } from '../domain/review.js';

/** What moderators read about marks, holds, acts in Discord and second opinions. Placeholders stand in braces. */
export interface ReviewTexts {
  /** Shown on the menu below the buttons while nothing is chosen. */
  readonly more: string;
  /** One line under each entry of the menu, at most 100 characters. */
  readonly hints: Readonly<Record<MenuAction, string>>;
  /** Lines on the card. {member} {when}, of a hold also {reason}, and {copies} where it holds more than one message. */
  readonly marks: {
    readonly claimed: string;
    readonly unsure: string;
    readonly asked: string;
    readonly held: string;
    readonly heldAll: string;
  };
  readonly form: { readonly title: string; readonly reason: string };
  readonly questions: {
    /** {channel} {hours} */
    readonly deleteMessage: string;
    /** {member} */
    readonly timeOut: string;
    /** On a card that stands for many. {copies} */
    readonly shownOne: string;
    /** Before the places of those that are left alone. {count} */
    readonly othersStay: string;
  };
  readonly done: {
    readonly noted: string;
    readonly asked: string;
    readonly messageDeleted: string;
    /** {member} {when} */
    readonly timedOut: string;
  };
  /** {member} {language} {channel} {why}, as far as the refusal has them. */
  readonly refusals: Readonly<Record<Refusal, string>>;
  readonly history: {
    readonly title: string;
    readonly flagged: string;
    readonly posted: string;
    readonly deleted: string;
    readonly events: Readonly<Record<ReviewEventKind, string>>;
  };
  /** The one message that calls the readers of a language. */
  readonly call: {
    readonly title: string;
    /** {language} {card} */
    readonly body: string;
  };
  readonly second: {
    readonly title: string;
    readonly body: string;
    readonly look: string;
    /** On an invitation whose opinion is given, or whose text is gone. */
    readonly settled: string;
    readonly thanks: string;
  };
  readonly runbook: string;
}
