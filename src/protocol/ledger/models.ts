/** The stock Ledger models, as the upper 16 bits of the target id name them. */
export const ledgerModels = ['nanos', 'nanox', 'nanosp', 'stax', 'flex', 'apex'] as const;
export type LedgerModel = (typeof ledgerModels)[number];

export const ledgerModelTitles: Record<LedgerModel, string> = {
  nanos: 'Ledger Nano S',
  nanox: 'Ledger Nano X',
  nanosp: 'Ledger Nano S Plus',
  stax: 'Ledger Stax',
  flex: 'Ledger Flex',
  apex: 'Ledger Nano Gen5',
};

/** How a person answers the device. */
export type LedgerInput = 'buttons' | 'touch';

export const ledgerInputs: Record<LedgerModel, LedgerInput> = {
  nanos: 'buttons',
  nanox: 'buttons',
  nanosp: 'buttons',
  stax: 'touch',
  flex: 'touch',
  apex: 'touch',
};

/** Upper 16 bits; the lower ones count hardware revisions. */
const targetFamilies: Record<LedgerModel, number> = {
  nanos: 0x3110,
  nanox: 0x3300,
  nanosp: 0x3310,
  stax: 0x3320,
  flex: 0x3330,
  apex: 0x3340,
};

/** The target id of a model's secure element, of hardware revision 4. */
export function ledgerTargetId(model: LedgerModel): number {
  return targetFamilies[model] * 0x10000 + 4;
}

/** `undefined` for a model that is not known here. */
export function ledgerModelOf(targetId: number): LedgerModel | undefined {
  return ledgerModels.find((model) => targetFamilies[model] === targetId >>> 16);
}

/** Whether the secure element answers, and not the microcontroller's bootloader. */
export function isSecureElement(targetId: number): boolean {
  return targetId >>> 28 === 3;
}
