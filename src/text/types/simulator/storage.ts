/** What `firmware-sim` says of its storage file, and what to do. */
export interface SimulatorStorageMessages {
  /** By the system's code, such as ENOSPC. */
  readonly fault: (path: string, code: string) => string;
  readonly inUseBy: (path: string, pid: number) => string;
  readonly inUse: (path: string) => string;
  /** The lock's note names a process, and nothing here can tell whether it is a simulator. */
  readonly perhapsInUse: (path: string, pid: number) => string;
  readonly notAFile: (path: string) => string;
  readonly wrongSize: (path: string, bytes: number, expected: number) => string;
  readonly becameShorter: string;
  /** `mode`: in octal digits. */
  readonly openToOthers: (path: string, mode: string) => string;
  readonly wasOpenToOthers: (path: string, mode: string) => string;
}
