/**
 * Changes the key of a database in a process that can be killed: takes the file and the key file as argv, says `flags` on
 * stdout when some flags are sealed anew, and waits there for ever.
 */
import { writeSync } from 'node:fs';
import { rotateKey } from '../../src/store/rotate-key.js';

const [file = '', path = ''] = process.argv.slice(2);
const forEver = new Int32Array(new SharedArrayBuffer(4));
await rotateKey({
  database: { kind: 'sqlite', file },
  key: { kind: 'file', path },
  at: new Date(0),
  onProgress: () => {
    writeSync(1, 'flags\n');
    Atomics.wait(forEver, 0, 0);
  },
});
