import type { Lesson, ReasonLabel } from '../../src/store/pack-stores.js';
import { GUILD, NOON } from '../store/store-samples.js';

export const JOIN: ReasonLabel = { kind: 'pattern', role: 'join', gloss: 'join the group' };
export const GROUP: ReasonLabel = { kind: 'term', role: 'group', gloss: 'Islamic State' };
export const BROTHERS: ReasonLabel = { kind: 'term', role: 'group', gloss: 'the brothers' };

export function aLesson(change: Partial<Lesson> = {}): Lesson {
  return {
    guildId: GUILD,
    ...{ language: 'ru', category: 'join', score: 3, pack: 'small@1+0', verdict: 'confirmed', at: NOON },
    labels: [JOIN, GROUP],
    ...change,
  };
}

/** That many lessons, all alike. */
export function lessons(count: number, change: Partial<Lesson> = {}): readonly Lesson[] {
  return Array.from({ length: count }, () => aLesson(change));
}
