/**
 * Starts the longest test files first: one of them that begins when all others are done holds up the end, while the other cores
 * have nothing to do. jest's own order goes by size, and these are short: each calls a suite, or waits for a clock.
 */
const LONGEST = [
  'soak/kills',
  'store/sqlite-store',
  'store/postgres-store',
  'journeys/holes',
  'journeys/simulated-week',
  'faults/rest',
  'soak/fuzz',
  'faults/gateway',
  'journeys/campaigns',
].map((name) => `/test/${name}.test.ts`);

export default class LongestFirst {
  sort(tests) {
    return tests.toSorted((a, b) => place(a) - place(b) || a.path.localeCompare(b.path));
  }

  /** jest's own keeps here how long each test took. */
  cacheResults() {}
}

function place({ path }) {
  const at = LONGEST.findIndex((end) => path.endsWith(end));
  return at < 0 ? LONGEST.length : at;
}
