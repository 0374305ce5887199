/**
 * node bench/load.mjs [live] [catch-up] [--seconds 600] [--rate 1000] [--pages 40] [--budget 25] [--smoke]
 *
 * The real bot in a process of its own under the load of a local Discord that keeps Discord's own rates. `live`: so many
 * events a second with one call in a hundred, in campaigns; `catch-up`: fifty channels full of history that nobody has read,
 * while a fifth of that comes live; `--budget` is what reading may ask a second. `--smoke` is a few seconds of both, and looks at losses alone. The figures are this
 * machine's: the local Discord and what measures run on it, too.
 */
import { parseArgs } from 'node:util';
import { loadCatchUp } from './load/catch-up.mjs';
import { loadLive } from './load/live.mjs';
import { loadTexts } from './load/texts.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    rate: { type: 'string', default: '1000' },
    pages: { type: 'string' },
    budget: { type: 'string', default: '25' },
    smoke: { type: 'boolean', default: false },
  },
});
const { smoke } = values;
const texts = loadTexts();
const wants = (name) => positionals.length === 0 || positionals.includes(name);
const rate = Number(values.rate);
const results = [];
if (wants('live')) results.push(await loadLive(texts, { rate, seconds: Number(values.seconds ?? (smoke ? 4 : 600)) }));
if (wants('catch-up'))
  results.push(
    await loadCatchUp(texts, {
      rate: rate / 5,
      pages: Number(values.pages ?? (smoke ? 1 : 40)),
      budget: Number(values.budget),
    }),
  );

for (const { name, facts, bars } of results) {
  console.log(`${name}: ${facts.join(' · ')}`);
  for (const { what, is, isHeld, ofLoss } of bars) {
    const counts = ofLoss || !smoke;
    console.log(`  ${isHeld ? 'held  ' : 'MISSED'} ${what}: ${is}${counts ? '' : ' (not judged in so short a time)'}`);
    if (!isHeld && counts) process.exitCode = 1;
  }
}
process.exit();
