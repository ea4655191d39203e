/** A device that cheats has a key of its own, and signs with it whatever it says. */
import { encodeTold } from '../../src/protocol/commands/attest.ts';
import { decodeInfo, encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { attest, certify, simulatorMake, type DeviceIdentity } from '../core/vault/keys/device-key.ts';
import { answerWith, chosenBytes, dataOf, isCommand, isOk, type Exchange } from './cheat.ts';

const challengeOffset = 5;

/** `honest` has the device ID, `wire` the lies. */
export function signingLies(honest: Exchange, wire: Exchange): Exchange {
  const identity = (): DeviceIdentity => {
    const { deviceId } = decodeInfo(dataOf(honest(encodeInfoRequest())));
    return { deviceId, deviceKey: chosenBytes(5), deviceSecret: chosenBytes(6) };
  };
  return (command) => {
    if (isCommand(command, instructions.certificate)) {
      const truth = honest(command);
      return isOk(truth) ? answerWith(certify(simulatorMake, identity())) : wire(command);
    }
    const truth = isCommand(command, instructions.attest) ? honest(command) : undefined;
    if (truth === undefined || !isOk(truth)) return wire(command);
    const wallet = wire(encodeWalletRequest());
    const told = encodeTold(dataOf(wire(encodeStatusRequest())), isOk(wallet) ? dataOf(wallet) : undefined);
    const signer = identity();
    const certificate = certify(simulatorMake, signer);
    return answerWith(attest(signer, certificate, command.slice(challengeOffset), told));
  };
}
