/** Presses at the bench on screens that a host brought up; the fingers let the second pass in which none counts (H2). */
import { benchFingers } from '../../kit/clients/bench-fingers.ts';
import type { BenchClient } from '../../kit/clients/bench-client.ts';
import { agree, leaveStopped, runPersonAsync } from '../../kit/drivers/person.ts';

/** Says yes to a new wallet once `text` is on the glass. */
export async function agreeAtBench(bench: BenchClient, text: string | RegExp = 'New wallet?'): Promise<void> {
  await bench.waitForText(text);
  await runPersonAsync(agree('New wallet?'), benchFingers(bench));
}

/** Presses OK below "Stopped": the device takes nothing before that. */
export async function leaveStoppedAtBench(bench: BenchClient): Promise<void> {
  await bench.waitForText('Stopped');
  await runPersonAsync(leaveStopped(), benchFingers(bench));
}
