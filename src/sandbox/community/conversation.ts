import { AFTERNOON } from './afternoon.js';
import { EVENING } from './evening.js';
import { MORNING } from './morning.js';
import { NOON } from './noon.js';
import type { Step } from './step.js';

/** All that happens in the sample community, in order. */
export const CONVERSATION: readonly Step[] = [...MORNING, ...NOON, ...AFTERNOON, ...EVENING];
