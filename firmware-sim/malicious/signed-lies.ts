/** A device that cheats has a key of its own, and signs with it whatever it says. */
import { decodeAttestation, encodeTold } from '../../src/protocol/commands/attest.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import type { Board } from '../core/board.ts';
import { attest } from '../core/vault/keys/device-key.ts';
import { answerWith, chosenBytes, dataOf, isCommand, isOk, type Exchange } from './cheat.ts';

const challengeOffset = 5;

/** `honest` has the device ID, `wire` the lies. */
export function signingLies(honest: Exchange, wire: Exchange, board: Board): Exchange {
  return (command) => {
    const truth = isCommand(command, instructions.attest) ? honest(command) : undefined;
    if (truth === undefined || !isOk(truth)) return wire(command);
    const { deviceId } = decodeAttestation(dataOf(truth)).certificate;
    const wallet = wire(encodeWalletRequest());
    const told = encodeTold(dataOf(wire(encodeStatusRequest())), isOk(wallet) ? dataOf(wallet) : undefined);
    const identity = { deviceId, deviceKey: chosenBytes(5), deviceSecret: chosenBytes(6) };
    return answerWith(attest(board, identity, command.slice(challengeOffset), told));
  };
}
