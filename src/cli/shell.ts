import type { Command } from 'commander';
import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';

/** What a command gets: the process it may touch, and where it says how it ended. */
export interface Shell {
  readonly io: Io;
  /** Wraps what a command does: its answer becomes the exit code of the program. */
  act<A extends readonly unknown[]>(run: (...args: A) => Promise<ExitCode>): (...args: A) => Promise<void>;
}

/** Adds one subcommand to the program. Heavy imports stand inside its action, so that other commands start fast. */
export type AddCommand = (program: Command, shell: Shell) => void;
