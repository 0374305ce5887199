import { pause } from '../soak/bot-process.mjs';

const TICK_MS = 5;
/** One message in so many is a call. */
const CALL_EACH = 100;

/**
 * Posts at an even rate until the time is over or the signal aborts. Answers how many messages and calls there were, and the
 * rate that was reached: the local Discord may be slower than what was asked.
 */
export async function postEvenly(place, texts, { rate, seconds, postedAt, signal }) {
  const { server, channels, cipher } = place;
  const start = performance.now();
  const counts = { messages: 0, calls: 0 };
  const postOne = () => {
    const { id, member } = channels[counts.messages % channels.length];
    counts.messages += 1;
    if (counts.messages % CALL_EACH !== 0) {
      server.post(id, member, texts.chat[(counts.messages * 7) % texts.chat.length]);
      return;
    }
    const at = performance.now();
    const posted = server.post(id, member, texts.call(counts.calls));
    postedAt.set(cipher.hash('message', posted), at);
    counts.calls += 1;
  };
  for (let elapsed = 0; elapsed < seconds && !signal?.aborted; elapsed = (performance.now() - start) / 1_000) {
    const due = Math.floor(elapsed * rate);
    // At most what fits one tick at ten times the rate: a machine that fell behind is not to send one huge burst.
    for (let n = Math.min(due - counts.messages, (rate * TICK_MS) / 100); n > 0; n -= 1) postOne();
    await pause(TICK_MS);
  }
  return { ...counts, perSecond: counts.messages / ((performance.now() - start) / 1_000) };
}
