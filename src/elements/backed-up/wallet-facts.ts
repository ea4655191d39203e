/** What is known of the wallet on a device, and of how its words were drawn: rows without a secret, and sentences about them. */
import { html, nothing, type TemplateResult } from 'lit';
import { isSimulatorLink, type DeviceFacts, type KnownWallet } from '../../session/state.ts';
import { formatDate, groupDigits } from '../../text/locale/format.ts';
import type { ProofTexts } from '../../text/proof.ts';
import { settingsMessages } from '../../text/settings.ts';

export interface WalletFacts {
  readonly wallet: KnownWallet | undefined;
  readonly device: DeviceFacts | undefined;
  /** Of the entropy check, once they are loaded. */
  readonly texts: ProofTexts | undefined;
}

export function day(iso: string): TemplateResult {
  return html`<time datetime=${iso}>${formatDate(iso)}</time>`;
}

/** In groups of four, as the device shows it. */
export function walletIdView(walletId: string | undefined): TemplateResult {
  return html`<p class="id" translate="no">
    ${groupDigits(walletId ?? '')
      .split(' ')
      .map((group) => html`<span>${group} </span>`)}
  </p>`;
}

export function row(name: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A wallet that was in a simulator once may be known to anybody, wherever it is now. */
export function simulatedNote({ device, wallet }: WalletFacts): TemplateResult | typeof nothing {
  if (device?.simulator === true || wallet?.record?.simulator === true)
    return html`<p class="note attention">${settingsMessages.simulated.device}</p>`;
  const byLink = device !== undefined && isSimulatorLink(device.link);
  return byLink ? html`<p class="note attention">${settingsMessages.simulated.link}</p>` : nothing;
}

export function randomnessRow({ wallet, texts }: WalletFacts): TemplateResult | typeof nothing {
  if (texts === undefined) return nothing;
  const proof = wallet?.proof;
  return row(
    texts.row,
    proof === undefined ? texts.rowUnproven : texts.rowProven(proof, formatDate(proof.date)),
  );
}

/** What was proven, and with what probability a cheat would have passed. */
export function proofNote({ wallet, texts }: WalletFacts): TemplateResult | typeof nothing {
  const proof = wallet?.proof;
  return texts === undefined || proof === undefined ? nothing : html`<p>${texts.proven(proof)}</p>`;
}

/** That nothing was checked, or that the check proves nothing, is no detail. */
export function weakProofNote({ wallet, texts }: WalletFacts): TemplateResult | typeof nothing {
  const proof = wallet?.proof;
  if (texts === undefined) return nothing;
  if (proof === undefined)
    return wallet?.unchecked === true ? html`<p class="note">${texts.noCapability}</p>` : nothing;
  return texts.provesNothing(proof) ? html`<p class="note attention">${texts.proven(proof)}</p>` : nothing;
}

export function deviceRow({ device, texts }: WalletFacts): TemplateResult | typeof nothing {
  return device === undefined || texts === undefined
    ? nothing
    : row(
        settingsMessages.receipt.device,
        html`${texts.deviceTitle(device)} <span class="soft">${texts.deviceProof(device)}</span>`,
      );
}
