import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { aFaultyCommunity } from './a-faulty-community.js';
import { nothingLost } from './nothing-lost.js';

/** Parts of a message that Discord sends, some only at times. Its text may only be wrong, not another: that nobody could notice. */
const PARTS = [
  ...['id', 'channel_id', 'guild_id', 'author', 'author.id', 'author.username', 'member', 'member.roles', 'content'],
  ...['type', 'timestamp', 'edited_timestamp', 'attachments', 'embeds', 'mentions', 'mention_roles', 'components'],
  ...[
    'flags',
    'thread',
    'poll',
    'interaction',
    'message_snapshots',
    'sticker_items',
    'referenced_message',
    'reactions',
  ],
  ...['mention_channels', 'webhook_id', 'application_id', 'message_reference', 'role_subscription_data', 'call'],
];

const WRONG = [undefined, null, 7, -1, 1e300, true, [], {}, [null], [7], [{}], { id: 7 }, { id: 'x' }];

/** The id that would claim everything that is still to come. */
const LAST_ID = '18446744073709551615';

const aMutation = fc.oneof(
  fc.record({ part: fc.constantFrom(...PARTS), wrong: fc.constantFrom(...WRONG) }),
  fc.record({
    part: fc.constantFrom('id', 'author.id', 'channel_id'),
    wrong: fc.constantFrom(LAST_ID, 'x', '9'.repeat(40)),
  }),
);

function mutated(frame: string, { part, wrong }: { readonly part: string; readonly wrong: unknown }): string {
  const packet = JSON.parse(frame);
  const path = part.split('.');
  const last = path.pop() ?? '';
  const holder = path.reduce((value, name) => value?.[name], packet.d);
  if (typeof holder === 'object' && holder !== null) holder[last] = wrong;
  return JSON.stringify(packet);
}

describe('malformed messages', () => {
  it('end nothing and lose nothing: each is read from the history', async () => {
    const place = await aFaultyCommunity(1);
    const bot = await place.watch();
    await fc.assert(
      fc.asyncProperty(fc.array(aMutation, { minLength: 15, maxLength: 15 }), async (mutations) => {
        const left = [...mutations];
        place.proxy.gateway((frame) => {
          const next = frame.includes('"t":"MESSAGE_CREATE"') ? left.pop() : undefined;
          return [next === undefined ? frame : mutated(frame, next)];
        });
        await place.talk(15);
      }),
      { numRuns: 10 },
    );
    place.proxy.gateway(undefined);
    await place.talk(2);
    await nothingLost(place, bot);
  }, 90_000);
});
