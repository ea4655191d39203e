/** Whole ceremonies in virtual time: create, PIN twice, hold, 24 words, confirm every one, backed up. */
import { createWallet } from '../kit/drivers/person.ts';
import { createTestDevice, seededRandom } from '../fixtures/devices/test-device.ts';
import { atLeast, type Row } from './figures.ts';

const block = 20;

export function measureCeremonies(): Row[] {
  const rates: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const started = performance.now();
    for (let index = 0; index < block; index += 1) {
      const device = createTestDevice({ random: seededRandom({ all: `ceremony ${round}.${index}` }) });
      device.startCreate(24);
      device.person(createWallet(24, '1234'));
      const { wallet, outcome } = device.status();
      if (wallet !== 'backed-up' || outcome !== 'completed') throw new Error('a ceremony did not complete');
    }
    rates.push((block / (performance.now() - started)) * 1000);
  }
  return [
    {
      name: 'whole 24-word ceremonies in virtual time',
      unit: '/s',
      samples: rates,
      aim: 'at least 20',
      meets: atLeast(20),
    },
  ];
}
