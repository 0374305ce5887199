import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createPrometheusMeter } from '../../src/adapters/vitals/prometheus-meter.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { ENV_NAMES } from '../../src/settings/env.js';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

describe('what is shipped for operators', () => {
  it('watches only what the bot measures', async () => {
    const guildId = toSnowflake('1');
    const text = await createPrometheusMeter(() => 50).text({
      faults: [],
      lags: [{ guildId, channelId: toSnowflake('2'), seconds: 0 }],
      liveWaiting: 0,
      cardsDue: new Map([[guildId, 0]]),
    });
    const known = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
    for (const file of ['deploy/grafana-dashboard.json', 'deploy/alert-rules.yaml']) {
      const used = [...read(file).matchAll(/didbon_\w+/g)].map(([name]) => name);
      expect(used.length).toBeGreaterThan(4);
      expect(used.filter((name) => !known.has(name))).toEqual([]);
    }
  });

  it('copies files that are there, and knows every variable that it sets', () => {
    const dockerfile = read('Dockerfile');
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, names]) => names?.split(' ') ?? []);
    expect(copied.length).toBeGreaterThan(6);
    expect(copied.filter((name) => !existsSync(fileURLToPath(new URL(name, ROOT))))).toEqual([]);
    const known: readonly string[] = ENV_NAMES;
    for (const file of ['Dockerfile', 'compose.yaml', 'deploy/didbon.service']) {
      const set = [...read(file).matchAll(/\b(DIDBON_\w+)\s*[=:]/g)].map(([, name]) => name ?? '');
      expect(set.length).toBeGreaterThan(1);
      expect(set.filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('runs as nobody special, on a file system that cannot be written, and never the sandbox', () => {
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('CMD ["run"]');
    const { services } = parse(read('compose.yaml'));
    expect(services.didbon).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(services.postgres.profiles).toEqual(['postgres']);
    expect(read('deploy/didbon.service')).toMatch(/^ExecStart=\S+ dist\/main\.js run$/m);
  });

  it('keeps the key apart from the data', () => {
    const { services } = parse(read('compose.yaml'));
    expect(services.didbon.volumes).toEqual(expect.arrayContaining(['data:/data', 'key:/key']));
  });
});
