/** Brings a device to its Ethereum app, as a wallet's program does. No screen of a question is changed by it. */
import { encodeCommand } from '../protocol/apdu/apdu.ts';
import { appClass, commonClass, hostInstructions } from '../protocol/apdu/instructions.ts';
import { statusWords } from '../protocol/apdu/status-words.ts';
import { decodeAppName, encodeAppNameRequest } from '../protocol/commands/app-name.ts';
import { HostblindError, isCode } from '../protocol/errors.ts';

const ownName = 'Hostblind';
const appName = 'Ethereum';

const nameBytes = Uint8Array.from(appName, (character) => character.charCodeAt(0));

const quitRequest = encodeCommand(commonClass, hostInstructions.quitApp);

function encodeOpenAppRequest(): Uint8Array {
  return encodeCommand(appClass, hostInstructions.openApp, nameBytes);
}

const refusedBy = (status: number): string => status.toString(16).padStart(4, '0');

/** What the refusals mean here: nobody was asked anything. */
function whyNotOpened(error: unknown): unknown {
  if (!isCode(error, 'declined') && !isCode(error, 'refused')) return error;
  const detail = 'detail' in error ? error.detail : undefined;
  if (detail === refusedBy(statusWords.declined))
    return new HostblindError('not-in-this-state', { cause: error, detail: 'no backed-up wallet' });
  return detail === refusedBy(statusWords.unknownApp)
    ? new HostblindError('cannot-protect', { cause: error, detail: 'no Ethereum app' })
    : error;
}

/** `ask`: one exchange. Throws `locked`, `busy`, `not-in-this-state` without a backed-up wallet, `cannot-protect` without the app. */
export async function openEthereum(ask: (command: Uint8Array) => Promise<Uint8Array>): Promise<void> {
  const { name } = decodeAppName(await ask(encodeAppNameRequest()));
  if (name === appName) return;
  if (name !== ownName) await ask(quitRequest);
  try {
    await ask(encodeOpenAppRequest());
  } catch (error) {
    throw whyNotOpened(error);
  }
}
