import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '../adapters/system/clock.js';
import { LEVELS } from '../assess/assessment.js';
import type { Community } from '../domain/community.js';
import { exportExamples } from '../learn/export-examples.js';
import { refitThresholds } from '../learn/refit-thresholds.js';
import { precisionOf, proposeChanges } from '../learn/verdict-precision.js';
import { readPack } from '../packs/read-pack.js';
import { replaceFile } from '../packs/write-models.js';
import { comparablePacks } from '../publish/comparable-packs.js';
import { judgeInForce } from '../publish/open-judges.js';
import type { Lesson } from '../store/pack-stores.js';
import { setInYaml } from '../yaml/set-in-yaml.js';
import { chosenCommunities } from './chosen-communities.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { LearnOptions } from './learn-options.js';
import { packFolder } from './pack-folder.js';
import { renderPrecision, renderProposals, renderRefit } from './render-learning.js';
import { UsageError } from './usage-error.js';
import { type PublishSession, withPublishParts } from './with-publish-parts.js';

const DAY_MS = 86_400_000;

/** What one run of `didbon learn` is about. */
interface Learning {
  readonly io: Io;
  readonly session: PublishSession;
  readonly options: LearnOptions;
  readonly communities: readonly Community[];
  readonly since: Date;
}

const POLICY = `learning.fromMessages is off, and nothing was read. Discord's Developer Policy forbids training models on message content
without Discord's express permission. With that permission in writing, set learning.fromMessages: true in the settings.`;

export async function runLearn(
  io: Io,
  what: 'export' | 'report' | 'thresholds',
  options: LearnOptions,
): Promise<ExitCode> {
  return await withPublishParts(io, async (session) => {
    if (what === 'export' && !session.settings.learnFromMessages) throw new UsageError(POLICY);
    const communities = chosenCommunities(session.settings, options.community);
    const since = new Date(systemClock.now().getTime() - options.days * DAY_MS);
    const learning = { io, session, options, communities, since };
    if (what === 'report') await report(learning);
    else if (what === 'thresholds') await refit(learning);
    else await exportTexts(learning);
    return EXIT.done;
  });
}

async function lessonsOf({ session: { store }, communities, since }: Learning): Promise<readonly Lesson[]> {
  const lessons: Lesson[] = [];
  for (const { guildId } of communities) {
    await store.lessons.keep(guildId);
    lessons.push(...(await store.lessons.list(guildId, since)));
  }
  return lessons;
}

async function report(learning: Learning): Promise<void> {
  const { io, options } = learning;
  const lessons = await lessonsOf(learning);
  if (lessons.length === 0) {
    say(io, `no alert was decided in the last ${options.days} days`);
    return;
  }
  const rows = precisionOf(lessons);
  say(io, renderPrecision(rows, io.colour));
  for (const line of renderProposals(proposeChanges(rows))) say(io, line);
}

async function refit(learning: Learning): Promise<void> {
  const { io, session, options } = learning;
  const folder = packFolder(io, options.pack);
  const { publications } = session.store;
  const past = await publications.list();
  const inForce = past.length === 0 ? readPack(folder).parts : (await judgeInForce(session.parts)).parts;
  const packs = comparablePacks(inForce.pack, past);
  const lessons = await lessonsOf(learning);
  const refits = refitThresholds({
    lessons: lessons.filter(({ pack }) => packs.has(pack)),
    decisions: inForce.decisions,
    messages: await messagesOf(learning),
    wanted: readPack(folder).manifest.wantedFalseAlerts,
  });
  say(io, `${lessons.length} verdicts in ${options.days} days, on the scores of ${[...packs].join(', ')}`);
  for (const one of refits) say(io, renderRefit(one));
  const raised = refits.filter(({ current, proposed }) => proposed !== undefined && proposed > current);
  if (raised.length === 0 || options.write !== true) return;
  const file = join(folder, 'pack.yaml');
  let text = readFileSync(file, 'utf8');
  for (const { language, proposed = 0 } of raised) text = setInYaml(text, ['leastThresholds', language], proposed);
  replaceFile(file, text);
  await session.store.audit.record({
    ...{ guildId: undefined, at: systemClock.now(), actor: 'operator', action: 'refit' },
    detail: Object.fromEntries(raised.map(({ language, proposed = 0 }) => [language, proposed])),
  });
  say(io, `written to ${file}; now: didbon train && didbon backtest && didbon publish --by NAME --why REASON`);
}

/** Messages assessed in the time of the verdicts, by tag. */
async function messagesOf({ session, communities, since }: Learning): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const period = { from: since, to: new Date(systemClock.now().getTime() + DAY_MS) };
  for (const { guildId } of communities)
    for (const { language, outcome, count } of await session.store.counts.tallies(guildId, period))
      if (LEVELS.some((level) => level === outcome)) counts.set(language, (counts.get(language) ?? 0) + count);
  return counts;
}

async function exportTexts({ io, session, options, communities, since }: Learning): Promise<void> {
  const texts = [];
  for (const { guildId } of communities) texts.push(...(await session.store.lessons.texts(guildId)));
  const exported = exportExamples(texts.filter(({ at }) => at >= since));
  const folder = resolve(io.cwd, options.out ?? '.');
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const file of exported) {
    // JSON is YAML, and needs no quoting rules for what members wrote.
    writeFileSync(join(folder, `from-verdicts-${file.language}.yaml`), `${JSON.stringify(file, undefined, 1)}\n`, {
      mode: 0o600,
    });
    count += file.examples.length;
  }
  await session.store.audit.record({
    ...{ guildId: undefined, at: systemClock.now(), actor: 'operator', action: 'export' },
    detail: { examples: count },
  });
  say(io, `${count} of ${texts.length} decided texts are examples in ${folder}; read each before it goes into a pack`);
}
