/** Runs commands inside a bare root: its own mounts and processes, and nothing of this computer's environment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BareRoot } from './bare-root.ts';

/** Where the clone is, as seen inside. */
export const projectFolder = '/root/hostblind';

/** The mounts end with the namespace, and are seen nowhere else. `$1` is the root, `$2` npm's cache, `$3` apt's. */
const enter = `
set -e
root=$1 npm=$2 debs=$3
shift 3
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for each in null zero full random urandom tty; do
  touch "$root/dev/$each"
  mount --bind "/dev/$each" "$root/dev/$each"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount --bind "$npm" "$root/root/.npm"
mount --bind "$debs" "$root/var/cache/apt/archives"
exec chroot "$root" /usr/bin/env -i "$@"
`;

/** Of the environment only how the network is reached. */
function environment(): string[] {
  const way =
    /^(https?_proxy|no_proxy|node_extra_ca_certs|npm_config_(registry|proxy|https_proxy|noproxy|cafile))$/i;
  const kept = Object.entries(process.env).flatMap(([name, value = '']) =>
    way.test(name) ? [`${name}=${value}`] : [],
  );
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return [`PATH=${path}`, 'HOME=/root', ...kept];
}

export interface Running {
  /** Exit code; a signal counts as 1. */
  readonly ended: Promise<number>;
  /** Everything it has printed so far, both streams. */
  output(): string;
  /** Settles with the first match in what it prints; rejects when it ends without one or the time is up. */
  prints(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>;
  /** Ends it, with every process that it started. */
  kill(): void;
}

/** Starts a shell's line inside, in the project's folder. `show` passes on what it prints. */
export function startInside(root: BareRoot, line: string, { show }: { show: boolean }): Running {
  mkdirSync(join(root.folder, 'root/.npm'), { recursive: true });
  mkdirSync(join(root.folder, projectFolder), { recursive: true });
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child=SIGKILL', '--propagation', 'private'];
  const entrance = ['sh', '-c', enter, 'enter', root.folder, root.caches.npm, root.caches.debs];
  const command = [...environment(), 'sh', '-c', `cd ${projectFolder} && ${line}`];
  const child = spawn('unshare', [...namespaces, ...entrance, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that is broken off leaves nothing running.
  const kill = (): void => void child.kill('SIGKILL');
  process.prependListener('exit', kill);
  child.once('close', () => process.off('exit', kill));
  return follow(child, show);
}

function follow(child: ChildProcess, show: boolean): Running {
  let [text, over] = ['', false];
  const watchers = new Set<() => void>();
  const wake = (): void => {
    for (const watcher of watchers) watcher();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (show) process.stdout.write(chunk);
      wake();
    });
  }
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      over = true;
      wake();
      resolve(code ?? 1);
    });
  });
  return {
    ended,
    output: () => text,
    prints(pattern, timeoutMs) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => finish(new Error(`it did not print ${String(pattern)} in time`)),
          timeoutMs,
        );
        const finish = (result: RegExpExecArray | Error): void => {
          clearTimeout(timer);
          watchers.delete(look);
          if (result instanceof Error) reject(result);
          else resolve(result);
        };
        const look = (): void => {
          const match = pattern.exec(text);
          if (match !== null) finish(match);
          else if (over) finish(new Error(`it ended without printing ${String(pattern)}`));
        };
        watchers.add(look);
        look();
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
