import type { ActRule } from './act-rule.js';

/** Not described yet. */
export const uzbekAct: ActRule | undefined = undefined;
