import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import { isSimulatorLink } from '../../session/state.ts';
import type { PageLinkKind } from '../../transport/transport.ts';
import { udevRules, udevRulesFile } from '../../transport/udev-rules.ts';
import { asks } from '../shared/ceremony-request.ts';
import { chooseDeviceStyles } from './hb-choose-device.styles.ts';
import { screen, usbDevice, windowFrame } from '../shared/icons.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

/** One way to reach a device, and whether this browser can. */
export interface LinkOffer {
  readonly kind: PageLinkKind;
  readonly supported: boolean;
}

const linkIcons = {
  webhid: usbDevice,
  webusb: usbDevice,
  'simulator-frame': screen,
  'simulator-process': windowFrame,
};

@customElement('hb-choose-device')
export class HbChooseDevice extends HbElement {
  static override styles = [sharedStyles, chooseDeviceStyles];

  @property({ attribute: false }) offers: readonly LinkOffer[] = [];
  @property() problem: ErrorCode | undefined;
  /** The way that has the problem. */
  @property() link: PageLinkKind = 'webhid';

  protected override render(): TemplateResult {
    return html`
      <div class="view">
        <h1 tabindex="-1">${messages.choose.title}</h1>
        ${
          this.#problem() ??
          html`<p class="lead">${messages.choose.lead}</p>
            ${this.#steps()}`
        }
        <div class="links">${this.offers.map((offer) => this.#offer(offer))}</div>
        <div class="actions">
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }

  /** How a device is connected, where this browser can reach one. */
  #steps(): TemplateResult | typeof nothing {
    const reaches = this.offers.some(({ kind, supported }) => supported && !isSimulatorLink(kind));
    return reaches ? html`<hb-connect-steps></hb-connect-steps>` : nothing;
  }

  #offer({ kind, supported }: LinkOffer): TemplateResult {
    const { title, body } = messages.choose.links[kind];
    // Still focusable where the browser cannot do it, so that everybody can read why.
    return html`
      <button
        class="link"
        aria-disabled=${supported ? 'false' : 'true'}
        @click=${supported ? asks(this, { kind: 'choose', link: kind }) : nothing}
      >
        <span class="badge">${linkIcons[kind]}</span>
        <span>
          <strong>${title}</strong>
          <span class="body">${supported ? body : messages.choose.noWebHid}</span>
        </span>
      </button>
    `;
  }

  #problem(): TemplateResult | undefined {
    const text = messages.problem;
    switch (this.problem) {
      case 'permission-denied':
        return this.#note(
          text.permissionDenied,
          html`<figure>
            <figcaption>${text.udevTitle(udevRulesFile)}</figcaption>
            <pre translate="no">${udevRules.join('\n')}</pre>
          </figure>`,
        );
      case 'not-found':
        return this.#note(text.notFound[this.link]);
      case 'chooser-blocked':
        return this.#note(text.chooserBlocked);
      case 'no-webhid':
        return this.#note(text.noWebHid);
      default:
        return undefined;
    }
  }

  #note(notice: { title: string; body: readonly string[] }, more?: TemplateResult): TemplateResult {
    return html`
      <div class="note attention problem" role="alert">
        <h2>${notice.title}</h2>
        ${notice.body.map((paragraph) => html`<p>${paragraph}</p>`)} ${more ?? nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-choose-device': HbChooseDevice;
  }
}
