import { createInterface } from 'node:readline/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { systemClock } from '../adapters/system/clock.js';
import { type AlertAction, readCustomId } from '../domain/card.js';
import type { Sandbox } from '../sandbox/create-sandbox.js';
import { type Io, say } from './io.js';
import { plainMarkup } from './plain-markup.js';
import { visibleText } from './visible-text.js';

export interface Presses {
  readonly untilStopped: Promise<void>;
}

/** What each letter presses; of several, the one that the card has now. */
const LETTERS: Readonly<Record<string, readonly AlertAction[]>> = {
  c: ['confirm'],
  f: ['false-alarm'],
  u: ['unsure'],
  l: ['claim', 'release'],
  w: ['why'],
};

const HOW = [
  'You are a moderator here who reads all languages. Press the buttons of a card by its number and a letter, then Enter:',
  '   1 w   Why? – what was found in alert #1       1 c   Confirm       1 f   False alarm',
  '   1 u   Unsure       1 l   Claim, or release    Ctrl-C   end',
].join('\n');

/** Lets a newcomer press the cards' buttons from the terminal, as a moderator who reads all languages; undefined where nobody types. */
export function takePresses(io: Io, sandbox: Sandbox, signal: AbortSignal): Presses | undefined {
  if (!io.isTerminal || !('isTTY' in io.stdin) || io.stdin.isTTY !== true) return undefined;
  const lines = createInterface({ input: io.stdin });
  const moderator = sandbox.server.addMember(sandbox.guildId, 'Шумо', [
    sandbox.roles.moderator,
    ...Object.values(sandbox.roles.readers),
  ]);
  say(io, HOW);
  signal.addEventListener('abort', () => lines.close(), { once: true });
  lines.on('line', (line) => void press(io, sandbox, moderator, line));
  return { untilStopped: new Promise((resolve) => lines.once('close', () => resolve())) };
}

async function press(io: Io, sandbox: Sandbox, moderator: string, line: string): Promise<void> {
  if (line.trim() === '') return;
  const match = /^\s*#?(\d+)\s*([cfluw])\s*$/i.exec(line);
  const actions = LETTERS[match?.[2]?.toLowerCase() ?? ''];
  if (match === null || actions === undefined) return say(io, HOW);
  const number = Number(match[1]);
  const posted = cards(sandbox);
  const card = posted[number - 1];
  if (card === undefined) return say(io, `   There is no alert #${number} yet; ${posted.length} so far.`);
  const show = (text: string): void =>
    say(io, indent(plainMarkup(text, nameIn(sandbox, moderator), systemClock.now())));
  try {
    const button = actions.map((action) => buttonOf(card, action)).find((id) => id !== '') ?? '';
    const outcome = await sandbox.server.press(card.id, button, moderator);
    for (const reply of outcome.ephemeral) show(reply.content);
    const state = outcome.updated?.embeds[0]?.description?.split('\n').at(-1);
    if (state !== undefined) show(`The card of #${number} now says: ${state}`);
  } catch {
    // Discord greys a button out once the alert is decided; nobody can press it then.
    show(`#${number} is decided already: ${card.embeds[0]?.description?.split('\n').at(-1) ?? ''}`);
  }
}

function nameIn({ server, guildId }: Sandbox, moderator: string): (id: string) => string {
  return (id) => (id === moderator ? 'you' : (server.member(guildId, id)?.user.username ?? 'a member'));
}

function cards({ server, moderatorChannelId }: Sandbox): readonly APIMessage[] {
  return server
    .messages(moderatorChannelId)
    .filter((message) => message.author.id === server.botId && buttonOf(message, 'why') !== '');
}

/** The custom id of a card's button; empty for a message without it. */
function buttonOf(card: APIMessage, action: AlertAction): string {
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
