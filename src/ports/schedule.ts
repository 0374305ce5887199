/** A named piece of work that comes round. */
export interface ScheduledTask {
  readonly name: string;
  /** Five- or six-field cron expression, read in `timezone`. */
  readonly cron: string;
  /** IANA name, e.g. `Asia/Dushanbe`. */
  readonly timezone: string;
  run(): Promise<void>;
}

/** Runs tasks at their times. A run that is still going when the next is due is not started twice; a task that throws is logged and comes round again. */
export interface Schedule {
  start(task: ScheduledTask): void;
  /** The last day of this time zone, `YYYY-MM-DD`, on which the expression was due at or before `now`; undefined when that is over a year ago. */
  lastDueDay(cron: string, timezone: string, now: Date): string | undefined;
  /** Starts nothing new and waits for what is running. */
  stop(): Promise<void>;
}
