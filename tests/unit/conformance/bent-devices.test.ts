/** A rule that can't fail says nothing: each has a device that breaks it, and is found to break it. */
import { expect, it, vi } from 'vitest';
import { ruleNames, ruleOf, type RuleName } from '../../../src/conformance/catalogue/rules.ts';
import { bentDevices, type BentDevice } from '../../fixtures/conformance/bent-devices.ts';
import { brokenIn, conformInProcess } from '../../fixtures/conformance/in-process.ts';

vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const bent = Object.entries(bentDevices) as [RuleName, BentDevice][];

it.each(bent)('%s', async (rule, device) => {
  const findings = await conformInProcess(device);
  expect(brokenIn(findings).toSorted()).toEqual([rule, ...(device.also ?? [])].toSorted());
});

it('every rule has its device, or is out of every host’s reach', () => {
  const without = ruleNames.filter((rule) => !(rule in bentDevices));
  expect(without.map((rule) => ruleOf(rule).part)).toEqual(without.map(() => 'out-of-reach'));
});
