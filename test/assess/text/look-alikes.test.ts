import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { ALIEN_TO_LATIN, COMPATIBLE_LETTERS, cyrillicLook, latinLook } from '../../../src/assess/text/look-alikes.js';

const unhomoglyph: (text: string) => string = createRequire(import.meta.url)('unhomoglyph');

/** Letters whose skeleton in the confusables is no plain Latin letter, or another than the one they are read as here. */
const OWN_READINGS = new Set('ϳᴦѕЅεκτωχηςέίόύάήλπφδΓΠΛΔΦβ');

describe('look-alikes', () => {
  it('agree with the Unicode confusables that unhomoglyph carries', () => {
    for (const [letter, latin] of ALIEN_TO_LATIN) {
      if (OWN_READINGS.has(letter)) continue;
      expect(`${letter} ${unhomoglyph(letter)}`).toBe(`${letter} ${latin}`);
    }
  });

  it('lead compatibility forms to what NFKC makes of them', () => {
    expect(COMPATIBLE_LETTERS.get('Ａ')).toBe('A');
    expect(COMPATIBLE_LETTERS.get('ⓙ')).toBe('j');
    expect(COMPATIBLE_LETTERS.get('ﷺ')).toBeUndefined();
  });

  it('lead there and back for the letters that look the same in both scripts', () => {
    for (const letter of 'аеосрху') {
      const latin = latinLook(letter.charCodeAt(0));
      expect(String.fromCharCode(cyrillicLook(latin))).toBe(letter);
    }
  });

  it('offer nothing for letters without a double', () => {
    for (const letter of 'йщюэ') {
      expect(latinLook(letter.charCodeAt(0))).toBe(0);
    }
  });
});
