import { countWhenDone } from './count.mjs';
import { openPlace } from './place.mjs';
import { postEvenly } from './post.mjs';
import { quantile, watchBot } from './watch.mjs';

/** The bot under an even stream of live messages. */
export async function loadLive(texts, { rate, seconds }) {
  const place = await openPlace();
  try {
    const bot = await place.startBot();
    const postedAt = new Map();
    const watch = watchBot(place, { postedAt });
    const posted = await postEvenly(place, texts, { rate, seconds, postedAt });
    const during = [...watch.samples];
    const done = await countWhenDone(place, { ...posted, patienceMs: 120_000 + seconds * 500 });
    await watch.end();
    const clean = (await bot.stop()) === 0;

    const sizes = during.map(({ megabytes }) => megabytes);
    const quarter = Math.floor(sizes.length / 4);
    const [early, late] = [quantile(sizes.slice(quarter, 2 * quarter), 0.5), quantile(sizes.slice(-quarter), 0.5)];
    const p95 = quantile(watch.latencies, 0.95);
    const cpu = (during.at(-1).cpuSeconds - during[0].cpuSeconds) / seconds;
    return {
      name: `live, ${seconds} s`,
      facts: [
        `${posted.messages} messages at ${posted.perSecond.toFixed(0)}/s`,
        `${posted.calls} calls in ${texts.campaigns(posted.calls)} campaigns`,
        `event to committed alert ms: median ${quantile(watch.latencies, 0.5).toFixed(0)}, p95 ${p95.toFixed(0)}, p99 ${quantile(watch.latencies, 0.99).toFixed(0)}, most ${Math.max(...watch.latencies).toFixed(0)}`,
        `event loop's p99 delay ms: median of samples ${quantile(
          during.map((s) => s.loopDelayMs),
          0.5,
        ).toFixed(1)}, most ${Math.max(...during.map((s) => s.loopDelayMs)).toFixed(1)}`,
        `RSS MB: at first ${sizes[0]?.toFixed(0)}, second quarter ${early.toFixed(0)}, last quarter ${late.toFixed(0)}, most ${Math.max(...sizes).toFixed(0)}`,
        `waiting in memory at most ${Math.max(...during.map((s) => s.waiting))}`,
        `processor ${(cpu * 100).toFixed(0)} %`,
        `all counted ${(done.countedAfterMs / 1_000).toFixed(1)} s, all cards out ${(done.cardsAfterMs / 1_000).toFixed(1)} s after the last event`,
      ],
      bars: [
        {
          what: 'rate reached',
          is: `${posted.perSecond.toFixed(0)} of ${rate}/s`,
          isHeld: posted.perSecond >= rate * 0.99,
        },
        {
          what: 'none dropped',
          is: `${done.counted} of ${posted.messages} counted`,
          isHeld: done.counted === posted.messages,
          ofLoss: true,
        },
        {
          what: 'every call flagged',
          is: `${done.flags} of ${posted.calls}`,
          isHeld: done.flags === posted.calls,
          ofLoss: true,
        },
        {
          what: 'cards without loss or doubles',
          is: `${done.cards} of ${done.heads}, ${done.cardsDoubled} doubled`,
          isHeld: done.cards === done.heads && done.cardsDoubled === 0,
          ofLoss: true,
        },
        { what: 'stops in order', is: `${clean}`, isHeld: clean, ofLoss: true },
        { what: 'event to committed alert, p95 <= 250 ms', is: `${p95.toFixed(0)} ms`, isHeld: p95 <= 250 },
        { what: 'RSS <= 250 MB', is: `${Math.max(...sizes).toFixed(0)} MB`, isHeld: Math.max(...sizes) <= 250 },
        {
          what: 'RSS flat (last quarter at most 1.1 times the second)',
          is: (late / early).toFixed(2),
          isHeld: late <= early * 1.1,
        },
      ],
    };
  } finally {
    await place.close();
  }
}
