/**
 * One of two processes that write to a database at once. Takes its task as JSON in argv, says `ready` on stdout, waits for a
 * line on stdin, says `round` after each round, and at the end what it counted, flagged and decided as JSON.
 */
import { once } from 'node:events';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { openStore } from '../../src/store/open-store.js';
import { aBatch, aFlag, CHANNEL, minutesLater, OTHER_CHANNEL } from './store-samples.js';
import { readWriterTask, type WriterResult } from './writer-task.js';

const task = readWriterTask(process.argv[2] ?? '');
const store = await openStore(task.store);
process.stdout.write('ready\n');
await once(process.stdin, 'data');

let counted = 0;
let flagged = 0;
let won = 0;
const ownChannel = toSnowflake(String(BigInt(OTHER_CHANNEL) + BigInt(task.number)));
for (let round = 0; round < task.rounds; round += 1) {
  const first = round * 10;
  const shared = await store.ledger.commit(
    aBatch(first, first + 12, { flags: [aFlag(first, { id: `f-${first}-${task.number}` })] }),
  );
  const own = await store.ledger.commit(aBatch(first, first + 9, { channelId: ownChannel }));
  counted += shared.counted + own.counted;
  flagged += shared.newFlags.length;
  for (const number of [1, 2]) {
    const verdict = { kind: 'confirmed', by: toSnowflake(String(task.number)), at: minutesLater(round) } as const;
    if ((await store.alerts.decide(`f-${first}-${number}`, verdict))?.won === true) won += 1;
  }
  process.stdout.write('round\n');
}
const leased = await store.lease.acquire('bot', `writer-${task.number}`, minutesLater(0), 60_000);
await store.close();
const result: WriterResult = { counted, flagged, won, leased, channel: CHANNEL };
process.stdout.write(`${JSON.stringify(result)}\n`);
process.stdin.destroy();
