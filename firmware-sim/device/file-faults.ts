/** What the system says of a file, in words, with the file's name and what to do. */

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, then start again',
  EDQUOT: 'the disk quota is used up. Make room, then start again',
  EROFS: 'its disk is read-only. Name a file elsewhere',
  EACCES: 'it may not be opened by this user. Name another file, or change its owner',
  EPERM: 'it may not be changed by this user. Name another file, or change its owner',
  ENOENT: 'its folder is not there. Make the folder, or name another file',
  ENOTDIR: 'its folder is a file. Name another file',
  EISDIR: 'it is a folder. Name a file in it',
  EIO: 'the disk does not work. Name a file on another one',
};

/** An `Error` for the person; what is none of the system's stays as it is. */
export function fileFault(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  const code = String(error.code);
  return new Error(`storage file ${path}: ${reasons[code] ?? `${code}. Name another file`}.`, {
    cause: error,
  });
}
