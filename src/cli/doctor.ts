import { existsSync } from 'node:fs';
import { createColors } from 'picocolors';
import type { Finding } from '../domain/finding.js';
import { messageOf } from '../ports/errors.js';
import type { Settings } from '../settings/settings.js';
import { examineRunningBot } from './examine-running-bot.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';
import { visibleText } from './visible-text.js';

const HELP = `
Looks at settings, the working copy of the classifier pack and the published one in force, key and database, and at Discord:
token, intents, communities, channels and the permissions needed in each; and asks the running bot how it is, where DIDBON_VITALS
is set. Changes nothing, and may be run beside the bot. Says of each fault what to do.

Examples:
  $ didbon doctor
  $ didbon doctor --json`;

/** `didbon doctor`: whether the bot can do its work, and what stands in its way. */
export const addDoctor: AddCommand = (program, { io, act }) => {
  program
    .command('doctor')
    .summary('look for what stands in the way of the bot')
    .description('Try settings, pack, key, database, token, intents, channels and permissions, and say what to do.')
    .option('--json', 'print one JSON object a finding and line')
    .addHelpText('after', HELP)
    .action(act((options: { readonly json?: true }) => doctor(io, options.json === true)));
};

/** Throws ConfigError: with settings that cannot be read there is nothing more to look at. */
async function doctor(io: Io, json: boolean): Promise<ExitCode> {
  const { loadSettings } = await import('../settings/settings.js');
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const findings: Finding[] = [];
  for (const examine of [examineSettings, examinePacks, examineKey, examineDatabase, examineDiscord, examineRunningBot])
    for (const finding of await examine(settings)) {
      findings.push(finding);
      say(io, json ? JSON.stringify(finding) : render(finding, io.colour));
    }
  const faults = findings.filter((finding) => finding.state === 'fault').length;
  if (!json) say(io, faults === 0 ? '\nNothing stands in the way.' : `\n${faults} to be put right.`);
  return faults === 0 ? EXIT.done : EXIT.failed;
}

function render({ what, state, says, todo }: Finding, colour: boolean): string {
  const c = createColors(colour);
  const mark = { fine: c.green('ok     '), notice: c.yellow('notice '), fault: c.red('FAULT  ') }[state];
  const line = `${mark} ${c.bold(what)}: ${visibleText(says)}`;
  return todo === undefined ? line : `${line}\n        → ${todo}`;
}

async function examineSettings({ configFile, communities }: Settings): Promise<readonly Finding[]> {
  const what = 'settings';
  if (communities.size > 0)
    return [{ what, state: 'fine', says: `${configFile}, communities: ${communities.size}`, todo: undefined }];
  const says = `${configFile} serves no community`;
  return [{ what, state: 'fault', says, todo: 'add one under `communities:`, as the example there shows' }];
}

async function examinePacks(settings: Settings): Promise<readonly Finding[]> {
  return await (await import('./examine-packs.js')).examinePacks(settings);
}

async function examineKey(settings: Settings): Promise<readonly Finding[]> {
  const [{ keySource }, { readKey }] = await Promise.all([import('../compose/places.js'), import('../store/key.js')]);
  const source = keySource(settings);
  return [
    await finding('key', 'restore the key, or correct DIDBON_KEY or DIDBON_KEY_FILE', async () => {
      if (source.kind === 'given') return { says: 'DIDBON_KEY is set' };
      return { says: readKey(source) ? source.path : `${source.path} will be made on the first start` };
    }),
  ];
}

async function examineDatabase(settings: Settings): Promise<readonly Finding[]> {
  const [{ databasePlace }, { describePlace }, { openExistingStore }] = await Promise.all([
    import('../compose/places.js'),
    import('../store/database-place.js'),
    import('../compose/open-existing-store.js'),
  ]);
  const place = databasePlace(settings);
  const name = describePlace(place);
  return [
    await finding('database', undefined, async () => {
      if (place.kind === 'sqlite' && !existsSync(place.file))
        return { says: `${name} will be made on the first start` };
      const store = await openExistingStore(settings);
      await store?.close();
      return { says: name };
    }),
  ];
}

async function examineDiscord(settings: Settings): Promise<readonly Finding[]> {
  const { token } = settings.secrets;
  if (token === undefined)
    return [
      {
        what: 'token',
        state: 'fault',
        says: 'DIDBON_TOKEN is not set',
        todo: 'copy the token of your application at https://discord.com/developers/applications into .env',
      },
    ];
  const [{ lookAtDiscord }, { examineCommunities, inviteLink }] = await Promise.all([
    import('../compose/look-at-discord.js'),
    import('./examine-communities.js'),
  ]);
  try {
    const facts = await lookAtDiscord(settings, token);
    const link = inviteLink(facts.applicationId);
    return [
      ...examineCommunities(facts, [...settings.communities.values()]),
      { what: 'invite link, least permissions', state: 'fine', says: link, todo: undefined },
    ];
  } catch (error) {
    return [discordFault(error)];
  }
}

function discordFault(error: unknown): Finding {
  const says = messageOf(error);
  const isToken = error instanceof Error && 'because' in error && error.because === 'credentials';
  if (isToken)
    return {
      what: 'token',
      state: 'fault',
      says,
      todo: "reset the token on the application's Bot page and copy it into .env",
    };
  return { what: 'Discord', state: 'fault', says, todo: 'look at the network and at https://discordstatus.com' };
}

async function finding(
  what: string,
  todo: string | undefined,
  look: () => Promise<{ readonly says: string }>,
): Promise<Finding> {
  try {
    return { what, state: 'fine', ...(await look()), todo: undefined };
  } catch (error) {
    return { what, state: 'fault', says: messageOf(error), todo };
  }
}
