/** The way from the first page to a device, as a person goes it who was never here. */
import type { Page } from 'playwright-core';

const understood = 'I understand that no one can recover my words for me';

/** Reads the introduction and agrees. */
export async function agreeToIntroduction(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: understood }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** A browser that has shown it, and may keep that it has, shows it no more. */
async function begin(page: Page, choice: string): Promise<void> {
  const button = page.getByRole('button', { name: choice });
  await button.waitFor();
  const agreed = await page.evaluate(() => {
    try {
      return localStorage.getItem('hostblind.introduced') !== null;
    } catch {
      return false;
    }
  });
  await button.click();
  if (!agreed) await agreeToIntroduction(page);
}

/** To the simulator on the page. */
export async function useSimulator(page: Page): Promise<void> {
  await begin(page, 'Try it with the simulator');
}

/** To the choice of ways to a device. */
export async function useDevice(page: Page): Promise<void> {
  await begin(page, 'My device already has a wallet');
}
