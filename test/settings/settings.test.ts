import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { loadSettings } from '../../src/settings/settings.js';
import { faultsOf, settingsFolder } from './settings-folder.js';

const GUILD = '100000000000000001';
const CARDS = '100000000000000002';

function communityOf(yaml: string) {
  const community = loadSettings({ env: {}, cwd: settingsFolder({ yaml }) }).communities.get(toSnowflake(GUILD));
  if (community === undefined) throw new Error('the community is not in the settings');
  return community;
}

describe('settings', () => {
  it('serve no community where the file is empty', () => {
    const settings = loadSettings({ env: {}, cwd: settingsFolder({}) });
    expect(settings.communities.size).toBe(0);
    expect(settings.secrets).toEqual({ token: undefined, key: undefined, databaseUrl: undefined });
  });

  it('give a community what the built-in defaults say when it names only its moderator channel', () => {
    const community = communityOf(`communities: { "${GUILD}": { moderatorChannel: "${CARDS}" } }`);
    expect(community).toMatchObject({ guildId: GUILD, moderatorChannel: CARDS, timezone: 'UTC', alertsPerHour: 30 });
    expect(community.exemptRoles).toEqual([]);
  });

  it('lay a community over the defaults key by key, and replace lists', () => {
    const community = communityOf(`
defaults:
  timezone: Asia/Dushanbe
  ignoredChannels: ["100000000000000011"]
  readerRoles: { tajik: ["100000000000000012"] }
  schedules: { catchUp: "*/5 * * * *" }
  urgentRole: "100000000000000013"
communities:
  "${GUILD}":
    moderatorChannel: "${CARDS}"
    ignoredChannels: []
    readerRoles: { russian: ["100000000000000014"] }
    schedules: { weeklyReport: "0 8 * * sun" }
    urgentRole: null
`);
    expect(community).toMatchObject({
      timezone: 'Asia/Dushanbe',
      ignoredChannels: [],
      readerRoles: { tajik: ['100000000000000012'], uzbek: [], russian: ['100000000000000014'] },
      schedules: { catchUp: '*/5 * * * *', weeklyReport: '0 8 * * sun', retention: '30 3 * * *' },
    });
    expect(community.urgentRole).toBeUndefined();
  });

  it('list every fault of the file at once, in the order of its lines', () => {
    const faults = faultsOf({
      yaml: `defaults:
  timezone: Mars/Olympus
  schedules:
    catchUp: "0 25 * * *"
    weekly: "0 9 * * mon"
  alertsPerHour: many
  retention: { textDays: 0 }
communities:
  "${GUILD}":
    interfaceLanguage: fr
    ignoredChanels: []
  general:
    moderatorChannel: "${CARDS}"
`,
    });
    const file = join('config', 'default.yaml');
    expect(faults).toEqual([
      `${file}:2: timezone: found "Mars/Olympus"; expected an IANA time zone such as Asia/Dushanbe, Europe/Moscow or UTC`,
      `${file}:4: catchUp: found "0 25 * * *"; hour "25": expected *, */step, or numbers and ranges from 0 to 23`,
      `${file}:5: weekly: unknown key; known here: catchUp, weeklyReport, retention`,
      `${file}:6: alertsPerHour: found "many"; expected a number`,
      `${file}:7: textDays: found 0; expected at least 1`,
      expect.stringContaining(`${file}:9: moderatorChannel: is missing`),
      expect.stringContaining(`${file}:10: interfaceLanguage: found "fr"`),
      expect.stringContaining(`${file}:11: ignoredChanels: unknown key`),
      expect.stringContaining(`${file}:12: general: this key is not allowed`),
    ]);
  });

  it('name ids without quotes, whose last digits YAML loses, and check the rest as it was meant', () => {
    const faults = faultsOf({
      yaml: `communities:
  123456789012345678:
    moderatorChannel: 123456789012345679
    watchedChannels: ["12", 123456789012345671]
`,
    });
    expect(faults).toEqual([
      expect.stringMatching(/:2: found the number 123456789012345678, .* expected "123456789012345678"/),
      expect.stringMatching(/:3: found the number 123456789012345679, /),
      expect.stringMatching(/:4: found the number 123456789012345671, /),
      expect.stringMatching(/:4: watchedChannels: found "12"; expected a Discord id in quotes/),
    ]);
  });

  it('refuse to watch the channel that gets the cards', () => {
    const faults = faultsOf({
      yaml: `communities: { "${GUILD}": { moderatorChannel: "${CARDS}", watchedChannels: ["${CARDS}"] } }`,
    });
    expect(faults).toEqual([expect.stringContaining('the moderator channel is among them')]);
  });

  it('name broken YAML by its line', () => {
    expect(faultsOf({ yaml: 'defaults:\n  timezone: "UTC\n' })[0]).toMatch(/default\.yaml:\d+: /);
  });

  it('name a settings file that the operator asked for and that is not there', () => {
    expect(faultsOf({ env: '\nDIDBON_CONFIG=elsewhere.yaml\n' })).toEqual([
      '.env:2: DIDBON_CONFIG: found no readable file at elsewhere.yaml; expected the YAML file of settings',
    ]);
  });

  it('name a settings file that is there but cannot be read', () => {
    const cwd = settingsFolder({});
    rmSync(join(cwd, 'config', 'default.yaml'));
    mkdirSync(join(cwd, 'config', 'default.yaml'));
    expect(() => loadSettings({ env: {}, cwd })).toThrow('default.yaml: found no readable file at');
  });

  it('list faults of .env and of the YAML file together', () => {
    const faults = faultsOf({ env: 'DIDBON_LOG_LEVEL=loud\n', yaml: 'defaults: { alertsPerHour: 0 }\n' });
    expect(faults).toEqual([
      '.env:1: DIDBON_LOG_LEVEL: found "loud"; expected debug, info, warn, error',
      expect.stringContaining('alertsPerHour: found 0; expected at least 1'),
    ]);
  });

  test.each([
    ['https://discord.example/api', false],
    ['http://10.0.0.1/api', false],
    ['http://127.0.0.1:4000/api', true],
    ['http://localhost:4000/api', true],
  ])('take %s for a local Discord: %s', (address, right) => {
    expect(faultsOf({}, { DIDBON_DISCORD_API: address }).length === 0).toBe(right);
  });
});
