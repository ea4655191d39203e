import { helpInFrench } from '../about/help.ts';
import { preferencesInFrench } from '../about/preferences.ts';
import { checkOptionsInFrench } from '../check-options.ts';
import { copiesInFrench } from '../copies.ts';
import { endingsInFrench } from '../endings.ts';
import { errorsInFrench } from '../errors.ts';
import { explanationsInFrench } from '../explanations.ts';
import { formsInFrench } from '../forms.ts';
import { glassInFrench } from '../glass.ts';
import { ledgerInFrench } from '../ledger.ts';
import { ledgerGuideInFrench } from '../ledger-guide.ts';
import { proofInFrench } from '../proof.ts';
import { quizInFrench } from '../quiz.ts';
import { recordsInFrench } from '../records.ts';
import { seedQrPageInFrench } from '../seed-qr-page.ts';
import { settingsInFrench } from '../settings.ts';
import { signingInFrench } from '../signing.ts';
import { walletInFrench } from '../wallet.ts';
import { walletChangeInFrench } from '../wallet-change.ts';
import type { RestTexts } from '../../types/catalogue.ts';

export const restInFrench: RestTexts = {
  checkOptions: checkOptionsInFrench,
  copies: copiesInFrench,
  endings: endingsInFrench,
  errors: errorsInFrench,
  explanations: explanationsInFrench,
  forms: formsInFrench,
  glass: glassInFrench,
  help: helpInFrench,
  ledger: ledgerInFrench,
  ledgerGuide: ledgerGuideInFrench,
  preferences: preferencesInFrench,
  proof: proofInFrench,
  quiz: quizInFrench,
  records: recordsInFrench,
  seedQrPage: seedQrPageInFrench,
  settings: settingsInFrench,
  signing: signingInFrench,
  wallet: walletInFrench,
  walletChange: walletChangeInFrench,
};
