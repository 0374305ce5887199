import type { Clock } from '../../ports/clock.js';

/** How the sandbox's Discord is to behave. */
export interface DiscordServerOptions {
  /** Ids, time stamps and rate limits follow it. */
  readonly clock: Pick<Clock, 'now'>;
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** What the bot logs in with. Default: made at random, so that no web page on this machine can guess it. */
  readonly token?: string;
  readonly botName?: string;
  /** `discord`, the default, imitates the rates observed there; `none` lets everything through. */
  readonly rates?: 'discord' | 'none';
  /** Whether the application may use the message-content intent. Default: true. */
  readonly messageContent?: boolean;
  /** Whether the application may use the members intent. Default: true. */
  readonly guildMembers?: boolean;
  /** How often clients are told to beat. Default: Discord's 41,250 ms. */
  readonly heartbeatIntervalMs?: number;
  /** How long a session without a socket can be resumed. Default: three minutes. */
  readonly resumeWindowMs?: number;
  /** Characters of events kept for replay, per session. Default: 16 million. */
  readonly replayLimit?: number;
  /** Messages kept per channel; older ones are forgotten. Default: 100,000. */
  readonly keepPerChannel?: number;
  /** How many shards `GET /gateway/bot` recommends. Default: 1. */
  readonly shards?: number;
  /** The gateway address told to clients where it is not the server's own, as behind a fault proxy. */
  readonly gatewayUrl?: () => string;
  /** How long a press waits for any answer before it failed. Default: Discord's three seconds. */
  readonly acknowledgeMs?: number;
  /** How long `press` waits for the answer of a bot that asked for patience. Default: ten seconds. */
  readonly answerMs?: number;
}
