import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { aCard } from './a-card.js';
import { until } from './a-community.js';

describe('a claim', () => {
  it('shows on the card, with Release in the place of Claim, and goes again', async () => {
    const card = await aCard();
    await card.press('claim', card.place.moderator);
    await until('the claim', () => card.says().includes(`<@${card.place.moderator}> is looking at it`));
    expect(JSON.stringify(card.place.cards()[0]?.components)).not.toContain('didbon:claim:');
    await card.press('release', card.place.reader);
    await until('the release', () => !card.says().includes('is looking at it'));
    expect(await card.history()).toEqual(['claimed', 'released']);
  });

  it('is one person’s when two press at the same time, and the other is told whose', async () => {
    const card = await aCard();
    const { moderator, reader, server } = card.place;
    await Promise.all([card.press('claim', moderator), card.press('claim', reader)]);
    const told = () => [...server.toldPrivately(moderator), ...server.toldPrivately(reader)];
    await until('the other to be told', () => told().length === 1);
    expect(told()[0]?.content).toContain('is looking at it already');
    expect(await card.history()).toEqual(['claimed']);
  });

  it('keeps nobody from deciding', async () => {
    const card = await aCard();
    await card.press('claim', card.place.moderator);
    await card.press('confirm', card.place.reader);
    await until('the verdict', () => card.says().includes(`Confirmed by <@${card.place.reader}>`));
    expect(card.says()).not.toContain('is looking at it');
  });
});

describe('somebody who cannot tell', () => {
  it('says so on the card, gives the claim back, and leaves the alert open', async () => {
    const card = await aCard();
    await card.press('claim', card.place.moderator);
    await card.press('unsure', card.place.moderator);
    await until('the mark', () => card.says().includes(`<@${card.place.moderator}> could not tell`));
    expect(card.says()).not.toContain('is looking at it');
    await card.press('unsure', card.place.moderator);
    await card.told(card.place.moderator, 'You have said so already');
    await card.press('false-alarm', card.place.reader);
    await until('the verdict', () => card.says().includes('False alarm by'));
  });
});

describe('Ask a reader', () => {
  const calls = ({ place }: Awaited<ReturnType<typeof aCard>>) =>
    place.cards().filter((message) => message.embeds[0]?.title === 'A reader is needed');

  it('calls the readers of that language once, with a link and nothing of what was written', async () => {
    const card = await aCard();
    await Promise.all([card.choose('ask-reader', card.place.moderator), card.choose('ask-reader', card.place.reader)]);
    await until('the call', () => calls(card).length === 1);
    await card.choose('history', card.place.moderator);
    await card.told(card.place.moderator, 'asked the readers');
    await card.bot.app.idle();
    const [call] = calls(card);
    expect(calls(card)).toHaveLength(1);
    expect(call?.mention_roles).toEqual(card.place.community.readerRoles.tajik);
    expect(call?.embeds[0]?.description).toContain(`/${card.message}`);
    expect(JSON.stringify(call)).not.toContain('ДИИШ');
    expect(card.says()).toContain('Readers were asked');
  });

  it('says that there is nobody to ask where no reader role is set', async () => {
    const card = await aCard({ community: { readerRoles: { tajik: [], uzbek: [], russian: [] } } });
    await card.choose('ask-reader', card.place.moderator);
    await card.told(card.place.moderator, 'No reader role is set for this language (tg)');
  });

  it('finds the call that went out before the bot was stopped, and makes no second one', async () => {
    const card = await aCard();
    await card.choose('ask-reader', card.place.moderator);
    await until('the call', () => calls(card).length === 1);
    await card.bot.close();
    const again = await card.place.startBot();
    await again.app.idle();
    expect(calls(card)).toHaveLength(1);
  });

  it('goes out after a restart where Discord did not take it', async () => {
    const card = await aCard();
    await card.bot.app.idle();
    card.place.server.failNext('POST /channels/:channel/messages', 403, 1);
    await card.choose('ask-reader', card.place.moderator);
    await card.bot.app.idle();
    expect(calls(card)).toHaveLength(0);
    await card.bot.close();
    await card.place.startBot();
    await until('the call', () => calls(card).length === 1);
  });
});

