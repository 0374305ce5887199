import { until } from '../soak/bot-process.mjs';

/** Waits until the bot has counted all messages and posted all cards, and answers what became of them. */
export async function countWhenDone(place, { messages, patienceMs }) {
  const database = place.openDatabase();
  try {
    const one = (sql) => Object.values(database.prepare(sql).all()[0])[0] ?? 0;
    const counted = () => one('select sum(count) from tally');
    const heads = () => one('select count(*) from flag where head_id is null');
    const start = performance.now();
    await until(() => counted() >= messages, patienceMs, 50);
    const countedAfterMs = performance.now() - start;
    await until(() => place.cards().length >= heads(), patienceMs, 500);
    const ids = place.cards().map((card) => /didbon:[\w-]+:([\w-]{8,})/.exec(JSON.stringify(card.components))?.[1]);
    return {
      counted: counted(),
      countedAfterMs,
      flags: one('select count(*) from flag'),
      heads: heads(),
      cards: ids.length,
      cardsDoubled: ids.length - new Set(ids).size,
      cardsAfterMs: performance.now() - start,
    };
  } finally {
    database.close();
  }
}
