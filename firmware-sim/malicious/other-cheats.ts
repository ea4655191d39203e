/** Devices that lie about themselves: their wallet, their capabilities, their identity, how far they are. */
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { activities, stages, walletStates } from '../../src/protocol/public-state.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import { decodeAttestation } from '../../src/protocol/commands/attest.ts';
import { attest, certify, drawIdentity, simulatorMake } from '../core/vault/keys/device-key.ts';
import { answerWith, changing, chosenBytes, dataOf, isCommand, isOk, refuse, type Cheat } from './cheat.ts';

/** Tells the right wallet ID once, and another one from the next connection on. */
export function walletSwappedAtReconnect(): Cheat {
  let toldOnce = false;
  let comesBack = false;
  return {
    signsLies: true,
    wire: (honest) => (command) => {
      // Every host asks for info as soon as it is connected, whether or not the power was cut.
      if (toldOnce && isCommand(command, instructions.info)) comesBack = true;
      const response = honest(command);
      if (!isCommand(command, instructions.wallet) || !isOk(response)) return response;
      toldOnce = true;
      return comesBack ? answerWith(chosenBytes(3).slice(0, dataOf(response).length)) : response;
    },
  };
}

const entropyCheckInHighByte = 1;

/** Claims to be older than the entropy check, so that a careless host goes on without it. */
export function downgradedCapabilities(): Cheat {
  return {
    wire(honest) {
      const older = changing(honest, instructions.info, (data) =>
        data.with(6, (data[6] ?? 0) & ~entropyCheckInHighByte),
      );
      return (command) =>
        isCommand(command, instructions.create) && (command[6] ?? 0) !== 0
          ? refuse(statusWords.badData)
          : older(command);
    },
  };
}

/** Signs a challenge with a key that is not the one of its certificate. */
export function falseAttestation(): Cheat {
  return {
    wire: (honest) => changing(honest, instructions.attest, (data) => data.with(-1, (data.at(-1) ?? 0) ^ 1)),
  };
}

/** Shows the whole and valid attestation of another device than the one that it says it is. */
export function falseDeviceId(): Cheat {
  return {
    wire(honest, board) {
      const other = drawIdentity(board);
      const certificate = certify(simulatorMake, other);
      return (command) => {
        if (isCommand(command, instructions.certificate)) return answerWith(certificate);
        const response = honest(command);
        return isCommand(command, instructions.attest) && isOk(response)
          ? answerWith(attest(other, certificate, command.slice(5), decodeAttestation(dataOf(response)).told))
          : response;
      };
    },
  };
}

/** Says that the wallet is made and backed up as soon as one is asked for, and has an id for it. */
export function lyingStatus(): Cheat {
  return {
    signsLies: true,
    wire(honest) {
      let lies = false;
      const status = changing(honest, instructions.status, (data) =>
        lies
          ? data.with(1, walletStates.indexOf('backed-up')).with(3, 0).with(4, 0).with(7, 1).with(11, 12)
          : data,
      );
      return (command) => {
        if (lies && isCommand(command, instructions.wallet)) return answerWith(chosenBytes(4).slice(0, 16));
        const response = status(command);
        if (isCommand(command, instructions.create) && isOk(response)) lies = true;
        return response;
      };
    },
  };
}

/** While a wallet is made, each status tells another step of it, forward and back, none of them true. */
export function jumpingStatus(): Cheat {
  const jumps = (['written', 'words', 'choose-pin', 'finish', 'words', 'hold', 'confirm'] as const).map(
    (stage) => stages.indexOf(stage),
  );
  return {
    signsLies: true,
    wire(honest) {
      let told = 0;
      return changing(honest, instructions.status, (data) => {
        if (data[3] !== activities.indexOf('create')) return data;
        const stage = jumps[(told += 1) % jumps.length] ?? 0;
        const isWords = stage === stages.indexOf('words');
        return data
          .with(4, stage)
          .with(5, isWords ? 24 - (told % 24) : 0)
          .with(6, isWords ? 24 : 0);
      });
    },
  };
}

/** While a wallet is made, the status is none that the protocol allows: word 200 of 12. */
export function nonsenseStatus(): Cheat {
  return {
    signsLies: true,
    wire: (honest) =>
      changing(honest, instructions.status, (data) =>
        data[3] === activities.indexOf('create')
          ? data.with(4, stages.indexOf('words')).with(5, 200).with(6, 12)
          : data,
      ),
  };
}
