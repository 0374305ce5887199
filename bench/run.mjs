/**
 * node bench/run.mjs [assess|jsonl] [--smoke]
 *
 * Speed, always beside the naive way in the same run, as ratios: the machine does not matter then. `--smoke` is short,
 * measures assess alone, and fails when a ratio falls below its floor.
 */
import { benchAssess } from './assess.mjs';
import { benchJsonl } from './jsonl.mjs';

const args = process.argv.slice(2);
const smoke = args.includes('--smoke');
const wants = (name) => args.includes(name) || !args.some((arg) => !arg.startsWith('--'));

if (wants('assess') && !(await benchAssess(smoke))) process.exitCode = 1;
if (!smoke && wants('jsonl')) await benchJsonl();
