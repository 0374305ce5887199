import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { type DiscordServer, startDiscordServer } from '../../src/sandbox/discord/server.js';
import { settingsFolder } from '../settings/settings-folder.js';
import { trainedPack } from './a-pack.js';
import { type Ran, runCli } from './run-cli.js';

const READ = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
const POST = READ | PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles;

/** What a community is looked at beside: most here is about Discord, and the pack that is shipped takes a while to read. */
const files: { pack: string } = { pack: '' };
beforeAll(() => {
  files.pack = trainedPack();
});

const servers: DiscordServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A community with a general and a moderator channel, in which the bot has a role. */
async function community(permissions: bigint = POST) {
  const server = await startDiscordServer({ clock: { now: () => new Date() }, rates: 'none' });
  servers.push(server);
  const guild = server.addGuild('Ҳамшаҳриҳо');
  server.setPermissions(guild, guild, 0n);
  const role = server.addRole(guild, 'Дидбон', permissions);
  server.setRoles(guild, server.botId, [role]);
  const general = server.addChannel(guild, 'general');
  const moderators = server.addChannel(guild, 'moderators');
  return { server, guild, role, general, moderators };
}

async function doctor(
  { server, guild, moderators }: Awaited<ReturnType<typeof community>>,
  over: { readonly token?: string; readonly settings?: string; readonly guild?: string; readonly vitals?: string } = {},
): Promise<Ran> {
  const yaml = `communities:\n  "${over.guild ?? guild}":\n    moderatorChannel: "${moderators}"\n${over.settings ?? ''}`;
  const cwd = settingsFolder({ yaml });
  const env = {
    DIDBON_TOKEN: over.token ?? server.token,
    DIDBON_DISCORD_API: server.apiUrl,
    DIDBON_PACK_DIR: files.pack,
    DIDBON_VITALS: over.vitals ?? '',
  };
  return await runCli(['doctor'], { cwd, env });
}

