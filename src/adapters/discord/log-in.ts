import { type Client, Events } from 'discord.js';
import { translateError } from './translate-error.js';

/** Logs in and waits until the communities are known. Throws RefusedError or UnavailableError. */
export async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    throw translateError(error, 'connecting to Discord');
  }
  await ready;
}
