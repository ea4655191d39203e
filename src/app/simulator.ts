/**
 * The script of the sandboxed simulator frame: the one place in `src` that reaches into `firmware-sim`. The app
 * around the frame has another origin and another process; it gets response APDUs and nothing else.
 */
import { startSimulatorPage } from '../../firmware-sim/boards/browser/simulator-page.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import { chooseLanguage } from '../text/languages.ts';

const begin = (): void => startSimulatorPage(createFirmware);

// As the page around it does: both speak one language.
const loading = chooseLanguage(navigator.languages);
if (loading === undefined) begin();
else void loading.then(begin, begin);
