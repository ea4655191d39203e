/**
 * A device that cheats, made of the honest one and a cheat around it. It says so on every picture and by its name, so
 * that nobody takes it for a device: it exists to be caught by tests.
 */
import { hostblindClass, instructions } from '../../src/protocol/apdu/instructions.ts';
import type { Board, Button, Firmware, Frame, LinkNumber, TakeLate } from '../core/board.ts';
import type { DeviceApps } from '../core/device-apps.ts';
import { createFirmware } from '../core/firmware.ts';
import { createCanvas } from '../core/glass/screens/canvas.ts';
import { textWidth } from '../core/glass/font/font.ts';
import { changing, isCommand } from './cheat.ts';
import { signingLies } from './signed-lies.ts';
import type { MaliciousName } from './names.ts';
import { maliciousProfiles } from './profiles.ts';

export const cheatMark = 'CHEAT';
const deviceName = Uint8Array.from('Not honest', (character) => character.charCodeAt(0));

/** Left of the simulator's mark, in the same style; it may cover the end of a long title. */
function markFrame(frame: Frame): Frame {
  const canvas = createCanvas();
  const width = textWidth('small', cheatMark) + 3;
  const left = frame.width - textWidth('small', 'SIM') - 4 - width;
  canvas.fill(left, 0, width, 9);
  const ground = canvas.frame.pixels.slice();
  canvas.text(cheatMark, left + 2, -1, { inverse: true });
  const pixels = frame.pixels.map((bits, at) => (bits & ~(ground[at] ?? 0)) | (canvas.frame.pixels[at] ?? 0));
  return { ...frame, pixels, lines: [...frame.lines, ...canvas.frame.lines] };
}

const isOfApps = (command: Uint8Array): boolean =>
  isCommand(command, instructions.protect) || isCommand(command, instructions.nonce);

/** Makes one device; the function is called each time that its power comes on. Without `apps` it signs nothing. */
export function createMaliciousFirmware(name: MaliciousName, apps?: DeviceApps): (board: Board) => Firmware {
  const cheat = maliciousProfiles[name]();
  return (bareBoard) => {
    const marked: Board = {
      ...bareBoard,
      display: { show: (frame) => bareBoard.display.show(markFrame(frame)) },
    };
    const firmware = createFirmware(cheat.board?.(marked) ?? marked, undefined, apps);
    /** The link that asks: a cheat knows of none, and the honest device inside needs it. */
    let speaking: LinkNumber = 0;
    const honest = (command: Uint8Array): Uint8Array => firmware.exchange(command, speaking);
    const tap = (button: Button): void => {
      firmware.handle({ kind: 'press', button });
      firmware.handle({ kind: 'release', button });
    };
    const cheating = cheat.wire?.(honest, bareBoard, tap) ?? honest;
    const wire = cheat.signsLies === true ? signingLies(honest, cheating) : cheating;
    const named = changing(wire, instructions.name, () => deviceName);
    const exchange = (command: Uint8Array, link: LinkNumber = 0): Uint8Array => {
      speaking = link;
      return named(command);
    };
    return {
      ...firmware,
      exchange,
      // It cheats by its own commands alone: those of an app, and around its signatures, go to the honest device inside.
      ...(apps && {
        ask: (command: Uint8Array, late: TakeLate, link: LinkNumber = 0) =>
          (command[0] === hostblindClass && !isOfApps(command)
            ? undefined
            : firmware.ask?.(command, late, link)) ?? exchange(command, link),
      }),
    };
  };
}
