import type { Clock } from '../ports/clock.js';
import { buildCommunity, type SampleCommunity } from './community/build-community.js';
import { type Played, type PlayOptions, playCommunity } from './community/play-community.js';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from './discord/server.js';
import { type ImportCounts, type ImportOptions, importTexts } from './import/import-texts.js';

/** What a sandbox is made from. */
export interface SandboxOptions extends Omit<DiscordServerOptions, 'clock'> {
  readonly clock: Clock;
}

/** A local Discord with the sample community in it, waiting for a bot. */
export interface Sandbox extends SampleCommunity {
  /** The REST base that discord.js is given as `rest.api`. */
  readonly apiUrl: string;
  readonly token: string;
  /** Where files are imported to: a watched text channel that the conversation does not use. */
  readonly importChannelId: string;
  readonly server: DiscordServer;
  readonly play: (options: Omit<PlayOptions, 'clock'>) => Promise<Played>;
  /** Posts a file's texts; channels and authors default to the import channel and the community's members. */
  readonly importTexts: (file: string, options?: Partial<ImportOptions>) => Promise<ImportCounts>;
  readonly close: () => Promise<void>;
}

/** Starts a local Discord on 127.0.0.1 and builds the sample community in it. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const server = await startDiscordServer(options);
  const community = buildCommunity(server);
  const { channels, people } = community;
  return {
    ...community,
    apiUrl: server.apiUrl,
    token: server.token,
    importChannelId: channels.imports,
    server,
    play: (how) => playCommunity(server, community, { ...how, clock: options.clock }),
    importTexts: (file, how = {}) =>
      importTexts(server, file, { channelIds: [channels.imports], authorIds: Object.values(people), ...how }),
    close: server.close,
  };
}
