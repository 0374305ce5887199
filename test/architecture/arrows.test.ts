import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SRC = join(ROOT, 'src');

/**
 * Who may import whom, by folder of src/ (DESIGN §6: main → compose → adapters → ports → domain → assess;
 * cli → app → pipeline → stages → store, ports → domain → assess). A folder always may import itself.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  assess: [],
  yaml: [],
  domain: ['assess'],
  texts: ['domain', 'assess'],
  ports: ['domain', 'assess'],
  packs: ['yaml', 'domain', 'assess'],
  settings: ['yaml', 'domain', 'assess'],
  store: ['ports', 'domain', 'assess'],
  ingest: ['store', 'ports', 'domain', 'assess'],
  alert: ['store', 'ports', 'texts', 'domain', 'assess'],
  review: ['store', 'ports', 'texts', 'domain', 'assess'],
  commands: ['store', 'ports', 'texts', 'domain', 'assess'],
  report: ['store', 'ports', 'texts', 'domain', 'assess'],
  retention: ['store', 'ports', 'domain', 'assess'],
  learn: ['packs', 'store', 'ports', 'domain', 'assess'],
  replay: ['domain', 'assess'],
  publish: ['packs', 'learn', 'ingest', 'replay', 'store', 'ports', 'domain', 'assess'],
  'pipeline.ts': ['publish', 'ingest', 'alert', 'review', 'report', 'retention', 'store', 'ports', 'domain', 'assess'],
  'let-loop-turn.ts': ['ports'],
  'lease.ts': ['store', 'ports', 'domain'],
  'report-rounds.ts': ['ingest', 'report', 'ports', 'domain'],
  'wire-review.ts': ['alert', 'review', 'store', 'ports', 'texts', 'domain'],
  'wire-commands.ts': [
    'ingest',
    'alert',
    'commands',
    'learn',
    'report',
    'retention',
    'store',
    'ports',
    'texts',
    'domain',
    'assess',
  ],
  'schedules.ts': ['report-rounds.ts', 'ingest', 'retention', 'ports', 'domain'],
  'vitals.ts': ['ingest', 'store', 'ports', 'domain'],
  'app.ts': [
    'let-loop-turn.ts',
    'pipeline.ts',
    'vitals.ts',
    'lease.ts',
    'report-rounds.ts',
    'schedules.ts',
    'wire-commands.ts',
    'wire-review.ts',
    'commands',
    'publish',
    'ingest',
    'alert',
    'review',
    'report',
    'retention',
    'store',
    'ports',
    'texts',
    'domain',
    'assess',
  ],
  'adapters/discord': ['ports', 'domain'],
  'adapters/chart': ['ports', 'domain'],
  'adapters/cron': ['ports', 'domain'],
  'adapters/log': ['ports', 'domain'],
  'adapters/system': ['ports', 'domain'],
  'adapters/vitals': ['ports', 'domain'],
  sandbox: ['ports', 'domain', 'assess'],
  compose: [
    'adapters/chart',
    'adapters/discord',
    'adapters/cron',
    'adapters/log',
    'adapters/system',
    'adapters/vitals',
    'app.ts',
    'sandbox',
    'settings',
    'packs',
    'publish',
    'store',
    'ports',
    'domain',
    'assess',
  ],
  cli: [
    'compose',
    'adapters/chart',
    'adapters/log',
    'adapters/system',
    'app.ts',
    'lease.ts',
    'sandbox',
    'settings',
    'packs',
    'publish',
    'learn',
    'replay',
    'ingest',
    'report',
    'retention',
    'alert',
    'store',
    'ports',
    'texts',
    'yaml',
    'domain',
    'assess',
  ],
  'main.ts': ['cli'],
};

/** The one home of each package that other code must not grow around. */
const HOMES: Readonly<Record<string, string>> = {
  'discord.js': 'src/adapters/discord/',
  'p-queue': 'src/adapters/discord/',
  franc: 'src/assess/language/',
  natural: 'src/assess/natural/',
  'prom-client': 'src/adapters/vitals/',
  winston: 'src/adapters/log/',
  'node-cron': 'src/adapters/cron/',
  'chart.js': 'src/adapters/chart/',
  '@napi-rs/canvas': 'src/adapters/chart/',
  '@expo-google-fonts/noto-sans': 'src/adapters/chart/',
  kysely: 'src/store/',
  libsql: 'src/store/',
  pg: 'src/store/',
  commander: 'src/cli/',
  'cli-table3': 'src/cli/',
  'cli-progress': 'src/cli/',
  piscina: 'src/cli/',
  fastify: 'src/sandbox/',
  ws: 'src/sandbox/',
  yaml: 'src/yaml/',
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map((match) => ({ from: join('src', file), to: match[1] ?? '' }));
});

function folderOf(path: string): string {
  const [first = '', second = ''] = relative(SRC, path).split('/');
  return first === 'adapters' ? `${first}/${second}` : first;
}

function targetOf({ from, to }: Import): string | undefined {
  return to.startsWith('.') ? resolve(ROOT, dirname(from), to.replace(/\.js$/, '.ts')) : undefined;
}

describe('the arrows between folders', () => {
  it('run one way, as DESIGN §6 draws them', () => {
    const wrong = imports.filter((one) => {
      const target = targetOf(one);
      if (target === undefined) return false;
      const [from, to] = [folderOf(join(ROOT, one.from)), folderOf(target)];
      return from !== to && !(MAY_IMPORT[from] ?? []).includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('know every folder of src', () => {
    const folders = new Set(files.map((file) => folderOf(join(SRC, file))));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it('have no cycle between files', () => {
    const graph = new Map<string, string[]>();
    for (const one of imports) {
      const target = targetOf(one);
      if (target) graph.set(resolve(ROOT, one.from), [...(graph.get(resolve(ROOT, one.from)) ?? []), target]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) {
        cycles.push([...way.slice(way.indexOf(file)), file].map((one) => relative(ROOT, one)).join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
      done.add(file);
    };
    for (const file of graph.keys()) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('lead each package to its one home', () => {
    const strays = imports.filter(({ from, to }) => {
      const name = Object.keys(HOMES).find((known) => to === known || to.startsWith(`${known}/`));
      return name !== undefined && !from.startsWith(HOMES[name] ?? '');
    });
    expect(strays).toEqual([]);
  });

  it('keep assess pure: no node modules, nothing asynchronous, no clock, no chance', () => {
    const impure = files
      .filter((file) => file.startsWith('assess/'))
      .filter((file) =>
        /'node:|\basync\b|\bawait\b|\bPromise\b|Date\.now|new Date\(|Math\.random|performance\./.test(
          readFileSync(join(SRC, file), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });

  it('keep the clock in its adapter', () => {
    const strays = files
      .filter((file) => file !== 'adapters/system/clock.ts')
      .filter((file) => /Date\.now\(|new Date\(\)/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(strays).toEqual([]);
  });
});

describe('files', () => {
  it('stay within 250 lines', () => {
    const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('export by name and say what they are', () => {
    const vague = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.ts$)|(Manager|Service|Handler)\.ts$/.test(file),
    );
    expect(vague).toEqual([]);
  });
});
