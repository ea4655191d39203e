/** A small virtual machine: Debian's kernel, a busybox initramfs, this computer's files read-only under an overlay. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Everything in the guest's kernel that is a module in Debian's. The order does not matter: depmod knows it. */
const modules = [
  'virtio_pci virtio_net 9pnet_virtio 9p overlay',
  'vhci-hcd usbhid hid-generic unix virtio_rng evdev',
].flatMap((line) => line.split(' '));

/** @typedef {{ image: string, folder: string, version: string }} Kernel */

/** Module files, each after those that it needs. @type {(kernel: Kernel) => string[]} */
function moduleFiles({ folder, version }) {
  const files = new Set();
  for (const name of modules) {
    const { stdout } = spawnSync(
      '/usr/sbin/modprobe',
      ['-d', folder, '-S', version, '--show-depends', name],
      {
        encoding: 'utf8',
      },
    );
    for (const [, file] of (stdout ?? '').matchAll(/^insmod (\S+)/gm)) files.add(file);
  }
  return [...files];
}

/** Unpacked, since newer kernels' packages compress their modules. Gives the name. */
function copyModule(/** @type {string} */ file, /** @type {string} */ folder) {
  const name = basename(file, '.xz');
  if (file.endsWith('.xz')) {
    const { stdout } = spawnSync('/usr/bin/busybox', ['xzcat', file], { maxBuffer: 64 * 1024 * 1024 });
    writeFileSync(join(folder, name), stdout);
  } else {
    copyFileSync(file, join(folder, name));
  }
  return name;
}

/** @type {(options: { kernel: Kernel, init: string, work: string }) => string} */
export function buildInitramfs({ kernel, init, work }) {
  const tree = join(work, 'initramfs');
  rmSync(tree, { recursive: true, force: true });
  for (const folder of ['bin', 'dev', 'proc', 'sys', 'host', 'upper', 'root', 'modules']) {
    mkdirSync(join(tree, folder), { recursive: true });
  }
  copyFileSync('/usr/bin/busybox', join(tree, 'bin/busybox'));
  copyFileSync(init, join(tree, 'init'));
  chmodSync(join(tree, 'init'), 0o755);
  const files = moduleFiles(kernel);
  if (!files.some((file) => /vhci-hcd\.ko(\.xz)?$/.test(file)))
    throw new Error('The kernel has no vhci-hcd module.');
  const names = files.map((file) => copyModule(file, join(tree, 'modules')));
  writeFileSync(join(tree, 'modules/order'), `${names.join('\n')}\n`);
  const image = join(work, 'initramfs.cpio');
  const packed = spawnSync('sh', ['-c', `find . | /usr/bin/busybox cpio -o -H newc > '${image}'`], {
    cwd: tree,
  });
  if (packed.status !== 0) throw new Error(`The initramfs could not be packed: ${String(packed.stderr)}`);
  return image;
}

/**
 * Boots, passes every line of the console to `onLine`, and ends when the guest switches itself off or the time is up.
 * `share` is a folder that the guest may write to.
 *
 * @type {(options: { kernel: Kernel, initramfs: string, share: string, milliseconds: number, onLine: (line: string) => void }) => Promise<'off' | 'time is up'>}
 */
export function boot({ kernel, initramfs, share, milliseconds, onLine }) {
  const files = (/** @type {string} */ path, /** @type {string} */ tag, /** @type {string} */ more) =>
    `local,path=${path},mount_tag=${tag},security_model=none,multidevs=remap${more}`;
  const child = spawn(
    '/usr/bin/qemu-system-x86_64',
    [
      [
        '-accel',
        'tcg,thread=multi',
        '-smp',
        '2',
        '-m',
        '3072',
        '-cpu',
        'Nehalem',
        '-nodefaults',
        '-no-reboot',
      ],
      ['-display', 'none', '-serial', 'stdio', '-nic', 'user,model=virtio-net-pci'],
      ['-kernel', kernel.image, '-initrd', initramfs],
      ['-append', `console=ttyS0 quiet loglevel=3 panic=-1 mitigations=off nokaslr share=${share}`],
      ['-virtfs', files('/', 'host', ',readonly=on'), '-virtfs', files(share, 'share', '')],
      ['-device', 'virtio-rng-pci'],
    ].flat(),
    { cwd: dirname(initramfs), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let rest = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line.replace(/\r$/, ''));
    });
  }
  return new Promise((resolve, reject) => {
    let ending = /** @type {'off' | 'time is up'} */ ('off');
    const timer = setTimeout(() => {
      ending = 'time is up';
      child.kill('SIGKILL');
    }, milliseconds);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      if (rest !== '') onLine(rest);
      resolve(ending);
    });
  });
}
