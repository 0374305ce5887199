import { resolve } from 'node:path';
import { chosenCommunities } from './chosen-communities.js';
import type { ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import { readDays } from './read-days.js';
import type { AddCommand } from './shell.js';
import { withStore } from './with-store.js';

interface ReportOptions {
  readonly last: number;
  readonly guild?: string;
  readonly json?: true;
  readonly out?: string;
}

const HELP = `
Counts only: messages by language, what was not assessed and why, alerts, campaigns, verdicts and precision so far, channels and
gaps, texts erased because their time was over.
Days are those of the community's time zone; messages are counted by UTC day, and those of today are in it.

With --out each community's report is written as report.html (with its charts, and nothing to load from elsewhere), report.png and
tables as CSV, into a folder named after the community and the first day.

Examples:
  $ didbon report --last 7d
  $ didbon report --last 30d --guild 100000000000000001 --json
  $ didbon report --last 7d --out reports`;

/** `didbon report`: what the store counted, as a table or JSON. */
export const addReport: AddCommand = (program, { io, act }) => {
  program
    .command('report')
    .summary('show what was read, alerted and decided')
    .description('Show what was read, alerted and decided in the last days, for every community or one.')
    .option('--last <days>', 'how far back, such as 7d or 4w', readDays, 7)
    .option('--guild <id>', 'only this community')
    .option('--out <folder>', 'also write HTML, PNG and CSV files into this folder')
    .option('--json', 'print one JSON object a community and line')
    .addHelpText('after', HELP)
    .action(act((options: ReportOptions) => report(io, options)));
};

async function report(io: Io, options: ReportOptions): Promise<ExitCode> {
  const [{ loadSettings }, { systemClock }, { daysUntil }, { gatherReport }, { renderReport }] = await Promise.all([
    import('../settings/settings.js'),
    import('../adapters/system/clock.js'),
    import('../report/period.js'),
    import('../report/gather-report.js'),
    import('./render-report.js'),
  ]);
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const communities = chosenCommunities(settings, options.guild);
  return await withStore(io, settings, async (store) => {
    const now = systemClock.now();
    for (const community of communities) {
      const period = daysUntil(now, options.last, community.timezone);
      const found = await gatherReport(community, period, now, { ...store, channelName: () => undefined });
      say(io, options.json ? JSON.stringify(found) : renderReport(found, io.colour));
      if (options.out !== undefined) {
        const { writeReport } = await import('./write-report.js');
        const folder = await writeReport(found, community, resolve(io.cwd, options.out));
        if (options.json !== true) say(io, `Written: ${folder}`);
      }
    }
  });
}
