import type { ActRule } from './act-rule.js';

/** Not described yet. */
export const tajikAct: ActRule | undefined = undefined;
