import { describe, expect, it, test } from '@jest/globals';
import { ApplicationCommandOptionType as Option, PermissionFlagsBits } from 'discord-api-types/v10';
import { type Options, registered, served } from './a-commanded-community.js';
import { type ACommunity, aCommunity, assessCall, CALL, CHAT, until } from './a-community.js';

const PUT = 'PUT /applications/:application/commands';

describe('the commands', () => {
  it('are registered at the first start, with Russian beside English, and not again while they are the same', async () => {
    const { place, bot } = await served();
    await bot.close();
    const again = await place.startBot();
    await again.app.idle();
    expect(registered(place)).toHaveLength(1);
  });

  it('do not keep the bot from its work where they cannot be registered', async () => {
    const place = await aCommunity();
    place.server.failNext(PUT, 400, 1);
    await place.startBot();
    await until('the complaint', () => place.logged.some((line) => line.includes('commands could not be registered')));
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
  });

  test.each(['status', 'report', 'coverage', 'pause', 'resume'])('%s is the team’s alone', async (name) => {
    const { place, use } = await served();
    expect(await use(place.member, name)).toContain('Only members with a moderator or reader role');
    expect(await use(place.moderator, name)).not.toContain('Only members');
  });

  it('say that a community is not served', async () => {
    const place = await aCommunity();
    await place.startBot({ communities: new Map() });
    await until('the commands', () => registered(place).length === 1);
    const option = { type: Option.Subcommand, name: 'status' } as const;
    const outcome = await place.server.command(place.general, 'didbon', place.moderator, [option]);
    expect(outcome.ephemeral[0]?.content).toContain('does not serve this community');
  });

  it('are carried out although the answer could not be given', async () => {
    const { place, bot } = await served({ server: { acknowledgeMs: 200 } });
    place.server.failNext('POST /interactions/:interaction/:token/callback', 404, 1);
    const option = { type: Option.Subcommand, name: 'pause' } as const;
    await place.server.command(place.general, 'didbon', place.moderator, [option]);
    await until('the pause', async () => (await bot.store.pauses.find(place.community.guildId)) !== undefined);
  });
});

describe('/didbon status', () => {
  it('tells what waits, what was read and by which pack', async () => {
    const { place, use } = await served();
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    const says = await use(place.moderator, 'status');
    expect(says).toContain('alerts not decided yet: 1, of these waiting for their card: 0');
    expect(says).toContain('messages read so far: 1');
    expect(says).toContain('journey@1+00000000');
    expect(says).toContain('Cards come as they are due');
  });
});

describe('/didbon score', () => {
  const text = (value: string): Options => [{ type: Option.String, name: 'text', value }];

  it('explains what is thought of a text, and keeps nothing of it', async () => {
    const { place, bot, use } = await served();
    const says = await use(place.moderator, 'score', text(CALL));
    expect(says).toContain('please review · call to join');
    expect(says).toContain('join the group');
    expect(await use(place.moderator, 'score', text(CHAT))).toContain('Nothing was found in it');
    expect(await bot.store.counts.total(place.community.guildId)).toBe(0);
    expect(place.cards()).toHaveLength(0);
  });
});

describe('/didbon report and coverage', () => {
  it('show privately what was read, and post nothing', async () => {
    const { place, use } = await served();
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    expect(await use(place.moderator, 'report', [{ type: Option.Integer, name: 'days', value: 1 }])).toContain(
      'call to join, please review: 1',
    );
    expect(await use(place.moderator, 'coverage')).toContain('channels read: 1 of 1');
    expect(place.cards()).toHaveLength(1);
  });
});

