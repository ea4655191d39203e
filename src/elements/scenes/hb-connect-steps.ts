import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import './hb-scene.ts';
import { drawingMessages } from '../../text/drawings/drawings.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

const steps = ['plug-in', 'unlock', 'choose'] as const;

/** How a device is connected, in three pictures. */
@customElement('hb-connect-steps')
export class HbConnectSteps extends HbElement {
  static override styles = [
    sharedStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 12px;
        counter-reset: step;
      }
      li {
        padding: 12px;
        border: 1px solid var(--hb-line);
        border-radius: 14px;
        background: var(--hb-surface);
        color: var(--hb-text-soft);
        font-size: 0.875rem;
        line-height: 1.35;
        text-align: center;
        text-wrap: balance;
      }
      hb-scene {
        width: min(100%, 9rem);
        margin: 0 auto 6px;
      }
      @media (max-width: 480px) {
        ol {
          gap: 8px;
        }
        li {
          padding: 8px 6px;
          font-size: 0.8125rem;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<ol>
      ${steps.map(
        (scene) => html`<li><hb-scene scene=${scene}></hb-scene>${drawingMessages.connect[scene]}</li>`,
      )}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-connect-steps': HbConnectSteps;
  }
}
