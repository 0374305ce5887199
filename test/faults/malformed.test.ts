import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALL, CHAT } from '../journeys/a-community.js';
import { type AFaultyCommunity, aFaultyCommunity, until } from './a-faulty-community.js';
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

interface Mutation {
  readonly part: string;
  readonly wrong: unknown;
}

function mutated(frame: string, { part, wrong }: Mutation): string {
  const packet = JSON.parse(frame);
  const path = part.split('.');
  const last = path.pop() ?? '';
  const holder = path.reduce((value, name) => value?.[name], packet.d);
  if (typeof holder === 'object' && holder !== null) holder[last] = wrong;
  return JSON.stringify(packet);
}

/** The next packet of this event carries something wrong in this part. */
function mutateNext({ proxy }: AFaultyCommunity, event: string, part: string, wrong: unknown): void {
  const left = [event];
  proxy.gateway((frame) => {
    const isIt = left.length > 0 && frame.includes(`"t":"${event}"`);
    return [isIt && left.pop() !== undefined ? mutated(frame, { part, wrong }) : frame];
  });
}

/** Each of the next messages carries what is wrong with it; undefined leaves it whole. Answers whether a new session has begun since. */
function mutateEach({ proxy }: AFaultyCommunity, mutations: readonly (Mutation | undefined)[]): () => boolean {
  const seen = { messages: 0, ready: false };
  proxy.gateway((frame) => {
    seen.ready ||= frame.includes('"t":"READY"');
    if (!frame.includes('"t":"MESSAGE_CREATE"')) return [frame];
    const mutation = mutations[seen.messages++];
    return [mutation === undefined ? frame : mutated(frame, mutation)];
  });
  return () => seen.ready;
}

function isNamed({ logged }: AFaultyCommunity, event: string, reason: string): boolean {
  return logged.some((line) => line.includes('was not read') && line.includes(event) && line.includes(`"${reason}"`));
}

describe('a malformed deletion', () => {
  it.each([
    ['MESSAGE_DELETE', 'id', null],
    ['MESSAGE_DELETE', 'channel_id', 'x'],
    ['MESSAGE_DELETE', 'channel_id', undefined],
    ['MESSAGE_DELETE', 'guild_id', 7],
  ])('is named, and made good from the channel (%s: %s is %p)', async (event, part, wrong) => {
    const place = await aFaultyCommunity(1);
    const bot = await place.watch();
    const gone = place.server.post(place.general, place.member, `${CALL} 1`);
    place.server.post(place.general, place.member, `${CALL} 2`);
    await until('the cards', () => place.cards().length === 2);
    await bot.app.idle();
    mutateNext(place, event, part, wrong);
    place.server.delete(gone);
    const marked = () =>
      place.cards().flatMap(({ embeds: [embed] }) => (embed?.description?.includes('Deleted in Discord') ? embed : []));
    await until('the mark', () => marked().length > 0);
    await bot.app.idle();
    expect(marked().map(({ description }) => description?.includes(`${CALL} 1`))).toEqual([true]);
    expect(isNamed(place, event, part)).toBe(true);
  });
});

describe('a malformed edit', () => {
  it('is named, and made good from the channel', async () => {
    const place = await aFaultyCommunity(1);
    const bot = await place.watch();
    const edited = place.server.post(place.general, place.member, CHAT);
    await until('the message', async () => (await bot.store.counts.total(place.community.guildId)) === 1);
    mutateNext(place, 'MESSAGE_UPDATE', 'id', 'x');
    place.server.edit(edited, CALL);
    await until('the card', () => place.cards().length === 1);
    expect(isNamed(place, 'MESSAGE_UPDATE', 'id')).toBe(true);
  });
});

describe('a malformed press', () => {
  it.each([
    ['guild_id', 7],
    ['type', null],
    ['token', null],
    ['data.custom_id', undefined],
    ['data', null],
    ['member', null],
  ])('is named, and the next one works (%s is %p)', async (part, wrong) => {
    const place = await aFaultyCommunity(1);
    const bot = await place.watch();
    place.server.post(place.general, place.member, CALL);
    await until('the card', () => place.cards().length === 1);
    await bot.app.idle();
    const [card] = place.cards();
    const button = /didbon:claim:[\w-]+/.exec(JSON.stringify(card?.components))?.[0] ?? '';
    mutateNext(place, 'INTERACTION_CREATE', part, wrong);
    const lost = place.server.press(card?.id ?? '', button, place.moderator).catch(() => undefined);
    await until('its name', () =>
      place.logged.some((line) => line.includes('was not read') && line.includes('INTERACTION_CREATE')),
    );
    await place.server.press(card?.id ?? '', button, place.moderator);
    await until('the claim', () => JSON.stringify(place.cards()).includes(place.moderator));
    await lost;
  });
});

describe('a message of a channel that nobody knows', () => {
  it('is read from the history when a new session begins, and while a new session has to wait', async () => {
    const place = await aFaultyCommunity(1);
    const bot = await place.watch();
    const post = (name: string) => place.server.post(place.general, place.member, `${CHAT} ${name}`);
    const damage = [undefined, { part: 'channel_id', wrong: LAST_ID }, undefined];

    const renewed = mutateEach(place, damage);
    for (const name of ['a', 'b', 'c']) post(name);
    await until('the new session', renewed);
    await nothingLost(place, bot);
    const renewedAgain = mutateEach(place, damage);
    for (const name of ['d', 'e', 'f']) post(name);
    await nothingLost(place, bot);
    expect(renewedAgain()).toBe(false);
  });
});

describe('malformed messages', () => {
  it('end nothing and lose nothing: each is read from the history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aMutation, { minLength: 150, maxLength: 150 }), async (mutations) => {
        const place = await aFaultyCommunity(1);
        const bot = await place.watch();
        mutateEach(place, mutations);
        for (let burst = 0; burst < 10; burst += 1) await place.talk(15);
        place.proxy.gateway(undefined);
        await place.talk(2);
        await nothingLost(place, bot);
      }),
      // A community for each run, so that a failure names the seed that brings it back; a run that fails takes too long to shrink.
      { numRuns: 1, endOnFailure: true },
    );
  }, 90_000);
});
