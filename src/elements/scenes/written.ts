import { svg } from 'lit';
import { sheet } from './parts.ts';

/** Every line of a paper is filled in, and it has a tick. */
export const writtenScene = svg`<g class="desk">${sheet(6)}</g>
  <g class="tick">
    <circle class="behind" cx="84" cy="63" r="15" />
    <circle class="seal" cx="84" cy="63" r="13" />
    <path class="check" pathLength="1" d="M78 63.4L82.3 67.7L90.2 58.8" />
  </g>`;
