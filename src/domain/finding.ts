/** One thing that was looked at to see whether the bot can do its work. */
export interface Finding {
  /** What was looked at, e.g. `database`. */
  readonly what: string;
  /** `notice` where the bot works, but not as its operator may expect. */
  readonly state: 'fine' | 'notice' | 'fault';
  /** What was found, in words. */
  readonly says: string;
  /** What to do about it; undefined where nothing need be done. */
  readonly todo: string | undefined;
}
