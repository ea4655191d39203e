import { svg } from 'lit';

/** A browser asks which device, and one is chosen from its list. */
export const chooseScene = svg`
  <rect class="window" x="8" y="8" width="104" height="68" rx="6" />
  <path class="window-line" d="M8 20H112" />
  <path class="window-dots" d="M15 14h0M20.5 14h0M26 14h0" />
  <rect class="address" x="36" y="11" width="52" height="6" rx="3" />
  <rect class="list-side" x="22" y="26" width="62" height="44" rx="5" />
  <rect class="list" x="22" y="26" width="62" height="44" rx="5" />
  <path class="words strong" d="M29 33.5h24" />
  <path class="words" d="M36 43h26M36 61.5h20" />
  <rect class="chosen" x="26" y="47.2" width="54" height="9.6" rx="2.5" />
  <path class="words on-chosen" d="M36 52h32" />
  <path class="words" d="M30.4 43h.6M30.4 61.5h.6" /><path class="words on-chosen" d="M30.4 52h.6" />
  <path class="cursor" d="M72 52.5L72 66.5L75.6 63.2L78.2 68.8L81 67.5L78.5 62L83.2 61.6Z" />`;
