import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { BUILT_IN, toCommunity } from '../../src/settings/community.js';
import { ENV_NAMES } from '../../src/settings/env.js';
import { settingsJsonSchema, settingsSchema } from '../../src/settings/settings-schema.js';

const ID = toSnowflake('100000000000000001');

describe('the shipped configuration', () => {
  const yaml = readFileSync('config/default.yaml', 'utf8');

  it('spells out the built-in defaults', () => {
    const written = settingsSchema.parse(parse(yaml));
    const empty = { moderatorChannel: ID };
    expect(toCommunity(ID, empty, written.defaults ?? {})).toEqual({ ...BUILT_IN, guildId: ID, moderatorChannel: ID });
    expect(Object.keys(written.defaults ?? {}).sort()).toEqual(Object.keys(BUILT_IN).sort());
  });

  it('holds an example community that is right once its marks are taken off', () => {
    const example = yaml
      .slice(yaml.indexOf('# communities:'))
      .replace(/\ncommunities:\n*$/, '\n')
      .replace(/^# ?/gm, '');
    expect(settingsSchema.parse(parse(example)).communities).toHaveProperty(
      ['100000000000000001', 'timezone'],
      'Asia/Dushanbe',
    );
  });

  it('comes with the schema that editors read (node dist/main.js schema > config/schema.json makes it anew)', () => {
    expect(JSON.parse(readFileSync('config/schema.json', 'utf8'))).toEqual(settingsJsonSchema());
    expect(yaml).toMatch(/^# yaml-language-server: \$schema=\.\/schema\.json\n/);
  });

  it('comes with an .env.example that names only variables we read', () => {
    const names = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(ENV_NAMES).toContain(name);
  });
});
