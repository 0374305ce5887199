import { describe, expect, it } from '@jest/globals';
import { served } from './a-commanded-community.js';
import { CALL, CHAT, until } from './a-community.js';

describe('Assess this message', () => {
  it('explains a message to the team, and keeps nothing of it', async () => {
    const { place, useOn } = await served();
    const message = place.server.post(place.general, place.member, CHAT);
    expect(await useOn(place.member, message, 'Assess this message')).toContain('Only members');
    expect(await useOn(place.moderator, message, 'Assess this message')).toContain('Nothing was found in it');
    expect(place.cards()).toHaveLength(0);
  });
});

describe('Report to moderators', () => {
  const NAME = 'Report to moderators';

  it('makes a card of a message that the classifier passed, which does not say who reported it', async () => {
    const { place, bot, useOn } = await served();
    const message = place.server.post(place.general, place.member, CHAT);
    const reporter = place.server.addMember(place.guild, 'Witness');
    expect(await useOn(reporter, message, NAME)).toContain('Your name does not stand on the report');
    await until('a card', () => place.cards().length === 1);
    const card = JSON.stringify(place.cards()[0]);
    expect(card).toContain('please review · reported by a member');
    expect(card).toContain(CHAT);
    expect(card).not.toContain(reporter);
    expect(place.logged.join('\n')).not.toContain(CHAT);
    await useOn(reporter, message, NAME);
    await bot.app.idle();
    expect(place.cards()).toHaveLength(1);
  });

  it('is answered the same where the moderators have the message already', async () => {
    const { place, bot, useOn } = await served();
    const message = place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    expect(await useOn(place.reader, message, NAME)).toContain('The moderators will look at this message');
    await bot.app.idle();
    expect(place.cards()).toHaveLength(1);
  });

  it('takes five a day from a member', async () => {
    const { place, useOn } = await served();
    const reporter = place.server.addMember(place.guild, 'Flooder');
    const messages = Array.from({ length: 6 }, (_, n) =>
      place.server.post(place.general, place.member, `${CHAT} ${n}`),
    );
    const answers: string[] = [];
    for (const message of messages) answers.push(await useOn(reporter, message, NAME));
    expect(answers.filter((answer) => answer.includes('write to a moderator'))).toHaveLength(1);
    await until('five cards', () => place.cards().length === 5);
  });

  it('is refused for what the bot is not to read, and for its own messages', async () => {
    const { place, useOn } = await served();
    const inside = place.server.post(place.moderators, place.moderator, CHAT);
    expect(await useOn(place.moderator, inside, NAME)).toContain('does not read this channel');
    const message = place.server.post(place.general, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
    expect(await useOn(place.moderator, place.cards()[0]?.id ?? '', NAME)).toContain('a message of the bot itself');
    expect(message).not.toBe('');
  });

  it('of a message without text says so on the card', async () => {
    const { place, useOn } = await served();
    const message = place.server.post(place.general, place.member, { content: '', attachments: [{ filename: '' }] });
    await useOn(place.reader, message, NAME);
    await until('a card', () => place.cards().length === 1);
    expect(place.cards()[0]?.embeds[0]?.description).toContain('There is no text in it');
  });
});
