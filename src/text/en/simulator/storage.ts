import type { SimulatorStorageMessages } from '../../types/simulator/storage.ts';

const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, then start again.',
  EDQUOT: 'the disk quota is used up. Make room, then start again.',
  EROFS: 'its disk is read-only. Name a file somewhere else.',
  EACCES: "you're not allowed to open it. Name another file, or change its owner.",
  EPERM: "you're not allowed to change it. Name another file, or change its owner.",
  ENOENT: "its folder doesn't exist. Create the folder, or name another file.",
  ENOTDIR: 'its folder is a file. Name another file.',
  EISDIR: "it's a folder. Name a file in it.",
  EIO: "the disk isn't working. Name a file on another one.",
};

export const simulatorStorageInEnglish: SimulatorStorageMessages = {
  fault: (path, code) => `storage file ${path}: ${faults[code] ?? `${code}. Name another file.`}`,
  inUseBy: (path, pid) =>
    `storage file ${path} is in use by process ${pid}. Stop that process, or name another file.`,
  inUse: (path) =>
    `storage file ${path} is in use by another simulator, perhaps in another container. Stop it, or name another file.`,
  perhapsInUse: (path, pid) =>
    `storage file ${path} may be in use: ${path}.lock names process ${pid}, and there's no way to know from here if that's a simulator. If no simulator is using the file, delete ${path}.lock and start again.`,
  notAFile: (path) => `storage ${path} isn't a file. Name a file, or leave out --storage.`,
  wrongSize: (path, bytes, expected) =>
    `storage file ${path} has ${bytes} bytes, not ${expected}: it isn't a storage file of this simulator. Name another file.`,
  becameShorter: 'the storage file became shorter while it was in use',
  openToOthers: (path, mode) =>
    `storage file ${path} is open to other users (mode ${mode}), and that can't be changed here. Name a file of your own.`,
  wasOpenToOthers: (path, mode) =>
    `storage file ${path} was open to other users (mode ${mode}). Now only you can open it (mode 600).`,
};
