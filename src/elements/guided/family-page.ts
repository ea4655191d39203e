/** What the page shows of a family of devices that lead by themselves. Its code is loaded when such a device is met. */
import type { TemplateResult } from 'lit';
import type { FamilySeal, Guided, GuidedState } from '../../devices/family.ts';
import type { Step } from '../../devices/steps.ts';
import type { Stage } from '../../protocol/public-state.ts';
import type { Announcement } from '../notice/announcement.ts';
import type { Notice } from '../notice/notice.ts';

export interface FamilyPageParts<Device> {
  /** Another device answered in the place of the one before. */
  readonly swapped: (device: Device) => string;
  readonly stepTitles: (device: Device) => Record<Step, string>;
  /** In place of the view. */
  readonly notice: (device: Device) => Notice | undefined;
  readonly announcement: (device: Device) => Announcement | undefined;
  /** A Lit element with `data-view`. */
  readonly view: (device: Device) => TemplateResult;
  /** What stands for the device beside the view. */
  readonly panel: (device: Device) => TemplateResult;
  /** Which advice is below the view; `undefined` for none. */
  readonly foot: (device: Device) => Stage | undefined;
}

/** As the app knows it: each part is `undefined` for a device of another family. */
export type FamilyPage = {
  readonly [Part in keyof FamilyPageParts<GuidedState>]: (
    state: GuidedState,
  ) => ReturnType<FamilyPageParts<GuidedState>[Part]> | undefined;
};

export function createFamilyPage<Seen, Reading>(
  { open }: Pick<FamilySeal<Seen, Reading>, 'open'>,
  parts: FamilyPageParts<Guided<Seen>>,
): FamilyPage {
  const on =
    <Said>(say: (device: Guided<Seen>) => Said) =>
    (state: GuidedState): Said | undefined => {
      const device = open(state);
      return device === undefined ? undefined : say(device);
    };
  return {
    swapped: on(parts.swapped),
    stepTitles: on(parts.stepTitles),
    notice: on(parts.notice),
    announcement: on(parts.announcement),
    view: on(parts.view),
    panel: on(parts.panel),
    foot: on(parts.foot),
  };
}
