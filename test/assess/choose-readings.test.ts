import { describe, expect, it } from '@jest/globals';
import { likelyReadings } from '../../src/assess/choose-readings.js';
import { examine } from '../../src/assess/examine.js';
import { readPack } from '../../src/packs/read-pack.js';
import { SHIPPED_PACK } from './shipped-pack.js';

const { parts } = readPack(SHIPPED_PACK);

/** Which of several readings of a text come into question, the plain one first. */
function likely(plain: string, ...others: readonly string[]): readonly string[] {
  const [first, ...rest] = [plain, ...others].map((text) => examine(text, parts));
  return first === undefined ? [] : likelyReadings(first, rest, parts).map(({ text }) => text.original);
}

describe('of several readings', () => {
  it('one whose words the examples know takes the place of the plain one', () => {
    expect(likely('прихо дите в шко лу сегодня', 'приходите в школу сегодня')).toEqual(['приходите в школу сегодня']);
  });

  it('the plain one stands where another makes words that nobody knows', () => {
    expect(likely('мы придём домой вечером', 'мыпри дёмдо мойве чером')).toEqual(['мы придём домой вечером']);
  });

  it('the plain one stands where another is hardly known any better', () => {
    expect(likely('приходите в школу', 'приходите в шк олу')).toEqual(['приходите в школу']);
  });

  it('one with the same words stands beside it: only its sentences are parted elsewhere', () => {
    expect(likely('приходите. в школу', 'приходите  в школу')).toEqual(['приходите. в школу', 'приходите  в школу']);
  });

  it('several that are known alike stand together', () => {
    const known = ['приходите в школу сегодня', 'приходите. в школу сегодня'];
    expect(likely('прихо дите вшко лусе годня', ...known)).toEqual(known);
  });
});
