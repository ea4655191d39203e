/** Resident memory of a process in MiB, as the kernel counts it. Linux only. */
import { readFileSync } from 'node:fs';

export function residentMebibytes(pid: number | 'self'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error('the kernel does not tell the resident memory');
  return Number(kibibytes) / 1024;
}
