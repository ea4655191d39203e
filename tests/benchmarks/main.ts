/**
 * `npm run bench`: the figures that this simulator is built to, each as a median with its spread. The reference is
 * Speculos, measured on a machine with two cores; the aims are meant for the same.
 */
import { cpus, loadavg } from 'node:os';
import { measureCeremonies } from './ceremonies.ts';
import { formatRow, median } from './figures.ts';
import { measureConfirmation } from './confirmation.ts';
import { measureEntropyCheck } from './entropy-check.ts';
import { measureHundredDevices } from './hundred-devices.ts';
import { measurePressLatency } from './press-latency.ts';
import { measureRoundTrips } from './round-trips.ts';
import { measureScreenshots } from './screenshots.ts';
import { measureSigning } from './signing.ts';
import { measureStartUp } from './start-up.ts';
import { measureUsb } from './usb.ts';
import { measureWordEntry } from './word-entry.ts';

const load = loadavg()[0] ?? 0;
console.log(`Node ${process.versions.node}, ${cpus().length} cores, median (min to max, n)`);
// Figures of a busy machine say little: the reference was measured on an idle one.
console.log(
  `Load at the start ${load.toFixed(1)}${load > 0.5 ? ': too busy for figures to be compared' : ''}\n`,
);
let missed = 0;
for (const measure of [
  measureStartUp,
  measureRoundTrips,
  measurePressLatency,
  measureScreenshots,
  measureCeremonies,
  measureHundredDevices,
  measureUsb,
  measureWordEntry,
  measureConfirmation,
  measureEntropyCheck,
  measureSigning,
]) {
  for (const row of await measure()) {
    console.log(formatRow(row));
    if (row.meets !== undefined && !row.meets(median(row.samples))) missed += 1;
  }
}
console.log(missed === 0 ? '\nEvery aim is met.' : `\n${missed} of the aims are not met.`);