describe('doctor', () => {
  it('finds nothing in the way of a bot that may do all it needs', async () => {
    const place = await community();
    const { out } = await doctor(place);
    expect(out).toMatch(/ok +token: it is that of/);
    expect(out).toMatch(/ok +message content: the application may read messages/);
    expect(out).toContain(`ok      community ${place.guild}: the bot is a member of «Ҳамшаҳриҳо»`);
    expect(out).toContain('cards can be posted in #moderators');
    expect(out).toContain('1 of 1 can be read');
    expect(out).toMatch(/key: .* will be made on the first start/);
    expect(out).toMatch(/database: .* will be made on the first start/);
  });

  it.each([
    [200, 'ready', /ok +running bot: ready/],
    [503, 'reading of history is paused', /FAULT +running bot: reading of history is paused/],
  ])('says how the running bot is (%d)', async (status, text, expected) => {
    const bot = createServer((_request, response) => response.writeHead(status).end(`${text}\n`));
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', () => resolve()));
    const address = bot.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { out } = await doctor(await community(), { vitals: `127.0.0.1:${port}` });
    expect(out).toMatch(expected);
    bot.close();
    expect((await doctor(await community(), { vitals: `127.0.0.1:${port}` })).out).toMatch(
      /notice +running bot: nothing/,
    );
  });

  it('prints an invite link with the least permissions', async () => {
    const place = await community();
    const { out } = await doctor(place);
    expect(out).toContain(
      `https://discord.com/oauth2/authorize?client_id=${place.server.applicationId}&scope=bot&permissions=${POST}`,
    );
  });

  it('names a wrong token and says what to do', async () => {
    const { out, code } = await doctor(await community(), { token: 'wrong-token' });
    expect(out).toMatch(/FAULT +token: .*401/);
    expect(out).toContain('→ reset the token');
    expect(code).toBe(1);
  });

  it('names a token that is not set', async () => {
    const { out, code } = await runCli(['doctor']);
    expect(out).toMatch(/FAULT +token: DIDBON_TOKEN is not set\n +→ copy the token/);
    expect(out).toMatch(/FAULT +settings: .* serves no community/);
    expect(code).toBe(1);
  });

  it('names a missing message-content intent and where to switch it on', async () => {
    const place = await community();
    place.server.allowIntents({ messageContent: false });
    const { out, code } = await doctor(place);
    expect(out).toMatch(/FAULT +message content: the application may not read/);
    expect(out).toContain(`/applications/${place.server.applicationId}/bot`);
    expect(code).toBe(1);
  });

  it('names a community that the bot is not in, with the link to invite it', async () => {
    const { out, code } = await doctor(await community(), { guild: '999999999999999999' });
    expect(out).toMatch(/FAULT +community 999999999999999999: the bot is no member of it/);
    expect(out).toContain('→ invite it: https://discord.com/oauth2/authorize');
    expect(code).toBe(1);
  });

  it('names what is missing in the moderator channel', async () => {
    const { out } = await doctor(await community(READ));
    expect(out).toMatch(/cards cannot be posted in #moderators: Send Messages, Embed Links are missing/);
  });

  it.each([
    ['Send Messages', PermissionFlagsBits.SendMessages],
    ['Embed Links', PermissionFlagsBits.EmbedLinks],
    ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
  ])('names %s where the moderator channel alone denies it', async (name, permission) => {
    const place = await community();
    place.server.setOverwrite(place.moderators, { id: place.role, deny: permission });
    const { out, code } = await doctor(place);
    expect(out).toMatch(
      new RegExp(`FAULT +moderator channel .*cards cannot be posted in #moderators: ${name} is missing`),
    );
    expect(out).toContain(`→ give the bot ${name} in that channel`);
    expect(code).toBe(1);
  });

  it('names a moderator channel that is gone', async () => {
    const place = await community();
    place.server.deleteChannel(place.moderators);
    expect((await doctor(place)).out).toMatch(/FAULT +moderator channel \d+: there is no such channel/);
  });

  it('names channels that cannot be read, by overwrites as Discord adds them up', async () => {
    const place = await community();
    const { server, guild, role } = place;
    const closed = server.addChannel(guild, 'closed');
    server.setOverwrite(closed, { id: guild, deny: PermissionFlagsBits.ViewChannel });
    const opened = server.addChannel(guild, 'opened', { type: ChannelType.GuildForum });
    server.setOverwrite(opened, { id: guild, deny: PermissionFlagsBits.ViewChannel });
    server.setOverwrite(opened, { id: role, allow: PermissionFlagsBits.ViewChannel });
    const mute = server.addChannel(guild, 'no-history');
    server.setOverwrite(mute, { id: role, deny: PermissionFlagsBits.ReadMessageHistory });
    const { out } = await doctor(place);
    expect(out).toMatch(/notice +channels to read: 2 of 4 can be read; not: #closed, #no-history/);
    const ignoring = await doctor(place, { settings: `    ignoredChannels: ["${closed}", "${mute}"]\n` });
    expect(ignoring.out).toMatch(/ok +channels to read: 2 of 2 can be read/);
  });

  it('names roles that the community does not have', async () => {
    const { out } = await doctor(await community(), { settings: '    moderatorRoles: ["888888888888888888"]\n' });
    expect(out).toMatch(/FAULT +roles: the community has no role 888888888888888888/);
  });

  it('says so when Discord cannot be reached', async () => {
    const place = await community();
    await servers.pop()?.close();
    const { out, code } = await doctor(place);
    expect(out).toMatch(/FAULT +Discord: /);
    expect(code).toBe(1);
  });

  it('lists all faults of settings that cannot be read, and ends with 2', async () => {
    const cwd = settingsFolder({ yaml: 'defaults: { alertsPerHour: many, timezone: Mars }' });
    writeFileSync(join(cwd, '.env'), 'DIDBON_KEY=short\n');
    const { code, err } = await runCli(['doctor'], { cwd });
    expect(err.trim().split('\n')).toHaveLength(3);
    expect(code).toBe(2);
  });

  it('gives each finding as a JSON object with --json', async () => {
    const { out } = await runCli(['doctor', '--json']);
    const findings = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(findings.at(-1)).toMatchObject({ what: 'token', state: 'fault' });
  });
});
