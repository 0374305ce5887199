import { describe, expect, it } from '@jest/globals';
import { createCipher } from '../../src/store/cipher.js';
import { DamagedDatabaseError } from '../../src/store/damaged-database-error.js';

const cipher = createCipher(new Uint8Array(32).fill(1));
const stranger = createCipher(new Uint8Array(32).fill(2));

describe('the cipher', () => {
  it('opens what it sealed, for the same place', () => {
    expect(cipher.open('flag/1', cipher.seal('flag/1', 'ҳамин матн'))).toBe('ҳамин матн');
    expect(cipher.open('flag/1', cipher.seal('flag/1', ''))).toBe('');
  });

  it('seals the same text differently each time', () => {
    expect(cipher.seal('flag/1', 'same')).not.toBe(cipher.seal('flag/1', 'same'));
  });

  it.each([
    ['for another place', () => cipher.open('flag/2', cipher.seal('flag/1', 'text'))],
    ['with another key', () => stranger.open('flag/1', cipher.seal('flag/1', 'text'))],
    ['altered by one bit', () => cipher.open('flag/1', flipBit(cipher.seal('flag/1', 'text')))],
    ['cut short', () => cipher.open('flag/1', cipher.seal('flag/1', 'text').slice(0, 20))],
    ['not at all', () => cipher.open('flag/1', 'nothing')],
  ])('refuses what was sealed %s', (_name, open) => {
    expect(open).toThrow(DamagedDatabaseError);
  });

  it('hashes by key and kind, always alike', () => {
    expect(cipher.hash('author', '77')).toBe(cipher.hash('author', '77'));
    const hashes = [cipher.hash('author', '77'), cipher.hash('message', '77'), stranger.hash('author', '77')];
    expect(new Set(hashes).size).toBe(3);
  });

  it('has a check that tells keys apart', () => {
    expect(cipher.check).toBe(createCipher(new Uint8Array(32).fill(1)).check);
    expect(cipher.check).not.toBe(stranger.check);
  });
});

function flipBit(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  bytes.writeUInt8(bytes.readUInt8(14) ^ 1, 14);
  return bytes.toString('base64');
}
