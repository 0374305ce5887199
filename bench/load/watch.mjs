import { pause } from '../soak/bot-process.mjs';

const LOOK_MS = 10;
const SAMPLE_MS = 2_000;

/**
 * Watches how long each alert takes from its post to its commit, by looking at the table each ten milliseconds, and how
 * large and how punctual the bot's process is. What is measured is at most ten milliseconds too long, and includes what the
 * local Discord, which shares this process, takes to send.
 */
export function watchBot(place, { postedAt }) {
  const stop = new AbortController();
  const seen = { latencies: [], samples: [] };
  const watching = [
    watchCommits(place, postedAt, seen.latencies, stop.signal),
    sample(place, seen.samples, stop.signal),
  ];
  return {
    ...seen,
    async end() {
      stop.abort();
      await Promise.all(watching);
    },
  };
}

async function watchCommits(place, postedAt, latencies, signal) {
  const database = place.openDatabase();
  try {
    const newer = database.prepare(
      'select rowid as row, message_hash as hash from flag where rowid > ? order by rowid',
    );
    for (let last = 0; !signal.aborted; await pause(LOOK_MS)) {
      for (const { row, hash } of newer.all(last)) {
        last = row;
        const posted = postedAt.get(hash);
        if (posted !== undefined) latencies.push(performance.now() - posted);
      }
    }
  } finally {
    database.close();
  }
}

async function sample(place, samples, signal) {
  for (; !signal.aborted; await pause(SAMPLE_MS)) {
    const metrics = await place.metrics().catch(() => undefined);
    if (metrics === undefined) continue;
    samples.push({
      megabytes: metrics.get('didbon_process_resident_memory_bytes') / 1e6,
      heapMegabytes: metrics.get('didbon_nodejs_heap_size_used_bytes') / 1e6,
      heapTotal: metrics.get('didbon_nodejs_heap_size_total_bytes') / 1e6,
      external: metrics.get('didbon_nodejs_external_memory_bytes') / 1e6,
      // Node's histogram holds the ten milliseconds between two looks, too.
      loopDelayMs: metrics.get('didbon_nodejs_eventloop_lag_p99_seconds') * 1_000 - 10,
      waiting: metrics.get('didbon_live_messages_waiting'),
      cpuSeconds: metrics.get('didbon_process_cpu_seconds_total'),
    });
  }
}

/** The value below which this share of a list lies; 0 of an empty one. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
