import { describe, expect, it } from '@jest/globals';
import { Events } from 'discord.js';
import type { Clock } from '../../src/ports/clock.js';
import { CONVERSATION } from '../../src/sandbox/community/conversation.js';
import { pauseBefore, playCommunity } from '../../src/sandbox/community/play-community.js';
import type { Purpose, Step } from '../../src/sandbox/community/step.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { aBot } from './a-discord.js';

const clock: Clock = { now: () => new Date(), sleep: async () => {} };

async function aSandbox() {
  const sandbox = await createSandbox({ clock, rates: 'none' });
  return { sandbox, [Symbol.asyncDispose]: sandbox.close };
}

const steps = (purpose: Purpose): readonly Step[] =>
  CONVERSATION.filter((step) => 'purpose' in step && step.purpose === purpose);

describe('the sample community', () => {
  it('talks for two to three minutes, and the first call comes within ten seconds', () => {
    const at = CONVERSATION.map((_, index) =>
      CONVERSATION.slice(0, index + 1).reduce((sum, step) => sum + pauseBefore(step), 0),
    );
    const first = CONVERSATION.findIndex((step) => 'purpose' in step && step.purpose === 'call');
    expect(at[first]).toBeLessThan(10_000);
    expect(at.at(-1)).toBeGreaterThan(120_000);
    expect(at.at(-1)).toBeLessThan(180_000);
  });

  it('says about 150 things, a dozen of them calls and twice as many that only look like one', () => {
    expect(CONVERSATION.length).toBeGreaterThan(140);
    expect(CONVERSATION.length).toBeLessThan(170);
    expect(steps('call').length).toBeGreaterThanOrEqual(12);
    expect(steps('near').length).toBeGreaterThanOrEqual(2 * steps('call').length);
  });

  it('writes its calls as short, flat fragments', () => {
    for (const step of steps('call')) expect(JSON.stringify(step).length).toBeLessThan(180);
  });

  it('says nothing twice', () => {
    const said = CONVERSATION.flatMap((step) =>
      step.do === 'say' && typeof step.text === 'string' ? [step.text] : [],
    );
    expect(new Set(said).size).toBe(said.length);
  });

  it('is played to a bot whole: messages, edit, deletion, thread and forum posts', async () => {
    await using world = await aSandbox();
    const { sandbox } = world;
    const bot = await aBot(sandbox.server);
    const seen = { messages: 0, edits: 0, deletions: 0, threads: 0 };
    bot.on(Events.MessageCreate, () => {
      seen.messages += 1;
    });
    bot.on(Events.MessageUpdate, (_old, message) => {
      if (message.editedTimestamp !== null) seen.edits += 1;
    });
    bot.on(Events.MessageDelete, () => {
      seen.deletions += 1;
    });
    bot.on(Events.ThreadCreate, () => {
      seen.threads += 1;
    });
    const steps: number[] = [];
    const played = await sandbox.play({ pace: 'fast', onStep: (so) => steps.push(so.steps) });
    await sandbox.server.until(() => seen.messages >= played.messages);

    expect(seen).toEqual({ messages: played.messages, edits: 1, deletions: 1, threads: 4 });
    expect([played.steps, played.edits, played.deletions]).toEqual([CONVERSATION.length, 1, 1]);
    expect(steps.at(-1)).toBe(CONVERSATION.length);
    expect(new Set(played.calls).size).toBe(played.calls.length);
    const { channels, people } = sandbox;
    const edited = sandbox.server.messages(channels.general).find((message) => message.edited_timestamp !== null);
    expect([edited?.author.id, played.calls.includes(edited?.id ?? '')]).toEqual([people.guest, true]);
    expect(sandbox.server.messageCount(sandbox.moderatorChannelId)).toBe(0);
  });

  it('falls silent when told to', async () => {
    await using world = await aSandbox();
    const { sandbox } = world;
    const stop = new AbortController();
    const played = await playCommunity(sandbox.server, sandbox, {
      pace: 'human',
      clock,
      signal: stop.signal,
      onStep: ({ steps }) => {
        if (steps === 5) stop.abort();
      },
    });
    expect(played.steps).toBe(5);
  });

  it('lets only moderators and the bot into the moderator channel', async () => {
    await using world = await aSandbox();
    const { sandbox } = world;
    const bot = await aBot(sandbox.server);
    const channel = await bot.channels.fetch(sandbox.moderatorChannelId);
    if (channel === null || !('send' in channel)) throw new Error('no channel to send to');
    const card = await channel.send({
      content: 'alert',
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Claim', custom_id: 'claim' }] }],
    });
    const { server, people } = sandbox;
    await expect(server.press(card.id, 'claim', people.zafar)).rejects.toThrow(/cannot see/);
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton())
        void interaction.reply(`moderator: ${interaction.memberPermissions?.has('ModerateMembers')}`);
    });
    const outcome = await server.press(card.id, 'claim', sandbox.moderators.parviz);
    expect(outcome.replies[0]?.content).toBe('moderator: true');
  });
});
