import { bandsOf, fingerprintOf, likeness } from '../assess/fingerprint.js';
import type { Flag } from '../domain/flag.js';
import type { Cipher } from './cipher.js';
import { openUndamaged } from './cipher.js';

/** The fingerprint of a flagged text as it is looked for and kept: hashed with the store's key, or sealed. */
export interface CampaignPrint {
  readonly flag: Flag;
  /** The same for the very same wording in this community. */
  readonly textHash: string;
  readonly minima: readonly number[];
  /** Of the bands together with community, category and polarity: what differs in these can never meet. */
  readonly bandHashes: readonly string[];
}

export function printOf(flag: Flag, cipher: Cipher): CampaignPrint {
  const { exact, minima } = fingerprintOf(flag.text ?? '', flag.language);
  const kind = `${flag.guildId}:${flag.category}:${flag.polarity}`;
  return {
    flag,
    textHash: cipher.hash('text', `${kind}:${exact}`),
    minima,
    bandHashes: bandsOf(minima).map((band) => cipher.hash('band', `${kind}:${band}`)),
  };
}

export function sealMinima(campaignId: string, minima: readonly number[], cipher: Cipher): string {
  return cipher.seal(placeOf(campaignId), minima.join(','));
}

/** How like a text is to the first of a campaign, in [0, 1]; 0 where the campaign's row was altered: nothing joins it then. */
export function likenessTo(
  campaignId: string,
  sealed: string | null,
  minima: readonly number[],
  cipher: Cipher,
): number {
  const kept = sealed === null ? undefined : openUndamaged(cipher, placeOf(campaignId), sealed);
  return kept === undefined ? 0 : likeness(kept.split(',').map(Number), minima);
}

function placeOf(campaignId: string): string {
  return `campaign/${campaignId}/sealed`;
}
