import { expect, it } from '@jest/globals';
import { exportExamples } from '../../src/learn/export-examples.js';
import { examplesFileSchema } from '../../src/packs/format/examples.js';
import { NOON } from '../store/store-samples.js';

const text = { text: 'flat sample', language: 'tg-Latn', category: 'join', verdict: 'confirmed', at: NOON } as const;
const community = 'a1b2c3d4e5f6';

it('decided texts become examples with where they come from, and the pack takes them', () => {
  const [file, ...others] = exportExamples([
    { ...text, community },
    { ...text, community, text: 'another', verdict: 'false-alarm' },
    { ...text, community, text: 'x'.repeat(1001) },
    { ...text, community, language: 'und' },
  ]);
  expect(others).toEqual([]);
  expect(file).toMatchObject({
    language: 'tajik',
    examples: [
      { label: 'join', text: 'flat sample', source: 'confirmed on 2026-03-02 in community a1b2c3d4e5f6' },
      { label: 'everyday', text: 'another', source: 'false-alarm on 2026-03-02 in community a1b2c3d4e5f6' },
    ],
  });
  expect(examplesFileSchema.safeParse(file).success).toBe(true);
});
