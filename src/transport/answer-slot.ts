/** The one answer that a message-based link waits for. The guard sees to it that exchanges never overlap. */
import { HostblindError } from '../protocol/errors.ts';

export interface AnswerSlot {
  /** Runs `send` and waits for the next answer; throws what `send` throws. */
  expect(send: () => void): Promise<Uint8Array>;
  /** A message came. One that nobody waits for is dropped; one that is no byte array fails the exchange. */
  receive(message: unknown): void;
  /** No answer will come any more. */
  fail(error: HostblindError): void;
}

export function createAnswerSlot(): AnswerSlot {
  let waiting: { resolve(answer: Uint8Array): void; reject(error: HostblindError): void } | undefined;
  return {
    expect: (send) =>
      new Promise((resolve, reject) => {
        send();
        waiting = { resolve, reject };
      }),
    receive(message) {
      const exchange = waiting;
      waiting = undefined;
      if (message instanceof ArrayBuffer) exchange?.resolve(new Uint8Array(message));
      else if (message instanceof Uint8Array) exchange?.resolve(message);
      else exchange?.reject(new HostblindError('bad-response'));
    },
    fail(error) {
      const exchange = waiting;
      waiting = undefined;
      exchange?.reject(error);
    },
  };
}
