import { svg } from 'lit';
import { deviceEye, someDevice } from './parts.ts';

/** A cable moves into a device, which wakes up. */
export const plugInScene = svg`
  ${someDevice(54, 20)}
  <g class="wakes">${deviceEye(54, 20)}</g>
  <g class="plugs">
    <path class="cable" d="M2 72C24 72 8 41 26 41H34" />
    <path class="plug" d="M46 36.4H52.4A1.6 1.6 0 0 1 54 38V44A1.6 1.6 0 0 1 52.4 45.6H46Z" />
    <rect class="grip" x="31" y="33.5" width="16" height="15" rx="3.4" />
  </g>`;
