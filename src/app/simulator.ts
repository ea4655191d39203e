/**
 * The script of the sandboxed simulator frame: the one place in `src` that reaches into `firmware-sim`. The app
 * around the frame has another origin and another process; it gets response APDUs and nothing else.
 */
import { lendFrameKit } from '../../firmware-sim/boards/browser/kit/frame-kit.ts';
import { startSimulatorPage } from '../../firmware-sim/boards/browser/simulator-page.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';

lendFrameKit();
startSimulatorPage(createFirmware);
