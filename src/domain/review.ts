import type { Snowflake } from './snowflake.js';

/** Who did something, and when. */
export interface Mark {
  readonly by: Snowflake;
  readonly at: Date;
}

/** Keeps the evidence of all that a card stands for past its authors' deletions. What joins the card later is not kept by it. */
export interface Hold extends Mark {
  readonly reason: string;
  /** Messages that were on the card at that moment, all of which it holds; 1 for a card of one message. */
  readonly copies: number;
}

/** What the team has said of an alert short of a verdict. */
export interface Marks {
  /** Who is at it. A courtesy among the team: it keeps nobody from deciding. */
  readonly claim?: Mark | undefined;
  /** Who last could not tell. */
  readonly unsure?: Mark | undefined;
  /** Who asked the readers of the language, once. */
  readonly asked?: Mark | undefined;
  readonly hold?: Hold | undefined;
}

/** What changes the marks of an alert. */
export const MARKING = ['claimed', 'released', 'unsure', 'asked', 'held', 'unheld'] as const;
export type MarkingKind = (typeof MARKING)[number];

/** All that can happen to an alert by somebody's hand. */
export const REVIEW_EVENTS = [
  ...MARKING,
  'supported',
  'confirmed',
  'false-alarm',
  'second-confirmed',
  'second-false-alarm',
  'message-deleted',
  'author-timed-out',
] as const;
export type ReviewEventKind = (typeof REVIEW_EVENTS)[number];

/** One line of the history of a card. */
export interface ReviewEvent<Kind extends ReviewEventKind = ReviewEventKind> extends Mark {
  readonly kind: Kind;
  /** A hold's reason, a time-out's length in minutes. */
  readonly note?: string | undefined;
}

/** Where an alert stands that is to be marked. */
export interface Standing {
  readonly marks: Marks;
  readonly isDecided: boolean;
  /** Text and ids are gone: there is nothing to hold. */
  readonly isErased: boolean;
}

/** The marks after this event; undefined where the alert is in no state for it, because somebody was faster. */
export function markWith(standing: Standing, event: ReviewEvent<MarkingKind>): Marks | undefined {
  const { applies, after } = RULES[event.kind];
  return applies(standing, event) ? after(standing.marks, event) : undefined;
}

interface Rule {
  readonly applies: (standing: Standing, mark: Mark) => boolean;
  readonly after: (marks: Marks, event: ReviewEvent) => Marks;
}

const markOf = ({ by, at }: Mark): Mark => ({ by, at });

const RULES: Readonly<Record<MarkingKind, Rule>> = {
  claimed: {
    applies: ({ marks, isDecided }) => !isDecided && marks.claim === undefined,
    after: (marks, event) => ({ ...marks, claim: markOf(event) }),
  },
  released: {
    applies: ({ marks }) => marks.claim !== undefined,
    after: (marks) => ({ ...marks, claim: undefined }),
  },
  unsure: {
    applies: ({ marks, isDecided }, { by }) => !isDecided && marks.unsure?.by !== by,
    // Who cannot tell is no longer at it.
    after: ({ claim, ...marks }, event) => ({
      ...marks,
      unsure: markOf(event),
      claim: claim?.by === event.by ? undefined : claim,
    }),
  },
  asked: {
    applies: ({ marks, isDecided }) => !isDecided && marks.asked === undefined,
    after: (marks, event) => ({ ...marks, asked: markOf(event) }),
  },
  held: {
    applies: ({ marks, isErased }) => !isErased && marks.hold === undefined,
    after: (marks, event) => ({ ...marks, hold: { ...markOf(event), reason: event.note ?? '', copies: 1 } }),
  },
  unheld: {
    applies: ({ marks }) => marks.hold !== undefined,
    after: (marks) => ({ ...marks, hold: undefined }),
  },
};

/** Why a press leads to nothing but an answer in words. */
export const REFUSALS = [
  'claimed',
  'not-claimed',
  'already-unsure',
  'no-readers',
  'already-asked',
  'erased',
  'held',
  'not-held',
  'already-deleted',
  'needs-manage-messages',
  'needs-moderate-members',
  'bot-manage-messages',
  'bot-moderate-members',
  'outranks-you',
  'outranks-bot',
  'message-gone',
  'author-gone',
  'discord-refused',
  'second-same-person',
  'second-decided',
  'second-not-asked',
] as const;
export type Refusal = (typeof REFUSALS)[number];
