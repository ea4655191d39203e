/** A device that is started for the first time, and wallets that it makes. */
import { encodeAppNameRequest } from '../../../src/protocol/commands/app-name.ts';
import { encodeAttestRequest } from '../../../src/protocol/commands/attest.ts';
import { encodeCertificateRequest } from '../../../src/protocol/commands/certificate.ts';
import { encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
} from '../../../src/protocol/entropy/entropy.ts';
import { fairRolls } from '../../fixtures/data/dice-rolls.ts';
import { agree, agreeToNewWallet, rollAllDice, tap } from '../../kit/drivers/person.ts';
import { bytesNamed } from '../parts.ts';
import { ask, backUpWords, pickPin, pin, readWalletId, sayYes } from './common.ts';
import type { Scene, Script } from './transcript.ts';

function checkCandidates(scene: Scene, opened: number): void {
  for (let candidate = 1; ; candidate += 1) {
    scene.host('asks for the promise of a candidate', encodeCommitRequest());
    const hostPart = bytesNamed(`transcripts/host part ${candidate}`, 32);
    const walletId = scene.host('gives its part', encodeEntropyRequest(hostPart));
    if (candidate > opened) {
      scene.host('has this candidate kept', encodeKeepRequest(walletId));
      return;
    }
    scene.host('has this candidate opened', encodeOpenRequest(walletId));
  }
}

export const newWallets: readonly Script[] = [
  {
    name: 'first-start',
    description: 'A device is switched on for the first time, and a host asks what it is.',
    before: { wallet: 'never started' },
    play(scene) {
      scene.power('on');
      scene.host('asks which app this is', encodeAppNameRequest());
      scene.host('asks what this device is', encodeInfoRequest());
      scene.host('asks who made it', encodeCertificateRequest());
      scene.host('asks it to prove that', encodeAttestRequest(bytesNamed('transcripts/challenge', 32)));
      scene.host('asks how far along it is', encodeStatusRequest());
      scene.host('asks for its name', encodeNameRequest());
      readWalletId(scene);
      return { wallet: 'empty' };
    },
  },
  {
    name: 'create',
    description: 'A new wallet of 12 words, without the entropy check and without dice.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      ask(scene, 'asks for a new wallet of 12 words', { kind: 'create', wordCount: 12 });
      ask(scene, 'asks again, too soon', { kind: 'create', wordCount: 12 });
      scene.person('says yes', agreeToNewWallet());
      pickPin(scene, pin);
      readWalletId(scene);
      const paper = backUpWords(scene, 12);
      readWalletId(scene);
      return { wallet: 'backed-up', phrase: paper.join(' '), pin };
    },
  },
  {
    name: 'create-declined',
    description: 'The person says no to a new wallet.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      ask(scene, 'asks for a new wallet of 24 words', { kind: 'create', wordCount: 24 });
      scene.person('says no', tap('left'));
      return { wallet: 'empty' };
    },
  },
  {
    name: 'create-checked',
    description:
      'A new wallet of 24 words with the entropy check: two candidates are opened, the third is kept.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      ask(scene, 'asks for a new wallet of 24 words, checked', {
        kind: 'create',
        wordCount: 24,
        entropyCheck: true,
      });
      scene.host('asks for a promise before the person has agreed', encodeCommitRequest());
      sayYes(scene, 'New wallet?');
      checkCandidates(scene, 2);
      pickPin(scene, pin);
      const paper = backUpWords(scene, 24);
      readWalletId(scene);
      return { wallet: 'backed-up', phrase: paper.join(' '), pin };
    },
  },
  {
    name: 'create-dice',
    description:
      'A new wallet of 12 words with 50 rolls of dice and the entropy check, which opens one candidate.',
    before: { wallet: 'empty' },
    play(scene) {
      const rolls = fairRolls(50, 'transcripts');
      scene.power('on');
      ask(scene, 'asks for a new wallet of 12 words, with dice, checked', {
        kind: 'create',
        wordCount: 12,
        dice: true,
        entropyCheck: true,
      });
      scene.person('says yes', agree('New wallet?'));
      scene.person(`rolls ${rolls}`, rollAllDice(rolls));
      checkCandidates(scene, 1);
      pickPin(scene, pin);
      const paper = backUpWords(scene, 12);
      readWalletId(scene);
      return { wallet: 'backed-up', phrase: paper.join(' '), pin };
    },
  },
];
