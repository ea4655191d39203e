/** One question to a device: again and again while it computes. */
import { responseData } from '../../protocol/apdu/apdu.ts';
import { statusWords } from '../../protocol/apdu/status-words.ts';
import { readU16 } from '../../protocol/bytes.ts';
import { HostblindError } from '../../protocol/errors.ts';
import type { StartTimer } from '../../transport/timer.ts';
import type { Transport } from '../../transport/transport.ts';
import { pause } from './polling.ts';

/** Between two questions to a device that computes. */
export const computingRetryMs = 500;
/** So often it is asked again: for a minute. */
export const computingRetries = 120;

/** The data of the response, or an error of the catalogue; `timeout` for a device that computes for more than a minute. */
export type AskDevice = (command: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;

function isComputing(response: Uint8Array): boolean {
  return response.length > 1 && readU16(response, response.length - 2) === statusWords.computing;
}

export function createAskDevice(transport: Pick<Transport, 'exchange'>, startTimer: StartTimer): AskDevice {
  return async (command, signal) => {
    for (let retries = 0; ; retries += 1) {
      const response = await transport.exchange(command, { signal });
      if (!isComputing(response)) return responseData(response);
      // The command was not taken, so that it may be sent again whatever it asks for.
      if (retries >= computingRetries) throw new HostblindError('timeout', { detail: '6602' });
      await pause(computingRetryMs, startTimer, signal);
    }
  };
}
