/** How the program ends: 0 done, 1 failed, 2 wrong usage or configuration. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
