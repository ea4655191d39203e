/** Our own line icons on a 24-unit grid, hidden from assistive technology: the text beside them says it. */
import { svg, type SVGTemplateResult } from 'lit';

function icon(content: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"
    fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${content}</svg>`;
}

/** The wordmark's closed eye. */
export const closedEye = icon(
  svg`<path d="M3 10.5c4.5 5.5 13.5 5.5 18 0M5 13.5 3.2 16M9.3 15.4l-.9 3M14.7 15.4l.9 3M19 13.5l1.8 2.5" />`,
);
export const usbDevice = icon(
  svg`<rect x="2.5" y="7.5" width="19" height="9" rx="2.5" /><rect x="7.5" y="9.8" width="9" height="4.4" rx="0.8" /><path d="M4.6 12h.4M19 12h.4" />`,
);
export const screen = icon(
  svg`<rect x="3" y="4.5" width="18" height="12" rx="2" /><path d="M9 20h6M12 16.5V20" />`,
);
export const windowFrame = icon(
  svg`<rect x="3" y="4.5" width="18" height="15" rx="2.2" /><path d="M3 9h18M6 6.8h.1M8.6 6.8h.1" />`,
);
export const check = icon(svg`<path d="m5 12.5 4.6 4.6L19 7.5" />`);
export const pen = icon(
  svg`<path d="M4 20l1-4.2L16.2 4.6a1.9 1.9 0 0 1 2.7 0l.5.5a1.9 1.9 0 0 1 0 2.7L8.2 19 4 20z" />`,
);
export const list = icon(
  svg`<path d="M10 6.5h10M10 12h10M10 17.5h10M4 6.5l1 1 1.6-2M4 12l1 1 1.6-2M4 17.5l1 1 1.6-2" />`,
);
export const file = icon(
  svg`<path d="M6.5 3.5h7l4.5 4.5v10.7a1.8 1.8 0 0 1-1.8 1.8H7.8A1.8 1.8 0 0 1 6 18.7V5.3" /><path d="M13 3.8V8.5h4.7M9.5 15.2v2.3M14.5 15.2v2.3M9.5 13h5" />`,
);
export const copies = icon(
  svg`<rect x="8.5" y="3.5" width="11" height="14" rx="2" /><path d="M5.5 7.5v11a2 2 0 0 0 2 2h8M12 8h4M12 12h4" />`,
);
export const mapPin = icon(
  svg`<path d="M12 21c4.4-4.6 6.6-8 6.6-10.8a6.6 6.6 0 0 0-13.2 0C5.4 13 7.6 16.4 12 21z" /><circle cx="12" cy="10" r="2.4" />`,
);
export const warning = icon(svg`<path d="M12 4 2.8 19.5h18.4L12 4zM12 10v4.5M12 17v.1" />`);
export const unplugged = icon(
  svg`<path d="M4 20l4-4M7 13l4 4-1.5 1.5a2.8 2.8 0 0 1-4 0v0a2.8 2.8 0 0 1 0-4L7 13zM20 4l-4 4M13 7l4 4 1.5-1.5a2.8 2.8 0 0 0 0-4v0a2.8 2.8 0 0 0-4 0L13 7z" />`,
);
export const hourglass = icon(
  svg`<path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 5.5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 5.5-8 8.5s8 3.5 8 8.5" />`,
);
export const padlock = icon(
  svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2.2" /><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2" />`,
);
export const lookDown = icon(
  svg`<path d="M2.5 12c4-6.5 15-6.5 19 0-4 6.5-15 6.5-19 0z" /><circle cx="12" cy="12" r="2.8" />`,
);
export const squares = icon(
  svg`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5z" />`,
);
export const printer = icon(
  svg`<path d="M7 8.5V4h10v4.5M7 17H4.5v-6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2V17H17M7 14h10v6H7z" />`,
);
