import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { applicationFlags, type Logins } from '../gateway/gateway.js';
import type { World } from '../world/world.js';
import { ApiError, unknown } from './api-error.js';
import type { RestRoute } from './route.js';

/** The bot's own account, its application, and where its gateway is. */
export function applicationRoutes(
  world: World,
  gateway: { readonly url: () => string; readonly shards: number; readonly logins: Logins },
): readonly RestRoute[] {
  const { url, shards, logins } = gateway;
  const application = () => apiApplication(world);
  return [
    { method: 'GET', path: '/gateway', open: true, answer: () => ({ url: url() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      answer: () => ({ url: url(), shards, session_start_limit: startLimit(logins) }),
    },
    { method: 'GET', path: '/users/@me', answer: () => world.bot },
    { method: 'GET', path: '/users/@me/guilds', answer: () => partialGuilds(world) },
    { method: 'GET', path: '/applications/@me', answer: application },
    { method: 'GET', path: '/oauth2/applications/@me', answer: application },
    {
      method: 'GET',
      path: '/users/:user',
      answer: ({ params }) => {
        const user = world.users.get(params.user ?? '');
        if (user === undefined) throw unknown('User');
        return user;
      },
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      answer: () => {
        throw new ApiError(403, RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'Cannot send messages to this user');
      },
    },
  ];
}

function startLimit(logins: Logins) {
  const remaining = Math.max(0, 1000 - logins.identified);
  return { total: 1000, remaining, reset_after: 86_400_000, max_concurrency: 1 };
}

function apiApplication(world: World) {
  const flags = applicationFlags(world);
  return {
    id: world.application.id,
    name: world.application.name,
    icon: null,
    description: '',
    bot_public: false,
    bot_require_code_grant: false,
    bot: world.bot,
    summary: '',
    verify_key: '0'.repeat(64),
    team: null,
    flags,
    flags_new: `${flags}`,
    approximate_guild_count: world.guilds.size,
  };
}

function partialGuilds(world: World) {
  return [...world.guilds.values()].map(({ id, name }) => ({
    id,
    name,
    icon: null,
    owner: false,
    permissions: '0',
    features: [],
  }));
}
