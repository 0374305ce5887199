/**
 * node bench/soak.mjs kills [--runs 200] [--seed 1] [--only live,report] [--chained] [--json]
 * node bench/soak.mjs texts [--runs 1000000] [--seed 1] [--untimed]
 * node bench/soak.mjs files [--runs 20000] [--seed 1]
 *
 * What takes too long for the tests, or finds what only chance finds. The same seed does the same things; at which moment
 * a signal reaches a process is the machine's. Fails where anything was lost, doubled or accepted that must not be.
 */
import { parseArgs } from 'node:util';
import { soakFiles } from './soak/files.mjs';
import { soakKills } from './soak/kills.mjs';
import { soakTexts } from './soak/texts.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    chained: { type: 'boolean', default: false },
    untimed: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const SOAKS = { files: soakFiles, kills: soakKills, texts: soakTexts };
const soak = SOAKS[positionals[0]];
if (soak === undefined || positionals.length > 1) {
  console.error(`name one of: ${Object.keys(SOAKS).join(', ')}`);
  process.exitCode = 2;
} else {
  const isSound = await soak({
    ...(values.runs === undefined ? {} : { runs: Number(values.runs) }),
    ...(values.only === undefined ? {} : { only: values.only.split(',') }),
    seed: Number(values.seed),
    chained: values.chained,
    untimed: values.untimed,
    json: values.json,
  });
  // Timers that discord.js and the sandbox leave would keep the process.
  process.exit(isSound ? 0 : 1);
}
