import { describe, expect, it } from '@jest/globals';
import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  type ButtonInteraction,
  ComponentType,
  Events,
  type Interaction,
  MessageFlags,
  SlashCommandBuilder,
  TextInputStyle,
} from 'discord.js';
import { aBot, aDiscord, textChannel } from './a-discord.js';

/** A card with one button, and a bot that answers presses of it as told. */
async function aCard(answer: (press: ButtonInteraction) => Promise<unknown>, acknowledgeMs = 3000) {
  const discord = await aDiscord({ acknowledgeMs });
  const bot = await aBot(discord.server);
  bot.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isButton()) void answer(interaction);
  });
  const place = await textChannel(bot, discord.channel);
  const card = await place.send({
    embeds: [{ title: 'alert' }],
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Confirm', custom_id: 'confirm:7' }] }],
  });
  const press = () => discord.server.press(card.id, 'confirm:7', discord.author);
  return { ...discord, bot, card, press };
}

describe('pressing a button', () => {
  it('tells the bot who pressed what, where, and what they may do there', async () => {
    const told: unknown[] = [];
    const { author, card, channel, guild, press } = await aCard(async (button) => {
      told.push(button.user.id, button.customId, button.message.id, button.channelId, button.guildId);
      told.push(button.memberPermissions?.has('ModerateMembers'), button.memberPermissions?.has('SendMessages'));
      await button.update({});
    });
    await press();
    expect(told).toEqual([author, 'confirm:7', card.id, channel, guild, false, true]);
  });

  it('shows a private answer to the presser only', async () => {
    const { server, channel, press } = await aCard((button) =>
      button.reply({ content: 'not for you', flags: MessageFlags.Ephemeral }),
    );
    const outcome = await press();
    expect(outcome.ephemeral.map((reply) => reply.content)).toEqual(['not for you']);
    expect(outcome.updated).toBeUndefined();
    expect(server.messageCount(channel)).toBe(1);
  });

  it('updates the card', async () => {
    const { server, channel, press } = await aCard((button) =>
      button.update({ embeds: [{ title: 'confirmed' }], components: [] }),
    );
    const outcome = await press();
    expect(outcome.updated?.embeds[0]?.title).toBe('confirmed');
    expect(server.messages(channel)[0]?.components).toEqual([]);
    await expect(press()).rejects.toThrow('no such button');
  });

  it('waits for the answer of a bot that asked for patience, and counts an edit of the card as one', async () => {
    const deferred = await aCard(async (button) => {
      await button.deferReply({ flags: MessageFlags.Ephemeral });
      await button.editReply('thought about it');
    });
    expect((await deferred.press()).ephemeral[0]?.content).toBe('thought about it');

    const edited = await aCard(async (button) => {
      await button.deferUpdate();
      await button.message.edit({ embeds: [{ title: 'decided' }] });
    });
    expect((await edited.press()).updated?.embeds[0]?.title).toBe('decided');

    const followed = await aCard(async (button) => {
      await button.deferUpdate();
      await button.followUp({ content: 'also', flags: MessageFlags.Ephemeral });
    });
    expect((await followed.press()).ephemeral[0]?.content).toBe('also');
  });

  it('lets a button in a private answer be pressed, too', async () => {
    const { server, author, press } = await aCard((button) =>
      button.customId === 'sure'
        ? button.update({ content: 'gone', components: [] })
        : button.reply({
            content: 'sure?',
            flags: MessageFlags.Ephemeral,
            components: [{ type: 1, components: [{ type: 2, style: 4, label: 'Yes', custom_id: 'sure' }] }],
          }),
    );
    const [question] = (await press()).ephemeral;
    const outcome = await server.press(question?.id ?? '', 'sure', author);
    expect(outcome.updated?.content).toBe('gone');
  });

  it('fails when the bot says nothing in time', async () => {
    const { press } = await aCard(async () => {}, 200);
    expect((await press()).callback).toBeUndefined();
  });

  it('lets the bot answer once only', async () => {
    const errors: unknown[] = [];
    const { press, server } = await aCard(async (button) => {
      await button.reply('one');
      await button.client.rest
        .post(`/interactions/${button.id}/${button.token}/callback`, {
          body: { type: 4, data: { content: 'two' } },
          auth: false,
        })
        .catch((error: unknown) => errors.push(error));
    });
    await press();
    await server.until(() => errors.length === 1);
    expect(errors[0]).toMatchObject({ status: 400, code: 40060 });
  });
});

