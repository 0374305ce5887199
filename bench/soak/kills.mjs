import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { lastLines, until } from './bot-process.mjs';
import { chanceOf } from './chance.mjs';
import { countLosses, isSettled, lossesIn } from './count-losses.mjs';
import { openPlace, PATIENCE_MS } from './place.mjs';
import { rememberVerdicts, SCENES, STARTS } from './scenes.mjs';
import { writeSmallPack } from './small-pack.mjs';

/** Runs that share a Discord and a database: what one run left behind is part of the next one's trial. */
const RUNS_A_PLACE = 10;

const ALL = { ...SCENES, ...STARTS };

/**
 * Kills the bot with SIGKILL at random moments of what it does, starts it again, and counts what was lost or doubled when it
 * has nothing left to do. `chained`, what can begin with a dead bot does not wait for the one before to be made good, which
 * saves starts. Prints a row for each kind of moment; answers whether every run was sound.
 */
export async function soakKills({ runs = 200, seed, only = Object.keys(ALL), chained, json }) {
  const home = mkdtempSync(join(tmpdir(), 'didbon-soak-packs-'));
  try {
    const packs = ['1.0.0', '2.0.0'].map((version) => writeSmallPack(join(home, version), version));
    const chance = chanceOf(seed);
    const rounds = Array.from({ length: Math.ceil(runs / only.length) }, () => chance.shuffle(only));
    const scenes = rounds.flat().slice(0, runs);
    const results = [];
    for (let at = 0; at < runs; at += RUNS_A_PLACE) {
      const part = scenes.slice(at, at + RUNS_A_PLACE);
      results.push(...(await soakPlace({ scenes: part, packs, chance, at, chained, json })));
    }
    print(results, json);
    return results.length === runs && results.every((result) => result.fault === undefined);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function soakPlace({ scenes, packs, chance, at, chained, json }) {
  const reports = scenes.filter((scene) => scene === 'report').length;
  const place = await openPlace({ packs, reports, campaignHours: at % (2 * RUNS_A_PLACE) === 0 ? 0 : 24 });
  const said = { last: at * 10_000 };
  const life = { place, chance, bot: await place.startBot(), next: () => ++said.last };
  const results = [];
  try {
    for (const [n, scene] of scenes.entries()) {
      const goesOn = chained && scenes[n + 1] in STARTS;
      const result = await run(scene, life, goesOn);
      results.push({ run: at + n + 1, ...result });
      if (!json) process.stderr.write(result.fault === undefined ? '.' : complaint(results.at(-1), place));
      if (result.fault !== undefined) break;
    }
    await life.bot.stop();
  } finally {
    await place.close();
  }
  return results;
}

/** Plays a scene, and starts the next bot and waits for it to be done, unless the next scene is to start it: what it finds is then the next one's to count. */
async function run(scene, life, goesOn) {
  const { place } = life;
  life.before ??= countLosses(place);
  if (scene in STARTS) await life.bot.kill();
  const broken = await ALL[scene](life).then(
    () => undefined,
    (error) => error.message,
  );
  rememberVerdicts(place);
  if (goesOn && broken === undefined) return { scene };

  const started = performance.now();
  life.bot = await place.startBot();
  const settled = await until(() => isSettled(place), PATIENCE_MS, 60);
  const recoveryMs = performance.now() - started;
  rememberVerdicts(place);
  const after = { ...countLosses(place), auditFaults: await auditFaults(place) };
  const counted = difference(after, life.before);
  life.before = undefined;
  return { scene, recoveryMs, fault: broken ?? findFault(settled, after), ...counted };
}

function complaint({ run, scene, fault }, { logFile }) {
  return `\n${run} ${scene}: ${fault}\n${lastLines(logFile)}\n`;
}

function findFault(settled, counted) {
  if (lossesIn(counted) + counted.auditFaults === 0 && settled) return undefined;
  return `${settled ? '' : 'not done in time; '}${JSON.stringify(counted)}`;
}

async function auditFaults(place) {
  const checks = await place.withStore((store) => store.audit.verify());
  return checks.filter(({ fault }) => fault !== undefined).length;
}

function difference(after, before) {
  return Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
}

const COLUMNS = {
  messages: 'messages',
  lost: 'lost',
  doubled: 'doubled',
  inGaps: 'in named gaps',
  alerts: 'alerts',
  alertsLost: 'lost',
  alertsDoubled: 'doubled',
  verdicts: 'verdicts',
  verdictsLost: 'lost',
  verdictsChanged: 'changed',
  reports: 'reports',
  reportsLost: 'lost',
  reportsDoubled: 'doubled',
};

function print(results, json) {
  if (json) {
    for (const result of results) console.log(JSON.stringify(result));
    return;
  }
  const table = new Table({
    head: ['killed during', 'runs', ...Object.values(COLUMNS), 'recovery, median', 'most'],
    style: { head: [], border: [] },
  });
  const row = (name, of) => {
    const times = of.flatMap(({ recoveryMs }) => recoveryMs ?? []).sort((a, b) => a - b);
    const sums = Object.keys(COLUMNS).map((column) => of.reduce((sum, result) => sum + (result[column] ?? 0), 0));
    const seconds = (ms = 0) => `${(ms / 1_000).toFixed(1)} s`;
    table.push([name, of.length, ...sums, seconds(times[Math.floor(times.length / 2)]), seconds(times.at(-1))]);
  };
  for (const scene of Object.keys(ALL)) {
    const of = results.filter((result) => result.scene === scene);
    if (of.length > 0) row(scene, of);
  }
  row('all', results);
  console.log(`\n${table.toString()}`);
  const faults = results.filter(({ fault }) => fault !== undefined);
  console.log(faults.length === 0 ? `all ${results.length} runs are sound` : `${faults.length} runs have a fault`);
}
