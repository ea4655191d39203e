/**
 * `npm run test:usb`: the simulator as a real USB device. Boots a small virtual machine with Debian's kernel and runs
 * `guest/main.ts` in it: built app, `hostblind` and Ledger's own clients, over WebHID, WebUSB and node-hid. Ends with
 * `N passed, N failed`, and with exit code 1 if anything failed or the guest did not say that it has finished.
 */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { boot, buildInitramfs } from './machine.mjs';
import { requirePrograms, unpackKernel } from './machine-packages.mjs';
import { decodeScreenDump } from './screen-dump.mjs';

const root = resolve(import.meta.dirname, '../..');
const work = join(root, 'node_modules/.cache/hostblind-usb');
const built = join(work, 'built');
const share = join(work, 'share');
/** Milliseconds. A quiet machine with two cores needs a quarter of it. */
const timeLimit = 600_000;

/**
 * `--built`: with what was built last time. `--screenshots`: also renews those of `docs/plug-in.md`. Anything else:
 * only the tests whose names have it.
 */
const words = process.argv.slice(2);
const options = new Set(words.filter((word) => word.startsWith('--')));
const only = words.find((word) => !word.startsWith('--')) ?? '';

async function buildEverything() {
  const logLevel = /** @type {const} */ ('warn');
  const target = (/** @type {string} */ name) => ({ outDir: join(built, name), emptyOutDir: true });
  await build({ configFile: join(root, 'vite.config.ts'), logLevel, build: target('dist') });
  const cli = { ...target('dist-cli'), emptyOutDir: false };
  await build({ configFile: join(root, 'firmware-sim/vite.config.ts'), logLevel, build: cli });
  await build({ configFile: join(root, 'src/cli/vite.config.ts'), logLevel, build: cli });
  await build({
    configFile: false,
    root: join(root, 'tests/usb/client-page'),
    base: './',
    logLevel,
    build: { ...target('client-page'), target: 'es2022', modulePreload: { polyfill: false } },
  });
  await build({
    configFile: false,
    root: join(root, 'docs/examples/viem'),
    base: './',
    logLevel,
    build: { ...target('wallet-page'), target: 'es2022', chunkSizeWarningLimit: 1000 },
  });
  const programs = /** @type {const} */ ([
    ['guest', 'guest/main.ts'],
    ['host', 'host/device-room.ts'],
  ]);
  for (const [name, entry] of programs) {
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel,
      build: { ...target(name), ssr: join(root, 'tests/usb', entry), target: 'node20' },
      ssr: { noExternal: true, external: ['playwright-core'] },
    });
  }
}

/** What the guest runs once it has a root. Lines about the device, and nothing else of the kernel, go to the console. */
function writeGuestScript(/** @type {string} */ proof, /** @type {number} */ roomPort) {
  const node = process.execPath;
  const chrome =
    process.env.CHROME_PATH === undefined ? '' : `export CHROME_PATH='${process.env.CHROME_PATH}'`;
  const script = `
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root XDG_RUNTIME_DIR=/run
${chrome}
export SCREENSHOTS=${options.has('--screenshots') ? 1 : 0}
udevd=/lib/systemd/systemd-udevd
[ -x "$udevd" ] || udevd=/usr/bin/udevd
$udevd --daemon
cd '${root}'
'${node}' '${built}/guest/main.js' '${built}' '${share}' '${proof}' ${roomPort} '${only}' > '${share}/guest.log' 2>&1 || echo "guest: ended with $?"
dmesg | grep -E 'usb [0-9]+-[0-9]+:|hid-generic|hidraw' | sed 's/^/kernel: /'
`;
  writeFileSync(join(share, 'run-tests.sh'), script);
}

async function main() {
  requirePrograms();
  mkdirSync(work, { recursive: true });
  const kernel = unpackKernel(work);
  if (!options.has('--built')) {
    rmSync(built, { recursive: true, force: true });
    await buildEverything();
  }
  rmSync(share, { recursive: true, force: true });
  mkdirSync(share, { recursive: true });
  // Drawn for each run, so that no earlier run's success can be taken for this one's.
  const proof = randomBytes(8).toString('hex');
  const { openDeviceRoom } = await import(pathToFileURL(join(built, 'host/device-room.js')).href);
  const room = await openDeviceRoom(join(built, 'dist-cli/firmware-sim.js'));
  try {
    return await runGuest({ kernel, proof, roomPort: room.port });
  } finally {
    await room.close();
  }
}

/** @type {(options: { kernel: import('./machine.mjs').Kernel, proof: string, roomPort: number }) => Promise<{ passed: number, failed: number }>} */
async function runGuest({ kernel, proof, roomPort }) {
  writeGuestScript(proof, roomPort);
  const init = join(root, 'tests/usb/guest-init.sh');
  const initramfs = buildInitramfs({ kernel, init, work });

  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  let [passed, failed, finished, kernelLines] = [0, 0, false, 0];
  console.log(`Booting ${kernel.version} (no hardware virtualisation)`);
  const ending = await boot({
    kernel,
    initramfs,
    share,
    milliseconds: timeLimit,
    onLine(line) {
      const text = line.replace(/^usb-test: /, '');
      if (text !== line) {
        if (text.startsWith('pass ')) passed += 1;
        if (text.startsWith('FAIL ')) failed += 1;
        if (text.startsWith('finished ')) finished = text.startsWith(`finished ${proof} `);
        if (!text.startsWith('finished ')) console.log(`${seconds()}  ${text}`);
      } else if (line.startsWith('kernel: ')) {
        kernelLines += 1;
        console.log(`        ${line}`);
      } else if (line.trim() !== '') {
        console.log(`        ${line}`);
      }
    },
  });
  console.log(`${seconds()}  the machine: ${ending}`);
  const faults = [];
  if (!finished) faults.push('the guest did not say that it has finished');
  if (kernelLines === 0) faults.push('the kernel said nothing about the device');
  for (const fault of faults) console.log(`FAIL ${fault}`);
  if (faults.length > 0 || failed > 0) {
    const log = join(share, 'guest.log');
    if (existsSync(log)) console.log(readFileSync(log, 'utf8').split('\n').slice(-40).join('\n'));
  }
  if (options.has('--screenshots')) saveScreenshots();
  return { passed, failed: failed + faults.length };
}

function saveScreenshots() {
  const images = join(root, 'docs/images');
  mkdirSync(images, { recursive: true });
  copyFileSync(join(share, 'app-over-webhid.png'), join(images, 'app-over-usb.png'));
  writeFileSync(
    join(images, 'chrome-chooser.png'),
    decodeScreenDump(readFileSync(join(share, 'chooser.xwd'))),
  );
}

const counts = await main().catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
});
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
