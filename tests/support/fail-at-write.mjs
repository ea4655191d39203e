/**
 * Preloaded into a simulator process (`NODE_OPTIONS=--import=…`): every write to the storage file fails from the
 * moment on that the file named by `FAIL_WHEN_EXISTS` is there, as on a disk that became full.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const signal = process.env.FAIL_WHEN_EXISTS ?? '';
const write = fs.writeSync;

fs.writeSync = /** @type {typeof fs.writeSync} */ (
  (/** @type {Parameters<typeof fs.writeSync>} */ ...parameters) => {
    if (fs.existsSync(signal)) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    return write(...parameters);
  }
);
syncBuiltinESMExports();