describe('a hold', () => {
  const hold = async (card: Awaited<ReturnType<typeof aCard>>, by: string, reason: string) => {
    const { modal } = await card.choose('hold', by);
    const customId = String(modal?.['custom_id']);
    return await card.place.server.submit(card.place.moderators, customId, by, {
      fields: { text: reason },
      from: card.message,
    });
  };

  it('asks for a reason in a form, stands on the card with it, and keeps the text past the author’s deletion', async () => {
    const card = await aCard();
    await hold(card, card.place.moderator, 'Given to *Discord* @everyone');
    await until('the hold', () => card.says().includes(`Kept by <@${card.place.moderator}>`));
    expect(card.says()).toContain('Given to \\*Discord\\*');
    card.place.server.delete(card.about);
    await until('the deletion', () => card.says().includes('Deleted in Discord'));

    const later = new Date(Date.now() + 1_000);
    const long = new Date(0);
    const rest = { textBefore: long, confirmedBefore: long, countsBefore: long, auditBefore: long, now: later };
    const limits = { deletedBefore: later, ...rest };
    const { guildId } = card.place.community;
    expect(await card.bot.store.flags.eraseExpired(guildId, limits)).toBe(0);
    await card.choose('unhold', card.place.reader);
    await until('its end', () => !card.says().includes('Kept by'));
    expect(await card.bot.store.flags.eraseExpired(guildId, limits)).toBe(1);
  });

  it('opens no form for a member without a role, and stores nothing where one is forged', async () => {
    const card = await aCard();
    const refused = await card.choose('hold', card.place.member);
    expect(refused.modal).toBeUndefined();
    await card.told(card.place.member, 'Only members with a moderator or reader role');
    await card.place.server.submit(card.place.general, `didbon:hold:${card.id}`, card.place.member, {
      fields: { text: 'forged' },
    });
    expect(await card.history()).toEqual([]);
  });

  it('tells the second of two who is keeping it already', async () => {
    const card = await aCard();
    await hold(card, card.place.moderator, 'first');
    await hold(card, card.place.reader, 'second');
    await card.told(card.place.reader, `<@${card.place.moderator}> is keeping it already`);
    expect((await card.bot.store.alerts.find(card.id))?.marks?.hold?.reason).toBe('first');
  });

  it('counts though the form’s token had expired', async () => {
    const card = await aCard({ server: { acknowledgeMs: 200 } });
    await card.choose('hold', card.place.moderator);
    card.place.server.failNext('POST /interactions/:interaction/:token/callback', 404, 1);
    const customId = `didbon:hold:${card.id}`;
    await card.place.server.submit(card.place.moderators, customId, card.place.moderator, {
      fields: { text: 'kept' },
      from: card.message,
    });
    await until('the hold', () => card.says().includes('Kept by'));
  });
});

describe('the history of a card', () => {
  it('tells privately who did what, oldest first', async () => {
    const card = await aCard();
    await card.press('claim', card.place.moderator);
    await card.press('confirm', card.place.reader);
    await card.choose('history', card.place.moderator);
    await card.told(card.place.moderator, 'History of this card');
    const lines = card.place.server.toldPrivately(card.place.moderator).at(-1)?.content.split('\n') ?? [];
    expect(lines.map((line) => line.replace(/^<t:\d+:f> /, ''))).toEqual([
      '**History of this card**',
      'flagged',
      'the card was posted',
      `<@${card.place.moderator}> claimed`,
      `<@${card.place.reader}> confirmed`,
    ]);
  });
});

describe('the buttons of an alert of another community', () => {
  it('do nothing', async () => {
    const card = await aCard();
    const { server } = card.place;
    const elsewhere = server.addGuild('Elsewhere');
    const channel = server.addChannel(elsewhere, 'moderators');
    const role = server.addRole(elsewhere, 'Moderators', 1n << 40n);
    const stranger = server.addMember(elsewhere, 'Stranger', [role]);
    await server
      .submit(channel, `didbon:hold:${card.id}`, stranger, { fields: { text: 'forged' } })
      .catch(() => undefined);
    expect((await card.bot.store.alerts.find(card.id))?.marks).toBeUndefined();
    expect(card.place.community.guildId).not.toBe(toSnowflake(elsewhere));
  });
});
