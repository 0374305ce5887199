import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.js';
import type { DiscordServer } from '../discord/server.js';
import type { SampleCommunity } from './build-community.js';
import { CONVERSATION } from './conversation.js';
import type { Purpose, Saying, Step } from './step.js';

/** How the conversation is to be played. */
export interface PlayOptions {
  /** `human` takes two to three minutes, `fast` as long as posting takes. */
  readonly pace: 'human' | 'fast';
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Called after each step. */
  readonly onStep?: (played: Played) => void;
}

/** What has been played so far. */
export interface Played {
  readonly steps: number;
  /** Messages that a bot can read, the notices that threads leave included. */
  readonly messages: number;
  readonly edits: number;
  readonly deletions: number;
  /** Ids of the messages that should alert (for the edited one: since its edit). */
  readonly calls: readonly string[];
  /** Ids of the harmless messages that look like a call. */
  readonly near: readonly string[];
}

/** How many steps the whole conversation has. */
export const CONVERSATION_LENGTH: number = CONVERSATION.length;

interface Stage {
  readonly server: DiscordServer;
  readonly community: SampleCommunity;
  /** Ids of what was said and opened, by key. */
  readonly ids: Map<string, string>;
  readonly played: {
    steps: number;
    messages: number;
    edits: number;
    deletions: number;
    calls: string[];
    near: string[];
  };
}

/** Plays the conversation, step by step, until its end or an abort. Resolves with what was played. */
export async function playCommunity(
  server: DiscordServer,
  community: SampleCommunity,
  options: PlayOptions,
): Promise<Played> {
  const played = { steps: 0, messages: 0, edits: 0, deletions: 0, calls: [], near: [] };
  const stage: Stage = { server, community, ids: new Map(), played };
  for (const step of CONVERSATION) {
    if (options.pace === 'human') await options.clock.sleep(pauseBefore(step), options.signal);
    if (options.signal?.aborted) break;
    perform(stage, step);
    stage.played.steps += 1;
    options.onStep?.(stage.played);
    await breathe();
    await server.drained(options.signal);
  }
  return stage.played;
}

/** Milliseconds that somebody needs to write it: short, so that a newcomer sees the first alert within seconds. */
export function pauseBefore(step: Step): number {
  return Math.min(1600, 550 + 9 * textOf(step).length);
}

function textOf(step: Step): string {
  if (step.do === 'delete' || step.do === 'thread') return '';
  return typeof step.text === 'string' ? step.text : (step.text.content ?? '');
}

function perform(stage: Stage, step: Step): void {
  if (step.do === 'say') performSaying(stage, step);
  else if (step.do === 'thread' || step.do === 'forum') performOpening(stage, step);
  else performChange(stage, step);
}

function performChange(stage: Stage, step: Extract<Step, { do: 'edit' | 'delete' }>): void {
  const id = idOf(stage, step.key);
  if (step.do === 'delete') {
    stage.server.delete(id);
    stage.played.deletions += 1;
    return;
  }
  stage.server.edit(id, step.text);
  stage.played.edits += 1;
  note(stage, id, step.purpose);
}

function performOpening(stage: Stage, step: Extract<Step, { do: 'thread' | 'forum' }>): void {
  const { server, community, ids, played } = stage;
  const owner = community.people[step.by];
  played.messages += 1;
  if (step.do === 'thread') {
    const fromMessage = idOf(stage, step.from);
    ids.set(step.key, server.addThread(server.channelOf(fromMessage), step.name, owner, { fromMessage }));
    return;
  }
  const id = server.addThread(community.channels.questions, step.name, owner, { firstPost: step.text });
  ids.set(step.key, id);
  note(stage, id, step.purpose);
}

function performSaying(stage: Stage, step: Saying): void {
  const { server, community, ids, played } = stage;
  const channels: Readonly<Record<string, string>> = community.channels;
  const place = channels[step.in] ?? idOf(stage, step.in);
  const id = server.post(place, community.people[step.by], step.text);
  if (step.key !== undefined) ids.set(step.key, id);
  played.messages += 1;
  note(stage, id, step.purpose);
}

function note(stage: Stage, id: string, purpose: Purpose | undefined): void {
  if (purpose === 'call') stage.played.calls.push(id);
  if (purpose === 'near') stage.played.near.push(id);
}

function idOf(stage: Stage, key: string): string {
  const id = stage.ids.get(key);
  if (id === undefined) throw new RangeError(`the conversation speaks of ${key} before it happened`);
  return id;
}
