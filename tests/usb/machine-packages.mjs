/** What the virtual machine is made of: Debian's packages, installed if this is Debian and we are root, else named. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../chromium.mjs';

/** A program, and the Debian package that has it. */
const needed = [
  ['/usr/bin/qemu-system-x86_64', 'qemu-system-x86'],
  ['/usr/bin/busybox', 'busybox-static'],
  ['/usr/bin/Xvfb', 'xvfb'],
  ['/usr/bin/xdotool', 'xdotool'],
  ['/usr/sbin/depmod', 'kmod'],
];
/** `systemd-udevd` and its rules: without them a browser is not told of devices that come and go. */
const udev = ['/usr/bin/udevadm', 'udev'];

const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

function apt(/** @type {string[]} */ ...args) {
  return (
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: aptEnvironment }).status === 0
  );
}

/** Throws an `Error` that names what is missing and how to get it. */
export function requirePrograms() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The USB tests boot a Debian kernel under qemu-system-x86_64 and run on Linux on x86-64 only.',
    );
  }
  const missing = () => {
    const packages = [...needed, udev].filter(([file]) => !existsSync(file)).map(([, name]) => name);
    return findChromium() === undefined ? [...packages, 'chromium'] : packages;
  };
  const before = missing();
  if (before.length === 0) return;
  const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (isDebian && process.getuid?.() === 0) {
    console.log(`Installing Debian packages: ${before.join(' ')}`);
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...before);
  }
  const after = missing();
  if (after.length === 0) return;
  throw new Error(
    [
      `The USB tests need what these Debian packages have: ${after.join(' ')}`,
      `On Debian or Ubuntu: sudo apt-get install --no-install-recommends ${after.join(' ')}`,
    ].join('\n'),
  );
}

/** The newest kernel package with USB; the `-cloud-` flavour has none. */
function kernelPackage() {
  const depends = spawnSync('apt-cache', ['depends', 'linux-image-amd64'], { encoding: 'utf8' }).stdout ?? '';
  return /Depends: (linux-image-[0-9][^\s]*-amd64)\b/.exec(depends)?.[1];
}

/**
 * Debian's kernel and its modules, unpacked into `cache` and never installed. Gives the folder and the kernel's version.
 * Kept for the next run.
 */
export function unpackKernel(/** @type {string} */ cache) {
  const folder = join(cache, 'kernel');
  if (!existsSync(join(folder, 'boot'))) {
    let name = kernelPackage();
    if (name === undefined) {
      apt('update');
      name = kernelPackage();
    }
    if (name === undefined)
      throw new Error('The USB tests need the package linux-image-amd64 from a Debian archive.');
    console.log(`Unpacking ${name}`);
    const fresh = join(cache, 'kernel.new');
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    const download = () =>
      spawnSync('apt-get', ['download', name], { cwd: fresh, stdio: 'ignore' }).status === 0;
    // The lists may be older than the archive.
    if (!download() && !(apt('update') && download())) throw new Error(`apt-get download ${name} failed.`);
    const file = readdirSync(fresh).find((each) => each.endsWith('.deb'));
    if (file === undefined || spawnSync('dpkg', ['-x', file, '.'], { cwd: fresh }).status !== 0) {
      throw new Error(`${name} could not be unpacked.`);
    }
    rmSync(join(fresh, file));
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  }
  const image = readdirSync(join(folder, 'boot')).find((name) => name.startsWith('vmlinuz-'));
  if (image === undefined) throw new Error(`${folder} has no kernel: delete it, and it is fetched again.`);
  const version = image.slice('vmlinuz-'.length);
  const moduleIndex = join(folder, 'lib/modules', version, 'modules.dep.bin');
  if (!existsSync(moduleIndex)) {
    if (spawnSync('/usr/sbin/depmod', ['-b', folder, version]).status !== 0)
      throw new Error('depmod failed.');
  }
  return { image: join(folder, 'boot', image), folder, version };
}
