import { uzbekKey, uzbekKeys } from '../../text/keys.js';
import { foldEndings, type PlainEndings } from './build-endings.js';
import type { Endings } from './morphology.js';

/** Few endings have a letter that is typed in more than one way; the others need one key only. */
const TYPED_IN_WAYS = /oʼ|yo|iy|ts/;
/** Endings as keys spell them. */
export const foldUzbek = (plain: PlainEndings): Endings =>
  foldEndings(plain, (ending) => (TYPED_IN_WAYS.test(ending) ? uzbekKeys(ending) : [uzbekKey(ending)]));
