import { Command, CommanderError } from 'commander';
import { addApprove } from './approve.js';
import { addAudit } from './audit.js';
import { addBackfill } from './backfill.js';
import { addBacktest } from './backtest.js';
import { addBackup, addRestore } from './backup.js';
import { addBudget } from './budget.js';
import { addCheck } from './check.js';
import { addCoverage } from './coverage.js';
import { addDoctor } from './doctor.js';
import { addEvaluate } from './evaluate.js';
import type { ExitCode } from './exit-code.js';
import { EXIT } from './exit-code.js';
import { explainFailure } from './explain-failure.js';
import { addExport } from './export-held.js';
import { addForget } from './forget.js';
import type { Io } from './io.js';
import { addKey } from './key.js';
import { addLearn } from './learn.js';
import { addLexicon } from './lexicon.js';
import { addMigrate } from './migrate.js';
import { addPacks } from './packs.js';
import { addPublish } from './publish.js';
import { addReplay } from './replay.js';
import { addReport } from './report.js';
import { addRollback } from './rollback.js';
import { addRun } from './run.js';
import { addSandbox, addStart } from './sandbox.js';
import { addSchema } from './schema.js';
import { addScore } from './score.js';
import { addShadow } from './shadow.js';
import type { AddCommand, Shell } from './shell.js';
import { addTrain } from './train.js';

/** By who needs them, in the order of `--help`. */
const COMMANDS: Readonly<Record<string, readonly AddCommand[]>> = {
  'Try and run:': [addStart, addRun, addSandbox],
  'Assess text:': [addScore, addReplay],
  'Look after the bot:': [
    addDoctor,
    addCheck,
    addReport,
    addCoverage,
    addBackfill,
    addAudit,
    addBackup,
    addRestore,
    addMigrate,
    addSchema,
  ],
  'Answer for what is held:': [addForget, addExport, addKey],
  'Tune the classifiers:': [addTrain, addEvaluate, addBudget, addLexicon, addLearn],
  'Publish a classifier pack:': [addBacktest, addShadow, addPublish, addApprove, addRollback, addPacks],
};

const HELP = `
Exit codes: 0 done, 1 failed, 2 wrong usage or configuration (every fault is listed).`;

/** Runs one command line, without the two leading entries of `process.argv`, and answers the exit code. Never throws. */
export async function runProgram(args: readonly string[], io: Io, version: string): Promise<ExitCode> {
  const ended: { code: ExitCode } = { code: EXIT.done };
  const shell: Shell = {
    io,
    act:
      (run) =>
      async (...given) => {
        ended.code = await run(...given);
      },
  };
  try {
    await buildProgram(shell, version).parseAsync([...args], { from: 'user' });
    return ended.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return explainFailure(error, io);
  }
}

/** The command line as commander knows it; commands inherit its way of writing and of not ending the process. */
export function buildProgram(shell: Shell, version: string): Command {
  const { io } = shell;
  const program = new Command('didbon')
    .description('Find violent-extremist recruitment in Tajik, Uzbek and Russian, for human moderators to decide on.')
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show help for a command')
    .helpOption('-h, --help', 'show help')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
      getOutHasColors: () => io.colour,
      getErrHasColors: () => io.colour,
    })
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what is possible)')
    .exitOverride()
    .addHelpText('after', HELP);
  for (const [heading, commands] of Object.entries(COMMANDS)) {
    program.commandsGroup(heading);
    for (const add of commands) add(program, shell);
  }
  return program;
}
