/** What is counted, and by which labels. Closed, so that a dashboard can rely on it. No label names a person. */
export interface Counted {
  /** Messages assessed, again after a crash included. */
  readonly messages: { readonly language: string; readonly outcome: string };
  /** Flags that moderators are owed a card for. */
  readonly alerts: { readonly category: string; readonly level: string };
  readonly verdicts: { readonly verdict: string };
  /** Answers of Discord's REST interface. */
  readonly discord_requests: { readonly status: string };
  /** Packets of Discord's gateway that could not be handled, by the name of the event and what was wrong. */
  readonly packets_unread: { readonly event: string; readonly reason: string };
}

/** Counts what happens in this process since it started. Never throws, never waits. */
export interface Meter {
  count<Name extends keyof Counted>(name: Name, labels: Counted[Name], by?: number): void;
}

/** For whoever does not want to know. */
export const noMeter: Meter = { count: () => undefined };
