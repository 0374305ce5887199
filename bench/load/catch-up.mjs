import { pause } from '../soak/bot-process.mjs';
import { countWhenDone } from './count.mjs';
import { openPlace } from './place.mjs';
import { postEvenly } from './post.mjs';
import { quantile, watchBot } from './watch.mjs';

const PAGE = 100;
const HISTORY = 'GET /channels/:channel/messages';

/** The bot with fifty channels of unread history before it, while live messages go on. */
export async function loadCatchUp(texts, { rate, pages, budget }) {
  const place = await openPlace({ readingPerSecond: budget });
  try {
    const before = fill(place, texts, pages * PAGE);
    const start = performance.now();
    const bot = await place.startBot();
    const postedAt = new Map();
    const watch = watchBot(place, { postedAt });
    const reading = watchReading(place, place.channels.length * pages);
    const stop = new AbortController();
    const posting = postEvenly(place, texts, { rate, seconds: 3_600, postedAt, signal: stop.signal });
    const rates = await reading;
    stop.abort();
    const posted = await posting;
    const messages = before + posted.messages;
    const done = await countWhenDone(place, { messages, patienceMs: 120_000 });
    const seconds = (performance.now() - start) / 1_000;
    await watch.end();
    await bot.stop();

    const p95 = quantile(watch.latencies, 0.95);
    const most = Math.max(...watch.samples.map(({ megabytes }) => megabytes));
    return {
      name: `catch-up, ${pages} pages in each of ${place.channels.length} channels`,
      facts: [
        `${before} messages of history and ${posted.messages} live at ${posted.perSecond.toFixed(0)}/s`,
        `${rates.perSecond.toFixed(1)} requests/s between the first tenth and the last`,
        `start to all counted ${seconds.toFixed(0)} s`,
        `live alerts committed ms: median ${quantile(watch.latencies, 0.5).toFixed(0)}, p95 ${p95.toFixed(0)}`,
        `RSS at most ${most.toFixed(0)} MB`,
        `bot's processor time ${(watch.samples.at(-1).cpuSeconds - watch.samples[0].cpuSeconds).toFixed(1)} s`,
        `event loop's p99 delay at most ${Math.max(...watch.samples.map((s) => s.loopDelayMs)).toFixed(1)} ms`,
      ],
      bars: [
        {
          what: 'none dropped',
          is: `${done.counted} of ${messages} counted`,
          isHeld: done.counted === messages,
          ofLoss: true,
        },
        {
          what: `95 to 105 % of ${budget} requests/s`,
          is: `${((100 * rates.perSecond) / budget).toFixed(0)} %`,
          isHeld: rates.perSecond >= 0.95 * budget && rates.perSecond <= 1.05 * budget,
        },
        { what: 'live events served meanwhile, p95 <= 250 ms', is: `${p95.toFixed(0)} ms`, isHeld: p95 <= 250 },
        { what: 'RSS <= 250 MB', is: `${most.toFixed(0)} MB`, isHeld: most <= 250 },
      ],
    };
  } finally {
    await place.close();
  }
}

/** History that was written while no bot was there; answers how many messages. */
function fill({ server, channels }, { chat }, each) {
  for (const [at, { id, member }] of channels.entries())
    for (let n = 0; n < each; n += 1) server.post(id, member, chat[(n * 7 + at) % chat.length]);
  return channels.length * each;
}

/** Resolves when so many pages were asked for; to the rate between a tenth and nine tenths of them. */
async function watchReading({ server }, total) {
  const asked = () => server.requests().byRoute[HISTORY]?.byStatus[200] ?? 0;
  const reach = async (count) => {
    while (asked() < count) await pause(20);
    return { at: performance.now(), pages: asked() };
  };
  const first = await reach(total * 0.1);
  const last = await reach(total * 0.9);
  await reach(total);
  return { perSecond: (1_000 * (last.pages - first.pages)) / (last.at - first.at) };
}
