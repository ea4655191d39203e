/** What a bare root is made with, and whether it can be made here. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Debian's name of the system's release, as in its archive: `bookworm`; `undefined` when this isn't Debian. */
export function debianRelease(osRelease = readText('/etc/os-release')): string | undefined {
  const value = (name: string): string | undefined =>
    new RegExp(`^${name}="?([\\w.-]+)"?$`, 'm').exec(osRelease)?.[1];
  return value('ID') === 'debian' ? value('VERSION_CODENAME') : undefined;
}

/** A sentence when the test can't be run here, which is neither passed nor failed. Installs mmdebstrap if it's missing. */
export function whyNotHere(): string | undefined {
  if (process.platform !== 'linux') return 'it builds a bare Debian and needs Linux.';
  if (process.getuid?.() !== 0) return 'it changes its root folder and needs root.';
  if (debianRelease() === undefined)
    return 'it builds a bare Debian from the archive of the Debian it runs on.';
  const tryNamespaces = ['--mount', '--pid', '--fork', '--propagation', 'private', 'true'];
  if (spawnSync('unshare', tryNamespaces, { stdio: 'ignore' }).status !== 0)
    return 'it needs mount namespaces (unshare --mount --pid), and this system refuses them.';
  if (!hasMmdebstrap()) {
    console.log('Installing Debian’s package mmdebstrap.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'mmdebstrap']])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  if (!hasMmdebstrap()) return 'it needs mmdebstrap: apt-get install mmdebstrap';
  return undefined;
}

function hasMmdebstrap(): boolean {
  return existsSync('/usr/bin/mmdebstrap');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
