/**
 * A bare Debian with Node: what mmdebstrap calls "minbase" (packages marked essential, and apt), the running Node, and the
 * way to the archives that this computer has. Nothing of that way is kept in the repository.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const dayMs = 86_400_000;
/** The archive goes on meanwhile; after this long the root is made again. */
const keptForMs = 30 * dayMs;

export interface BareRoot {
  readonly folder: string;
  /** Outside the root, bound into it: what was fetched once isn't fetched again. */
  readonly caches: { readonly npm: string; readonly debs: string };
  remove(): void;
}

export function makeBareRoot(release: string): BareRoot {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'hostblind-fresh');
  mkdirSync(join(cache, 'debs/partial'), { recursive: true });
  const archive = baseArchive(release, cache);
  const folder = mkdtempSync(join(tmpdir(), 'hostblind-fresh-'));
  chmodSync(folder, 0o755);
  execFileSync('tar', ['-xf', archive, '-C', folder, '--numeric-owner']);
  copyAptWay(folder);
  copyNode(folder);
  const npm = copyNpmWay(folder);
  return {
    folder,
    caches: { npm, debs: join(cache, 'debs') },
    // What was just killed may still be letting go of its files.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** The bare Debian as a tar file, made once. */
function baseArchive(release: string, cache: string): string {
  const sources = sourceFiles();
  const options = aptOptions();
  const key = createHash('sha256').update(JSON.stringify([release, options]));
  for (const file of sources) key.update(readFileSync(file));
  const archive = join(cache, `${release}-${key.digest('hex').slice(0, 16)}.tar`);
  if (existsSync(archive) && Date.now() - statSync(archive).mtimeMs < keptForMs) return archive;
  console.log(`Making a bare Debian ${release}; it is kept in ${cache}`);
  const unfinished = `${archive}.${process.pid}`;
  const optionFile = join(cache, `apt-options.${process.pid}`);
  writeFileSync(optionFile, options);
  try {
    const args = ['--variant=minbase', '--quiet', '--format=tar', `--aptopt=${optionFile}`];
    execFileSync('mmdebstrap', [...args, release, unfinished, ...sources], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    renameSync(unfinished, archive);
  } finally {
    rmSync(unfinished, { force: true });
    rmSync(optionFile, { force: true });
  }
  return archive;
}

function sourceFiles(): string[] {
  const folder = '/etc/apt/sources.list.d';
  const more = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return ['/etc/apt/sources.list', ...more].filter(
    (file) => /\.(list|sources)$/.test(file) && existsSync(file) && statSync(file).size > 0,
  );
}

/** How this computer fetches packages: proxies, certificates, what it checks. Not what it downloads, nor its hooks. */
function aptOptions(): string {
  const all = execFileSync('apt-config', ['dump'], { encoding: 'utf8' }).split('\n');
  const ways = /^Acquire::(https?|ftp|Check-[\w-]+|Retries|ForceIPv[46]|AllowInsecureRepositories)\b/;
  return `${all.filter((line) => ways.test(line)).join('\n')}\n`;
}

function copyAptWay(root: string): void {
  const etc = '/etc/apt';
  rmSync(join(root, etc, 'sources.list'), { force: true });
  rmSync(join(root, etc, 'sources.list.d'), { recursive: true, force: true });
  for (const name of ['sources.list', 'sources.list.d', 'keyrings', 'trusted.gpg.d', 'auth.conf.d']) {
    const from = join(etc, name);
    if (existsSync(from)) cpSync(from, join(root, from), { recursive: true, dereference: true });
  }
  mkdirSync(join(root, etc, 'apt.conf.d'), { recursive: true });
  writeFileSync(join(root, etc, 'apt.conf.d/90way'), aptOptions());
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) {
    if (!existsSync(file)) continue;
    rmSync(join(root, file), { force: true });
    copyFileSync(realpathSync(file), join(root, file));
  }
}

/** Node and npm as a person has them who unpacked Node's archive into `/usr/local`. */
function copyNode(root: string): void {
  const npm = join(execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim(), 'npm');
  const [bin, library] = [join(root, 'usr/local/bin'), join(root, 'usr/local/lib/node_modules')];
  mkdirSync(library, { recursive: true });
  copyFileSync(realpathSync(process.execPath), join(bin, 'node'));
  chmodSync(join(bin, 'node'), 0o755);
  cpSync(realpathSync(npm), join(library, 'npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(bin, name));
}

/** The settings that npm has here, and the certificates that they name. Gives the folder of its cache. */
function copyNpmWay(root: string): string {
  const setting = (name: string): string =>
    execFileSync('npm', ['config', 'get', name], { encoding: 'utf8', cwd: '/' }).trim();
  const copy = (from: string, to: string): void => {
    if (!existsSync(from)) return;
    mkdirSync(join(root, dirname(to)), { recursive: true });
    copyFileSync(from, join(root, to));
  };
  copy(setting('userconfig'), '/root/.npmrc');
  copy(setting('globalconfig'), '/usr/local/etc/npmrc');
  for (const file of [setting('cafile'), process.env['NODE_EXTRA_CA_CERTS'] ?? '']) copy(file, file);
  const cache = setting('cache');
  mkdirSync(cache, { recursive: true });
  return cache;
}
