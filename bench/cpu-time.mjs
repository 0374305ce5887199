/**
 * The least processor time of each run in microseconds, run in turn: neither a busy machine nor the compiler's warming up
 * counts for one of them alone.
 */
export function leastCpuTimes(runs, rounds) {
  const least = Object.fromEntries(Object.keys(runs).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, run] of Object.entries(runs)) least[name] = Math.min(least[name], cpuTime(run));
  return least;
}

/** Processor time of one run in microseconds. */
export function cpuTime(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
