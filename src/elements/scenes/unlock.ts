import { svg } from 'lit';
import { deviceEye, someDevice } from './parts.ts';

/** The digits of a PIN are entered, and a lock opens. */
export const unlockScene = svg`
  ${someDevice(10, 12)}
  ${deviceEye(10, 12)}
  ${[0, 1, 2, 3].map(
    (index) => svg`<circle class="digit" cx=${22 + index * 12} cy="71" r="3.4" />
      <circle class="digit entered nth-${index}" cx=${22 + index * 12} cy="71" r="3.4" />`,
  )}
  <path class="shackle" d="M88 37V28A7 7 0 0 1 102 28V31" />
  <rect class="lock" x="81.5" y="35" width="27" height="21" rx="4.5" />
  <path class="keyhole" d="M95 43V47.5" />`;
