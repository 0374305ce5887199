import { type APIApplicationCommand, ApplicationCommandType, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { isRecord, type JsonRecord, listOf, numberOf, recordOf, textOf } from '../json.js';
import type { World } from '../world/world.js';
import { ApiError, invalidBody } from './api-error.js';
import { guildFor, type RestCall, type RestRoute } from './route.js';

const SLASH_NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
/** Names in the menu of a message may have spaces and capitals. */
const MENU_NAME = /^\S.{0,30}\S$|^\S$/u;

type Commands = Map<string, APIApplicationCommand>;

/** Registering slash commands, for all guilds or for one. */
export function commandRoutes(world: World): readonly RestRoute[] {
  const everywhere = '/applications/:application/commands';
  const inGuild = '/applications/:application/guilds/:guild/commands';
  return [
    ...registry(world, everywhere, () => world.commands),
    ...registry(world, inGuild, (call) => guildFor(world, call).commands),
  ];
}

function registry(world: World, path: string, commandsOf: (call: RestCall) => Commands): readonly RestRoute[] {
  const one = `${path}/:command`;
  return [
    { method: 'GET', path, answer: (call) => [...commandsOf(call).values()] },
    { method: 'PUT', path, answer: (call) => replaceAll(world, commandsOf(call), call) },
    { method: 'POST', path, answer: (call) => register(world, commandsOf(call), recordOf(call.body), call) },
    { method: 'GET', path: one, answer: (call) => commandIn(commandsOf(call), call) },
    {
      method: 'PATCH',
      path: one,
      answer: (call) => {
        const commands = commandsOf(call);
        const old = commandIn(commands, call);
        commands.delete(old.id);
        return register(world, commands, { ...old, ...recordOf(call.body) }, call);
      },
    },
    {
      method: 'DELETE',
      path: one,
      answer: (call) => void commandsOf(call).delete(commandIn(commandsOf(call), call).id),
    },
  ];
}

function replaceAll(world: World, commands: Commands, call: RestCall): readonly APIApplicationCommand[] {
  commands.clear();
  return listOf(call.body).map((entry) => register(world, commands, recordOf(entry), call));
}

function register(world: World, commands: Commands, body: JsonRecord, call: RestCall): APIApplicationCommand {
  const { name, description, type, options, default_member_permissions: permissions, id } = body;
  const kind = numberOf(type) ?? ApplicationCommandType.ChatInput;
  if (typeof name !== 'string' || !(kind === ApplicationCommandType.ChatInput ? SLASH_NAME : MENU_NAME).test(name))
    throw invalidBody('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  if (kind === ApplicationCommandType.ChatInput && (typeof description !== 'string' || description.length > 100))
    throw invalidBody('description', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');

  const old = [...commands.values()].find((command) => command.name === name && command.type === kind);
  const command: APIApplicationCommand = {
    id: old?.id ?? textOf(id) ?? world.nextId(),
    application_id: world.application.id,
    type: kind,
    name,
    description: textOf(description) ?? '',
    default_member_permissions: textOf(permissions) ?? null,
    version: world.nextId(),
    ...(isOptions(options) && { options }),
    ...rareFields(body),
    ...(call.params.guild !== undefined && { guild_id: call.params.guild }),
  };
  commands.set(command.id, command);
  return command;
}

/** What few commands have, kept as it was sent. */
function rareFields(body: JsonRecord): Partial<APIApplicationCommand> {
  const {
    name_localizations: names,
    description_localizations: descriptions,
    contexts,
    integration_types: types,
  } = body;
  return {
    ...(isRecord(names) && { name_localizations: names }),
    ...(isRecord(descriptions) && { description_localizations: descriptions }),
    ...(Array.isArray(contexts) && { contexts }),
    ...(Array.isArray(types) && { integration_types: types }),
  };
}

function commandIn(commands: Commands, call: RestCall): APIApplicationCommand {
  const command = commands.get(call.params.command ?? '');
  if (command === undefined)
    throw new ApiError(404, RESTJSONErrorCodes.UnknownApplicationCommand, 'Unknown application command');
  return command;
}

function isOptions(value: unknown): value is NonNullable<APIApplicationCommand['options']> {
  return Array.isArray(value);
}
