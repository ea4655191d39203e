import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import type { DeviceFacts } from '../../session/state.ts';
import type { Capability } from '../../protocol/commands/info.ts';
import { asks } from '../shared/ceremony-request.ts';
import { backupFileCard } from './copies-backup-file.ts';
import { formsCard } from './copies-forms.ts';
import { seedQrCard } from './copies-seed-qr.ts';
import { copiesStyles } from './hb-copies.styles.ts';
import { copiesMessages } from '../../text/copies.ts';
import { messages } from '../../text/app.ts';
import { sharedStyles } from '../shared/shared.styles.ts';

interface Card {
  /** What the firmware must be able to do; `undefined` for what needs no device. */
  readonly needs: Capability | undefined;
  readonly render: (target: EventTarget, walletId: string | undefined) => TemplateResult;
}

const cards: readonly Card[] = [
  { needs: 'backup-file', render: backupFileCard },
  { needs: 'seed-qr', render: seedQrCard },
  { needs: undefined, render: formsCard },
];

/** "Copies": every way to a second copy of a wallet that is backed up, one card each. */
@customElement('hb-copies')
export class HbCopies extends HbElement {
  static override styles = [sharedStyles, copiesStyles];

  @property({ attribute: false }) device: Pick<DeviceFacts, 'capabilities'> = { capabilities: [] };

  /** The wallet on the device, 32 hexadecimal digits: its files are called after it. */
  @property() walletId: string | undefined;

  protected override render(): TemplateResult {
    return html`
      <div class="view">
        <h1 tabindex="-1">${copiesMessages.title}</h1>
        <p class="lead">${copiesMessages.lead}</p>
        <div class="cards">
          ${cards.map(({ needs, render }) =>
            needs === undefined || this.device.capabilities.includes(needs)
              ? render(this, this.walletId)
              : nothing,
          )}
        </div>
        <p class="soft">${copiesMessages.noClipboard}</p>
        <div class="actions">
          <button class="button quiet" @click=${asks(this, { kind: 'back' })}>${messages.back}</button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-copies': HbCopies;
  }
}
