/** Compresses what was built, once, so that no request waits for it: `app.js` gets `app.js.br` and `app.js.gz` beside it. */
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(?:css|html|js|json|svg|txt|webmanifest)$/;

const ways = [
  {
    ending: '.br',
    compress: (bytes: Uint8Array) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  {
    ending: '.gz',
    compress: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  },
];

/** `files` are paths of files that were just written. What would not become smaller, or is packed already, stays alone. */
export async function compressFiles(files: readonly string[]): Promise<void> {
  const wanted = files.filter((file) => compressible.test(file));
  await Promise.all(
    wanted.map(async (file) => {
      const bytes = await readFile(file);
      await Promise.all(
        ways.map(async ({ ending, compress }) => {
          const packed = await compress(bytes);
          if (packed.length < bytes.length) await writeFile(`${file}${ending}`, packed);
        }),
      );
    }),
  );
}
