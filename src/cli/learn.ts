import type { LearnOptions } from './learn-options.js';
import { readDayCount } from './read-day-count.js';
import type { AddCommand } from './shell.js';

const HELP = `
Verdicts teach by their scores and by the labels of the pack (pattern, term and cue glosses): no text is used, none is needed.

Examples:
  $ didbon learn report
  $ didbon learn thresholds --write && didbon train && didbon publish --by NAME --why REASON
  $ didbon learn export --out /srv/examples`;

/** `didbon learn`: what moderators' verdicts teach. */
export const addLearn: AddCommand = (program, { io, act }) => {
  const learn = program
    .command('learn')
    .summary("show what moderators' verdicts teach, and refit thresholds")
    .description("Learn from moderators' verdicts, without training on messages.")
    .addHelpText('after', HELP);
  const add = (name: 'export' | 'report' | 'thresholds', summary: string, example: string) =>
    learn
      .command(name)
      .description(summary)
      .option('--days <number>', 'verdicts of how many days', readDayCount(3650), 90)
      .option('--community <id>', 'only this community')
      .addHelpText('after', `\nExample:\n  $ didbon learn ${name}${example}`)
      .action(
        act(async (options: LearnOptions) => {
          const run = await import('./run-learn.js');
          return run.runLearn(io, name, options);
        }),
      );
  add('report', 'Show precision by language, category, pattern, term and cue, and what to weaken or retire.', '');
  add('thresholds', 'Propose thresholds that would have kept false alarms as rare as the pack wants.', ' --write')
    .option('--write', "write them into the working copy's pack.yaml, to be trained and published")
    .option('--pack <folder>', 'working copy to write into (default: DIDBON_PACK_DIR or the one shipped)');
  add('export', 'Write decided texts as examples: only with learning.fromMessages.', ' --out examples').requiredOption(
    '--out <folder>',
    'folder to write a file a language into',
  );
};
