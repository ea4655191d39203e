/** What the scenes have in common. Units are those of a scene, 120 by 84. */
import { svg, type SVGTemplateResult } from 'lit';
import { eye } from '../device-drawing/parts.ts';

/** Some device, of no model in particular; 60 by 42. */
export function someDevice(x: number, y: number): SVGTemplateResult {
  const outline = (className: string): SVGTemplateResult =>
    svg`<rect class=${className} x=${x} y=${y} width="60" height="42" rx="9" />`;
  return svg`${outline('side')}${outline('body')}
    <path class="light" d="M${x + 1.8} ${y + 9}a7.2 7.2 0 0 1 7.2-7.2h42a7.2 7.2 0 0 1 7.2 7.2" />
    <rect class="screen" x=${x + 9} y=${y + 7} width="42" height="21" rx="2.4" />
    <path class="keys" d="M${x + 14} ${y + 35}h12M${x + 34} ${y + 35}h12" />`;
}

export function deviceEye(x: number, y: number): SVGTemplateResult {
  return eye(x + 30, y + 17.5, 9);
}

/** How high the letters of a line of handwriting are. */
const letters = [2.2, 4.6, 2, 2.2, 3.8, 2, 2.4, 4.4, 2.2, 2];

/** Handwriting that says nothing. Each line begins with another of the same letters. */
function scribble(x: number, y: number, line: number): string {
  const count = 5 + ((line * 2) % 4);
  const written = Array.from({ length: count }, (_, index) => {
    const high = letters[(line * 3 + index) % letters.length] ?? 2;
    return `c.9 ${-high} 2.6 ${-high} 2.1-.3s.3 1.1 1.3.3`;
  });
  return `M${x} ${y}${written.join('')}`;
}

const [left, top, between, lines] = [31, 7, 9.8, 6];

/** A sheet with numbered lines. `written` of them are filled in; `now` from the end are being written. */
export function sheet(written: number, now = 0): SVGTemplateResult {
  const outline = (className: string): SVGTemplateResult =>
    svg`<rect class=${className} x=${left} y=${top} width="52" height="69" rx="3" />`;
  return svg`${outline('sheet-side')}${outline('sheet')}
    ${Array.from({ length: lines }, (_, index) => {
      const base = top + 12.5 + index * between;
      const writing = index - (written - now);
      return svg`<circle class="number" cx=${left + 7} cy=${base - 1} r="1.3" />
        <path class="line" d="M${left + 12} ${base + 1.8}h33" />
        ${
          index < written
            ? svg`<path class=${writing < 0 ? 'ink' : `ink writes nth-${writing}`} pathLength="1" d=${scribble(left + 13, base, index)} />`
            : undefined
        }`;
    })}`;
}
