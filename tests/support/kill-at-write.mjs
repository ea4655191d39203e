/**
 * Preloaded into a simulator process: ends it by SIGKILL in the middle of one write to its storage file.
 * `KILL_AT=WRITE:BYTES`: during write number WRITE (from 0), after BYTES bytes of it are in the file.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [wanted = -1, kept = 0] = (process.env.KILL_AT ?? '').split(':').map(Number);
const writeSync = fs.writeSync;
let writes = 0;

fs.writeSync = /** @type {typeof fs.writeSync} */ (
  (/** @type {number} */ file, /** @type {Uint8Array} */ bytes, /** @type {unknown[]} */ ...rest) => {
    // Whatever is written by position is the storage; output streams write without one.
    const [offset, length, position] = rest;
    if (typeof position !== 'number') return Reflect.apply(writeSync, fs, [file, bytes, ...rest]);
    if (writes === wanted) {
      Reflect.apply(writeSync, fs, [file, bytes, offset, Math.min(kept, Number(length)), position]);
      process.kill(process.pid, 'SIGKILL');
    }
    writes += 1;
    return Reflect.apply(writeSync, fs, [file, bytes, ...rest]);
  }
);
syncBuiltinESMExports();
