import { createInterface } from 'node:readline/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { type CARD_ACTIONS, type CardAction, readCustomId } from '../domain/card.js';
import type { Sandbox } from '../sandbox/create-sandbox.js';
import { type Io, say } from './io.js';
import { visibleText } from './visible-text.js';

export interface Presses {
  readonly untilStopped: Promise<void>;
}

const LETTERS: Readonly<Record<string, CardAction>> = { c: 'confirm', f: 'false-alarm', w: 'why' };

/** Lets a newcomer press the cards' buttons from the terminal, as a moderator who reads all languages; undefined where nobody types. */
export function takePresses(io: Io, sandbox: Sandbox, signal: AbortSignal): Presses | undefined {
  if (!io.isTerminal || !('isTTY' in io.stdin) || io.stdin.isTTY !== true) return undefined;
  const lines = createInterface({ input: io.stdin });
  const moderator = sandbox.server.addMember(sandbox.guildId, 'Шумо', [
    sandbox.roles.moderator,
    ...Object.values(sandbox.roles.readers),
  ]);
  say(
    io,
    'Press a button by typing the number of an alert and c (Confirm), f (False alarm) or w (Why?): for example  1 w',
  );
  signal.addEventListener('abort', () => lines.close(), { once: true });
  lines.on('line', (line) => void press(io, sandbox, moderator, line));
  return { untilStopped: new Promise((resolve) => lines.once('close', () => resolve())) };
}

async function press(io: Io, sandbox: Sandbox, moderator: string, line: string): Promise<void> {
  const match = /^\s*(\d+)\s*([cfw])\s*$/i.exec(line);
  const action = LETTERS[match?.[2]?.toLowerCase() ?? ''];
  if (match === null || action === undefined) return say(io, 'expected a number and c, f or w, for example  1 w');
  const card = cards(sandbox)[Number(match[1]) - 1];
  if (card === undefined) return say(io, `there is no alert #${match[1]}`);
  try {
    const outcome = await sandbox.server.press(card.id, buttonOf(card, action), moderator);
    for (const reply of outcome.ephemeral) say(io, indent(reply.content));
    if (outcome.updated)
      say(io, indent(`the card now says: ${outcome.updated.embeds[0]?.description?.split('\n').at(-1) ?? ''}`));
  } catch (error) {
    say(io, error instanceof Error ? error.message : String(error));
  }
}

function cards({ server, moderatorChannelId }: Sandbox): readonly APIMessage[] {
  return server
    .messages(moderatorChannelId)
    .filter((message) => message.author.id === server.botId && buttonOf(message, 'why') !== '');
}

/** The custom id of a card's button; empty for a message without it. */
function buttonOf(card: APIMessage, action: (typeof CARD_ACTIONS)[number]): string {
  for (const row of card.components ?? []) {
    if (!('components' in row)) continue;
    for (const part of row.components)
      if ('custom_id' in part && readCustomId(part.custom_id)?.action === action) return part.custom_id;
  }
  return '';
}

function indent(text: string): string {
  return visibleText(text).replace(/^/gm, '   ');
}
