/** The devices that `npm run conformance` makes reports of, each with a way in and somebody who acts on it. */
import { createBenchClient } from '../kit/clients/bench-client.ts';
import { pressAtBench } from '../kit/clients/press-simulator.ts';
import { startSimulator } from '../kit/clients/simulator-process.ts';
import { blankPaper } from '../kit/drivers/meanings.ts';
import { serve } from '../reference-device/serve.mjs';

export interface RunningDevice {
  readonly apduPort: number;
  /** Does one thing of docs/conformance.md's list; rejects where the screen isn't one for it. */
  press(meaning: string): Promise<void>;
  stop(): Promise<void>;
}

async function startOurs(): Promise<RunningDevice> {
  const simulator = await startSimulator();
  const bench = createBenchClient(simulator.benchUrl);
  const paper = blankPaper();
  return {
    apduPort: simulator.apduPort,
    press: async (meaning) => pressAtBench(bench, meaning, paper),
    stop: async () => {
      await simulator.stop();
    },
  };
}

async function startReference(): Promise<RunningDevice> {
  const served = await serve({ apduPort: 0 });
  return {
    apduPort: served.ports['apdu'] ?? 0,
    async press(meaning) {
      await served.person.does(meaning);
      if (!served.device.isOn) served.cut();
    },
    stop() {
      served.close();
      return Promise.resolve();
    },
  };
}

/** By the name of the report. */
export const reported: Readonly<Record<string, () => Promise<RunningDevice>>> = {
  'hostblind-simulator': startOurs,
  'reference-device': startReference,
};
