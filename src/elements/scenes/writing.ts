import { svg } from 'lit';
import { sheet } from './parts.ts';

/** A pencil writes on paper. */
export const writingScene = svg`<g class="desk">
  ${sheet(4, 2)}
  <g class="pencil">
    <path class="pencil-body" d="M69.6 38.6L88.4 12L95.6 17.1L76.8 43.7Z" />
    <path class="pencil-end" d="M88.4 12L90.4 9.1A4.4 4.4 0 0 1 97.6 14.2L95.6 17.1Z" />
    <path class="pencil-tip" d="M69.6 38.6L67.4 47.6L76.8 43.7Z" />
    <path class="pencil-lead" d="M67.4 47.6L68.2 44.4L70.8 46.2Z" />
  </g>
</g>`;
