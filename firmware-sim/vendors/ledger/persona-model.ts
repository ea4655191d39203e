/** The models that the persona can be, and how the answer to getVersion ends on each. */
import type { LedgerModel } from '../../../src/protocol/ledger/models.ts';

export const personaModels = ['nanox', 'nanosp', 'stax', 'flex'] as const satisfies readonly LedgerModel[];
export type PersonaModel = (typeof personaModels)[number];

/** Firmware of autumn 2025, above every floor. */
export const personaFirmware: Record<PersonaModel, string> = {
  nanox: '2.5.0',
  nanosp: '1.4.0',
  stax: '1.8.0',
  flex: '1.4.0',
};

/** Ids of current firmware, and names that say whose device is imitated. */
export const personaUsbIds: Record<
  PersonaModel,
  { readonly vendorId: number; readonly productId: number; readonly title: string }
> = {
  nanox: { vendorId: 0x2c97, productId: 0x4000, title: 'Nano X' },
  nanosp: { vendorId: 0x2c97, productId: 0x5000, title: 'Nano S Plus' },
  stax: { vendorId: 0x2c97, productId: 0x6000, title: 'Stax' },
  flex: { vendorId: 0x2c97, productId: 0x7000, title: 'Flex' },
};

/** Ends in the mark by which a host knows that this is no real device (H10). */
export const personaMcuVersion = '5.26-sim';

/** From which firmware on a field of the tail is there; `always`, or `never`. */
type Floor = string;

/** In the order of the answer. */
const tailFields: readonly { readonly value: number; readonly floors: Record<PersonaModel, Floor> }[] = [
  // Bootloader version; as text on the device, see below.
  { value: -1, floors: { nanox: '2.0.0', nanosp: '1.0.0', stax: '1.0.0', flex: 'always' } },
  // Hardware version.
  { value: 1, floors: { nanox: '2.0.0', nanosp: 'never', stax: 'never', flex: 'never' } },
  // Language.
  { value: 0, floors: { nanox: '2.1.0', nanosp: '1.1.0', stax: '1.0.0', flex: 'always' } },
  // State of Ledger Recover.
  { value: 0, floors: { nanox: '2.1.0', nanosp: '1.1.0', stax: '1.0.0', flex: 'always' } },
  // State of the Recovery Key's backup.
  { value: 0, floors: { nanox: 'never', nanosp: 'never', stax: '1.7.0', flex: '1.3.0' } },
];

const bootloaderVersion = Uint8Array.from('1.16', (character) => character.charCodeAt(0));

function reaches(version: string, floor: Floor): boolean {
  if (floor === 'always' || floor === 'never') return floor === 'always';
  const have = version.split('.').map((part) => Number.parseInt(part, 10));
  const need = floor.split('.').map(Number);
  const at = have.findIndex((part, index) => part !== need[index]);
  return at === -1 || (have[at] ?? 0) > (need[at] ?? 0);
}

/** The values after the MCU version, each without its length byte. */
export function versionTail(model: PersonaModel, version: string): Uint8Array[] {
  return tailFields
    .filter(({ floors }) => reaches(version, floors[model]))
    .map(({ value }) => (value === -1 ? bootloaderVersion : Uint8Array.of(value)));
}
