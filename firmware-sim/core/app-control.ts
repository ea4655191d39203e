/** The wire's way to the apps: what is open, and a question at a time. */
import { encodeResponse } from '../../src/protocol/apdu/apdu.ts';
import { concatBytes, u16 } from '../../src/protocol/bytes.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import type { AppShelf } from './app.ts';
import type { Board, LinkNumber, TakeLate } from './board.ts';
import { openApp, type DeviceState, type AppQuestion } from './device-state.ts';
import { dropOf, dropOwed, holdCommitment, takeOwed, takeCommitment } from './protection.ts';
import type { Vault } from './vault/vault.ts';
import type { AppControl } from './wire/app-commands.ts';

/** Of the link that a question came by while it waits: no link is its owner, and each may withdraw it. */
export const nobody = -1;

export interface AppLoop {
  /** Delivers to a device at rest. */
  ask(question: AppQuestion): void;
  moved(): void;
  late: TakeLate;
  /** That the command came by. */
  readonly link: LinkNumber;
}

export function createAppControl(
  shelf: AppShelf,
  board: Board,
  vault: Vault,
  state: DeviceState,
  loop: AppLoop,
): AppControl {
  const move = (): void => {
    state.broughtByHost = true;
    loop.moved();
  };
  return {
    refusal() {
      if (state.activity === 'unlock') return 'locked';
      return state.activity !== 'none' || board.clock.now() < state.quietUntilMs ? 'busy' : undefined;
    },
    opened() {
      const app = state.running?.app;
      return app && { name: app.name, version: app.version, classes: app.classes };
    },
    knows: (classByte) => shelf.apps.some(({ classes }) => classes.includes(classByte)),
    open(name) {
      const app = shelf.apps.find((each) => each.name === name);
      if (app === undefined) return 'unknownApp';
      // No key before every word has been confirmed (H4).
      if (vault.state() !== 'backed-up' || vault.keys() === undefined) return 'declined';
      openApp(state, app, vault.language());
      move();
      return 'ok';
    },
    close() {
      if (state.running === undefined) return;
      state.running = undefined;
      move();
    },
    protect(commitment) {
      if (state.running === undefined) return 'notInThisState';
      holdCommitment(state.running, loop.link, commitment);
      return 'ok';
    },
    nonce(hostNonce) {
      const owed = takeOwed(state.running, loop.link);
      if (owed === undefined) return 'notInThisState';
      try {
        return owed.sign(hostNonce) ?? 'badData';
      } catch {
        // The random source has failed: nothing leaves.
        return 'deviceFault';
      }
    },
    receive(command) {
      const { running } = state;
      if (running === undefined) return { kind: 'answer', status: statusWords.unknownClass };
      dropOwed(running);
      const reply = running.open.receive(command);
      // A host's number goes into one signature: into several it would be a promise that isn't kept.
      if (reply.kind !== 'sign-all' || takeCommitment(running, loop.link) === undefined) return reply;
      running.open.reset();
      return { kind: 'answer', status: statusWords.notInThisState };
    },
    ask(reply) {
      const { running } = state;
      if (running === undefined) throw new Error('no app is open');
      state.owner = nobody;
      loop.ask({
        running,
        reply,
        committed: reply.kind === 'sign' ? takeCommitment(running, loop.link) : undefined,
        respond(answer) {
          if (answer === undefined) dropOf(running, loop.link);
          loop.late(
            answer === undefined
              ? encodeResponse(statusWords.declined)
              : concatBytes(answer.data, u16(answer.status ?? statusWords.ok)),
          );
        },
      });
    },
  };
}
