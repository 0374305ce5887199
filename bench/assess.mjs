import { Bench } from 'tinybench';
import { createAssess } from '../dist/assess/index.js';
import { readPack } from '../dist/packs/read-pack.js';
import { SHIPPED_PACK } from '../dist/settings/places.js';
import { cpuTime, leastCpuTimes } from './cpu-time.mjs';
import { naivePipeline } from './naive.mjs';
import { benchTexts } from './texts.mjs';

/** Half of what was measured: below it something has become slow. A short run beside others, before all is compiled, gets a third of a long one. */
const FLOORS = { long: { chat: 27, news: 9 }, smoke: { chat: 4.9, news: 2.2 } };

/** A short run has no half a minute for natural to train. */
const FEW_EXAMPLES = 3_000;

/** Measures assess as a whole beside the naive way, on the same texts in the same run. Answers whether the ratios hold. */
export async function benchAssess(smoke) {
  const floors = smoke ? FLOORS.smoke : FLOORS.long;
  const loading = processorTime();
  const assess = createAssess(readPack(process.env.DIDBON_PACK_DIR ?? SHIPPED_PACK).parts);
  const loaded = processorTime() - loading;
  const naive = naivePipeline(smoke ? FEW_EXAMPLES : undefined);
  const { chat, news } = benchTexts();
  const bench = new Bench({
    now: processorTime,
    ...(smoke
      ? { time: 600, iterations: 4, warmupTime: 400, warmupIterations: 4 }
      : { time: 4_000, iterations: 16, warmupTime: 1_000, warmupIterations: 16 }),
  });
  const sizes = { chat: 200, news: 50 };
  for (const [name, texts] of Object.entries({ chat, news })) {
    for (const [who, run] of Object.entries({ didbon: assess, naive })) {
      const turn = { at: 0 };
      bench.add(`${who} ${name}`, () => {
        for (let n = 0; n < sizes[name]; n += 1) {
          turn.at = (turn.at + 1) % texts.length;
          run(texts[turn.at]);
        }
      });
    }
  }
  await bench.run();

  const perSecond = (task) => (bench.getTask(task)?.result?.throughput.mean ?? 0) * sizes[task.split(' ')[1]];
  const ratios = Object.fromEntries(
    Object.keys(sizes).map((name) => [name, perSecond(`didbon ${name}`) / perSecond(`naive ${name}`)]),
  );
  console.log(`pack and models loaded in ${loaded.toFixed(0)} ms of processor time`);
  for (const name of Object.keys(sizes)) {
    console.log(
      `${name}: didbon ${Math.round(perSecond(`didbon ${name}`))} messages/s of processor time, naive ${Math.round(perSecond(`naive ${name}`))}, ratio ${ratios[name].toFixed(1)} (floor ${floors[name]})`,
    );
  }
  if (!smoke) reportStream(assess, naive);
  if (!smoke) reportLongTexts(assess);
  return Object.keys(floors).every((name) => ratios[name] >= floors[name]);
}

/** Lines that are all different, as in a busy channel: what was learnt from one helps the next by its common words only. */
function reportStream(assess, naive) {
  const { stream } = benchTexts();
  const few = stream.slice(0, 1_000);
  const each = (texts, run) => () => {
    for (const text of texts) run(text);
  };
  const { ours } = leastCpuTimes({ ours: each(stream, assess) }, 6);
  const { theirs } = leastCpuTimes({ theirs: each(few, naive) }, 3);
  const perSecond = (stream.length / ours) * 1e6;
  const ratio = perSecond / ((few.length / theirs) * 1e6);
  console.log(
    `chat, no line twice: didbon ${Math.round(perSecond)} messages/s of processor time, ratio ${ratio.toFixed(1)}`,
  );
}

/** Milliseconds of processor time, which a busy machine does not stretch. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Texts before it counts: with 300 the compiler's own threads still ran, and made up half of what p99 showed. */
const WARM_UP = 3_000;
const COUNTED = 1_000;
const DIFFERENT = 600;

/** p99 on texts that are long or made to be slow, in milliseconds of processor time: waiting for a busy machine is left out, collecting garbage is not. */
function reportLongTexts(assess) {
  const mixed = benchTexts().news.join(' ');
  const worst = {
    '2,000 characters of news': (n) => mixed.slice(n * 37, n * 37 + 2_000),
    '4,000 characters of one letter': () => 'ш'.repeat(4_000),
    '4,000 combining marks': () => `и${'\u0304'.repeat(3_999)}`,
    '2,000 characters of near-matches': () => 'ҳамроҳ ДИИШҳо шавандагон '.repeat(80),
    '4,000 characters, spaced out': () => 'ҳ а м р о ҳ  '.repeat(308),
  };
  for (const [name, make] of Object.entries(worst)) {
    const times = Array.from({ length: WARM_UP + COUNTED }, (_, n) => {
      const text = make(n % DIFFERENT);
      return cpuTime(() => assess(text)) / 1_000;
    });
    const warm = times.slice(WARM_UP).sort((a, b) => a - b);
    console.log(`${name}: median ${warm[COUNTED / 2].toFixed(3)} ms, p99 ${warm[COUNTED * 0.99].toFixed(3)} ms`);
  }
}
