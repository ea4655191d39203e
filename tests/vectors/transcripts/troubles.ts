/** Hosts that withdraw, get in each other's way or fall silent, and a device that breaks. */
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { encodeCommitRequest } from '../../../src/protocol/entropy/entropy.ts';
import { agree } from '../../kit/drivers/person.ts';
import { ask, cancel, goOn, leaveNews, pickPin, pin, sayYes } from './common.ts';
import type { Script } from './transcript.ts';

export const troubles: readonly Script[] = [
  {
    name: 'withdrawn',
    description: 'A host asks and withdraws three times. Then the device is left alone for 30 s.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      for (let request = 1; request <= 3; request += 1) {
        ask(scene, 'asks for a new wallet of 12 words', { kind: 'create', wordCount: 12 });
        cancel(scene);
        ask(scene, 'asks again before the person has read that', { kind: 'create', wordCount: 12 });
        leaveNews(scene);
      }
      ask(scene, 'asks a fourth time', { kind: 'create', wordCount: 12 });
      scene.wait('nobody does anything for 29.5 s', 29_500);
      ask(scene, 'asks a fifth time', { kind: 'create', wordCount: 12 });
      scene.wait('nobody does anything for 0.5 s', 500);
      ask(scene, 'asks a sixth time', { kind: 'create', wordCount: 12 });
      cancel(scene);
      leaveNews(scene);
      return { wallet: 'empty' };
    },
  },
  {
    name: 'two-links',
    description:
      'Two hosts on links of their own. The ceremony belongs to the one that asked for it; the other one may stop it.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      ask(scene, 'asks for a new wallet of 12 words', { kind: 'create', wordCount: 12 }, 1);
      ask(scene, 'asks to restore', { kind: 'restore', wordCount: 12 }, 2);
      scene.host('asks for the name', encodeNameRequest(), 2);
      scene.host('asks for the name', encodeNameRequest(), 1);
      scene.host('asks how far along it is', encodeStatusRequest(), 2);
      scene.person('says yes', agree('New wallet?'));
      scene.host('asks the device to stop', encodeCancelRequest(), 2);
      leaveNews(scene);
      scene.host('asks for the name', encodeNameRequest(), 2);
      return { wallet: 'empty' };
    },
  },
  {
    name: 'silence',
    description:
      'A host falls silent amid the entropy check: two minutes after its last step the device stops.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      ask(scene, 'asks for a new wallet of 12 words, checked', {
        kind: 'create',
        wordCount: 12,
        entropyCheck: true,
      });
      sayYes(scene, 'New wallet?');
      scene.wait('the host waits for 100 s', 100_000);
      scene.host('asks for the promise of a candidate', encodeCommitRequest());
      scene.wait('the host asks for nothing but the status for 100 s', 100_000);
      scene.host('asks for another promise out of turn, which is no step', encodeCommitRequest());
      scene.wait('the host is silent for 19.95 s more', 19_950);
      scene.wait('and for 100 ms more', 100);
      leaveNews(scene);
      return { wallet: 'empty' };
    },
  },
  {
    name: 'fault',
    description:
      'The random source breaks when the phrase is drawn: the device stops before any word is shown.',
    before: { wallet: 'empty' },
    brokenFor: 'phrase',
    play(scene) {
      scene.power('on');
      ask(scene, 'asks for a new wallet of 12 words', { kind: 'create', wordCount: 12 });
      sayYes(scene, 'New wallet?');
      pickPin(scene, pin);
      goOn(scene, 'reads that the device found a fault in itself');
      return { wallet: 'empty' };
    },
  },
];