describe('/didbon budget', () => {
  const perDay = (value: number): Options => [{ type: Option.Integer, name: 'alerts_per_day', value }];

  it('says to the team what so many cards a day would take and cost, and changes nothing', async () => {
    const { place, use } = await served();
    expect(await use(place.moderator, 'budget', perDay(5))).toContain('Nothing was read in the last 28 days');
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    expect(await use(place.member, 'budget', perDay(5))).toContain('Only members');
    const says = await use(place.moderator, 'budget', perDay(5));
    expect(says).toContain('A budget of 5 cards a day');
    expect(says).toContain('`tg`: threshold 1.00 → 1.00 · cards a day 1.0 → 1.0');
    expect(says).toContain('recall given up on written cases: 0 of 1 calls');
    expect(says).toContain('A percentage is shown from 200 verdicts on.');
    expect(place.cards()).toHaveLength(1);
  });
});

describe('/didbon terms search', () => {
  it('lists the words that are found', async () => {
    const { place, useIn } = await served();
    const says = await useIn(place.reader, 'terms', 'search', [{ type: Option.String, name: 'word', value: 'hijrat' }]);
    expect(says).toBe('`ҳиҷрат` · act-travel · `emigrate` · tajik');
  });

  it('says that there is none, and repeats the word without its markup', async () => {
    const { place, useIn } = await served();
    const says = await useIn(place.reader, 'terms', 'search', [
      { type: Option.String, name: 'word', value: '`@everyone' },
    ]);
    expect(says).toContain('No word of the classifier matches `@everyone`');
  });
});

describe('/didbon pause', () => {
  const urgently = (text: string) => ({
    ...assessCall(text),
    ...(text.includes('!!') && { level: 'urgent' as const }),
  });

  it('holds new cards, also over a restart, until somebody resumes; urgent ones come, and messages are read', async () => {
    const { place, bot, use } = await served();
    expect(await use(place.moderator, 'pause')).toContain('Urgent ones come all the same');
    await bot.close();
    const again = await place.startBot({ assess: urgently });
    place.server.post(place.general, place.member, CALL);
    place.server.post(place.general, place.member, `${CALL}!!`);
    await until('the urgent card', () => place.cards().length === 1);
    await until('both', async () => (await again.store.counts.total(place.community.guildId)) === 2);
    await again.app.idle();
    expect(place.cards()).toHaveLength(1);
    const says = await use(place.reader, 'status');
    expect(says).toContain(`Paused by <@${place.moderator}>`);
    expect(says).toContain('waiting for their card: 1');
    expect(await use(place.reader, 'resume')).toContain('Resumed');
    await until('the other card', () => place.cards().length === 2);
    expect(await use(place.reader, 'resume')).toContain('There was no pause');
  });

  it('holds urgent ones, too, where that is asked for', async () => {
    const { place, bot, use } = await served();
    await bot.close();
    const again = await place.startBot({ assess: urgently });
    await use(place.moderator, 'pause', [{ type: Option.Boolean, name: 'urgent', value: true }]);
    place.server.post(place.general, place.member, `${CALL}!!`);
    await until('it is read', async () => (await again.store.counts.total(place.community.guildId)) === 1);
    await again.app.idle();
    expect(place.cards()).toHaveLength(0);
  });
});

describe('/didbon forget user', () => {
  const who = (place: ACommunity): Options => [{ type: Option.User, name: 'who', value: place.member }];

  it('needs Manage Server, and erases text and ids from the store and from the cards', async () => {
    const { place, bot, useIn } = await served();
    place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    expect(await useIn(place.moderator, 'forget', 'user', who(place))).toContain('Manage Server');
    const role = place.server.addRole(place.guild, 'Owners', PermissionFlagsBits.ManageGuild);
    place.server.setRoles(place.guild, place.moderator, [role, ...place.community.moderatorRoles]);
    expect(await useIn(place.moderator, 'forget', 'user', who(place))).toContain('Erased: 1 flagged messages');
    await until('the card', () =>
      (place.cards()[0]?.embeds[0]?.description ?? '').includes('The text has been erased'),
    );
    expect(JSON.stringify(place.cards())).not.toContain(place.member);
    await bot.app.idle();
  });
});
