/** A firmware small enough to know by heart, for tests of boards and bench: it counts and it shows what it counts. */
import type { Board, Firmware, TextLine } from '../../firmware-sim/core/board.ts';
import { encodeAppName } from '../../src/protocol/commands/app-name.ts';
import { encodeResponse, parseCommand } from '../../src/protocol/apdu.ts';
import { concatBytes, u16 } from '../../src/protocol/bytes.ts';
import { statusWords } from '../../src/protocol/status-words.ts';

export interface FakeFirmware extends Firmware {
  /** Every call, in order: `press left`, `tick 50`, `apdu b0010000`, `power off`. */
  readonly journal: readonly string[];
}

/** Answers `B0 01` as every app does, and `C8 EE`, data echoed after a counter of the exchanges so far. */
export function createFakeFirmware(board: Board): FakeFirmware {
  const journal: string[] = [];
  let presses = 0;
  let exchanges = 0;
  const line = (text: string, y: number, secret: boolean): TextLine => {
    return { text, x: 4, y, width: text.length * 6, height: 12, secret };
  };
  const pixels = new Uint8Array(1024);
  const draw = (): void => {
    pixels.fill(0);
    pixels[0] = presses;
    const lines = [line('Fake device', 4, false), line(`presses ${presses}`, 20, true)];
    board.display.show({ width: 128, height: 64, pixels, lines });
  };
  draw();
  return {
    journal,
    handle(event) {
      journal.push(event.kind === 'tick' ? `tick ${board.clock.now()}` : `${event.kind} ${event.button}`);
      if (event.kind !== 'press') return;
      presses += 1;
      board.storage.write(presses % 16, Uint8Array.of(presses));
      draw();
    },
    exchange(bytes) {
      exchanges += 1;
      journal.push(`apdu ${Buffer.from(bytes).toString('hex')}`);
      const command = parseCommand(bytes);
      if (command === undefined) return encodeResponse(statusWords.wrongLength);
      if (command.cla === 0xb0) {
        return encodeResponse(statusWords.ok, encodeAppName({ name: 'Fake', version: '1.0.0' }));
      }
      if (command.cla !== 0xc8) return encodeResponse(statusWords.unknownClass);
      return encodeResponse(statusWords.ok, concatBytes(u16(exchanges & 0xffff), command.data.slice(0, 250)));
    },
    powerOff() {
      journal.push('power off');
    },
  };
}
