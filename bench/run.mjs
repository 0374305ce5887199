/**
 * node bench/run.mjs [assess|memory|steps|lexicon|jsonl|training …] [--smoke]
 *
 * Speed, always beside the naive way in the same run, as ratios: the machine does not matter then. `--smoke` is short,
 * measures assess, the size of the lexicon and the memory of a pack alone, and fails when one is on the wrong side of its bound.
 */
import { benchAssess } from './assess.mjs';
import { benchJsonl } from './jsonl.mjs';
import { benchLexiconSize } from './lexicon-size.mjs';
import { benchMemory } from './memory.mjs';
import { benchSteps } from './steps.mjs';
import { benchTraining } from './training.mjs';

const args = process.argv.slice(2);
const smoke = args.includes('--smoke');
const wants = (name) => args.includes(name) || !args.some((arg) => !arg.startsWith('--'));

if (wants('assess') && !(await benchAssess(smoke))) process.exitCode = 1;
if (wants('memory') && !benchMemory()) process.exitCode = 1;
if (wants('lexicon') && !benchLexiconSize(smoke)) process.exitCode = 1;
if (!smoke && wants('steps')) benchSteps();
if (!smoke && wants('training')) benchTraining();
if (!smoke && wants('jsonl')) await benchJsonl();
