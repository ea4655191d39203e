import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { deviceDrawingStyles } from './hb-device-drawing.styles.ts';
import { hostblindModel } from './hostblind.ts';
import { inkStyles } from './ink.styles.ts';
import type { DeviceControl, DeviceModel, Ground, Shape } from './model.ts';
import { eye, glare, shapeOf } from './parts.ts';
import { drawingMessages } from '../../text/drawings/drawings.ts';
import { hasPart } from '../../text/locale/language.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** How far a button has been held, 0 to 1, if that is known; or only that it is to be held. */
export type Hold = number | 'about';

/** Around the device, in millimetres: room for what lights up at its edges. */
const margin = 4;
/** How much larger than a control the line around it is, in millimetres. */
const away = 1.3;

/** A device, with what its controls do now, and which are to be pressed. */
@customElement('hb-device-drawing')
export class HbDeviceDrawing extends HbElement {
  static override styles = [sharedStyles, inkStyles, deviceDrawingStyles];

  @property({ attribute: false }) model: DeviceModel = hostblindModel;
  /** What each does now; `undefined`: it isn't used. */
  @property() left: string | undefined;
  @property() right: string | undefined;
  @property() both: string | undefined;
  @property() touch: string | undefined;
  /** What is to be pressed, together. By default whatever has something to do, in turn. */
  @property({ attribute: false }) press: readonly DeviceControl[] | undefined;
  /** Mirrored as a ring around what is pressed. `about` fills once, in the time that a hold takes, and says that it is no measure. */
  @property({ attribute: false }) hold: Hold | undefined;

  protected override render(): TemplateResult | typeof nothing {
    // It may be here before its texts are; then it's drawn once they come.
    if (!hasPart('drawings')) return nothing;
    return html`
      ${this.#picture()} ${this.#legend()}
      ${this.hold === 'about' ? html`<p class="hint">${drawingMessages.hold}</p>` : nothing}
    `;
  }

  #legend(): TemplateResult | typeof nothing {
    const { left, right, both, touch } = this;
    const text = drawingMessages;
    if (touch !== undefined)
      return html`<dl class="legend" aria-label=${text.legend}>${this.#entry(text.touch, touch)}</dl>`;
    if (left === undefined && right === undefined && both === undefined) return nothing;
    return html`<dl class="legend" aria-label=${text.legend}>
      ${this.#entry(text.left, left)} ${both === undefined ? nothing : this.#entry(text.both, both)}
      ${this.#entry(text.right, right)}
    </dl>`;
  }

  #entry(name: string, action: string | undefined): TemplateResult {
    return html`<div class=${action === undefined ? 'unused' : ''}>
      <dt>${name}</dt>
      <dd>${action ?? drawingMessages.unused}</dd>
    </div>`;
  }

  /** What is pressed: together, or one or the other. */
  get #pressed(): { readonly controls: readonly DeviceControl[]; readonly inTurn: boolean } {
    const { left, right, both, touch, press } = this;
    if (press !== undefined) return { controls: press, inTurn: false };
    if (touch !== undefined) return { controls: ['screen'], inTurn: false };
    const used = [['left', left] as const, ['right', right] as const].flatMap(([name, action]) =>
      action === undefined ? [] : [name],
    );
    return used.length === 0 && both !== undefined
      ? { controls: ['left', 'right'], inTurn: false }
      : { controls: used, inTurn: used.length === 2 };
  }

  #picture(): SVGTemplateResult {
    const { layout, width, height, body, screen, buttonsOnEdge = false } = this.model;
    const box = `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`;
    const buttons = this.#buttons(buttonsOnEdge ? 'outside' : 'body');
    const upright = height > width;
    return svg`<svg class=${upright ? 'upright' : ''} viewBox=${box} role="img" aria-label=${drawingMessages.layouts[layout]}>
      ${buttonsOnEdge ? buttons : nothing}
      ${body}
      ${
        screen.path === undefined
          ? shapeOf(screen, screen.paper === true ? 'screen paper' : 'screen')
          : svg`<path class="screen paper" d=${screen.path} />`
      }
      ${screen.more ?? (screen.paper === true ? nothing : glare(screen))}
      <g class=${screen.paper === true ? 'on-paper' : ''}>${eye(
        screen.x + screen.width / 2,
        screen.y + screen.height * (layout === 'touch' ? 0.4 : 0.5),
        Math.min(screen.width * 0.2, screen.height * 0.42),
      )}</g>
      ${buttonsOnEdge ? nothing : buttons}
      ${this.#spots(screen.paper === true ? 'paper' : 'body')}
    </svg>`;
  }

  #buttons(ground: Ground): readonly SVGTemplateResult[] {
    const { buttons } = this.model;
    if (buttons === undefined) return [];
    const { controls, inTurn } = this.#pressed;
    const used = { left: this.left ?? this.both, right: this.right ?? this.both };
    return (['left', 'right'] as const).map((name) => {
      const pressed = controls.includes(name);
      const lit = pressed || used[name] !== undefined;
      const second = inTurn && name === 'right';
      return svg`<g data-control=${name} class="control ${ground} ${second ? 'second' : ''}">
        ${shapeOf(buttons[name], lit ? 'key used' : 'key')}
        ${pressed ? this.#pulse(buttons[name], name === controls.at(-1)) : nothing}
      </g>`;
    });
  }

  #spots(ground: Ground): readonly SVGTemplateResult[] {
    const { spots = {} } = this.model;
    return this.#pressed.controls.flatMap((name) => {
      const shape = name === 'left' || name === 'right' ? undefined : spots[name];
      if (shape === undefined) return [];
      return [
        svg`<g data-control=${name} class="control ${ground}">
          ${shapeOf(shape, 'spot')} ${this.#pulse(shape, true)}
        </g>`,
      ];
    });
  }

  /** A line that comes and goes around a control; while it is held, a ring. */
  #pulse(shape: Shape, holds: boolean): SVGTemplateResult {
    const { hold } = this;
    if (hold === undefined || !holds) return shapeOf(shape, 'pulse', away);
    const left = hold === 'about' ? 0 : 1 - Math.min(Math.max(hold, 0), 1);
    return svg`<g class="hold ${hold === 'about' ? 'about' : ''}" stroke-dashoffset=${left}>
      ${shapeOf(shape, 'track', away)} ${shapeOf(shape, 'ring', away)}
    </g>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-device-drawing': HbDeviceDrawing;
  }
}