describe('slash commands', () => {
  it('are registered, used and answered', async () => {
    const { server, guild, channel, author } = await aDiscord();
    const bot = await aBot(server);
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply(`7d: ${interaction.options.getString('last')}`);
    });
    const command = new SlashCommandBuilder().setName('report').setDescription('The week in figures');
    await bot.application.commands.set([command], guild);
    const outcome = await server.command(channel, 'report', author, [{ name: 'last', type: 3, value: '7d' }]);
    expect(outcome.replies[0]?.content).toBe('7d: 7d');
  });
});

describe('forms', () => {
  const form = (title: string): APIModalInteractionResponseCallbackData => ({
    custom_id: 'why:7',
    title,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.TextInput, custom_id: 'text', label: 'Why?', style: TextInputStyle.Short }],
      },
    ],
  });

  it('are opened by a press, sent field by field, and answered on the message that they came from', async () => {
    const { server, channel, author, bot, card, press } = await aCard((button) => button.showModal(form('Why?')));
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isModalSubmit() && interaction.isFromMessage())
        void interaction.update({ content: interaction.fields.getTextInputValue('text') });
    });
    expect((await press()).modal?.['custom_id']).toBe('why:7');
    const outcome = await server.submit(channel, 'why:7', author, { fields: { text: 'because' }, from: card.id });
    expect(outcome.updated?.content).toBe('because');
  });

  it('are refused with a title that Discord finds too long', async () => {
    const errors: unknown[] = [];
    const { server, press } = await aCard(
      (button) => button.showModal(form('x'.repeat(46))).catch((error: unknown) => errors.push(error)),
      200,
    );
    await press();
    await server.until(() => errors.length === 1);
    expect(errors[0]).toMatchObject({ status: 400, code: 50035 });
  });
});

describe('menus', () => {
  const menu = (description: string) => ({
    content: 'choose',
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.StringSelect, custom_id: 'menu', options: [{ label: 'A', value: 'a', description }] },
        ],
      },
    ],
  });

  it('tell the bot what was chosen', async () => {
    const { server, channel, author } = await aDiscord();
    const bot = await aBot(server);
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isStringSelectMenu()) void interaction.update({ content: interaction.values.join() });
    });
    const message = await (await textChannel(bot, channel)).send(menu('short'));
    expect((await server.press(message.id, 'menu', author, ['a'])).updated?.content).toBe('a');
  });

  it('are refused with descriptions that Discord finds too long', async () => {
    const { server, channel } = await aDiscord();
    const place = await textChannel(await aBot(server), channel);
    await expect(place.send(menu('x'.repeat(101)))).rejects.toMatchObject({ status: 400, code: 50035 });
  });
});

describe('commands on a message', () => {
  it('bring the message with them, and only its user sees a private answer', async () => {
    const { server, guild, channel, author } = await aDiscord();
    const other = server.addMember(guild, 'Zarina');
    const bot = await aBot(server);
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        void interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral });
    });
    await bot.application.commands.set([{ type: ApplicationCommandType.Message, name: 'Look at this' }]);
    const message = server.post(channel, author, 'hello');
    await server.useOnMessage(message, 'Look at this', author);
    expect(server.toldPrivately(author).map(({ content }) => content)).toEqual(['hello']);
    expect(server.toldPrivately(other)).toEqual([]);
  });
});
