import { describe, expect, it } from '@jest/globals';
import { toEdit, toPost } from '../../../src/adapters/discord/to-payload.js';
import { renderCard } from '../../../src/alert/render-card.js';
import { toSnowflake } from '../../../src/domain/snowflake.js';
import { textsIn } from '../../../src/texts/texts-in.js';
import { anAlert } from '../../alert/an-alert.js';

const role = toSnowflake('9');
const card = renderCard(anAlert({ level: 'urgent' }), textsIn('en'), role);

describe('a card as Discord gets it', () => {
  it('pings its one role when it is posted, and nobody when it is edited', () => {
    expect(toPost(card)).toMatchObject({ content: '<@&9>', allowedMentions: { roles: ['9'] } });
    expect(toEdit(card)).toMatchObject({ allowedMentions: { parse: [] } });
    expect(toEdit(card)).not.toHaveProperty('content');
  });

  it('has a nonce of at most 25 characters that Discord is to enforce', () => {
    const { nonce, enforceNonce } = toPost(card);
    expect(nonce.length).toBeLessThanOrEqual(25);
    expect(enforceNonce).toBe(true);
    expect(
      toPost({ id: 'a-b', title: '', colour: 0, body: '', fields: [], footer: '', buttons: [], pingRole: undefined })
        .nonce,
    ).toBe('ab');
  });

  it('carries its id in every button, and no row where it has no buttons', () => {
    for (const button of toEdit(card).components[0]?.components ?? [])
      expect(JSON.stringify(button)).toContain(card.id);
    expect(toEdit({ ...card, buttons: [], menu: undefined }).components).toEqual([]);
  });
});
