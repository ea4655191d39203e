import { helpInGerman } from '../about/help.ts';
import { preferencesInGerman } from '../about/preferences.ts';
import { checkOptionsInGerman } from '../check-options.ts';
import { copiesInGerman } from '../copies.ts';
import { endingsInGerman } from '../endings.ts';
import { errorsInGerman } from '../errors.ts';
import { explanationsInGerman } from '../explanations.ts';
import { formsInGerman } from '../forms.ts';
import { glassInGerman } from '../glass.ts';
import { ledgerInGerman } from '../ledger.ts';
import { ledgerGuideInGerman } from '../ledger-guide.ts';
import { proofInGerman } from '../proof.ts';
import { quizInGerman } from '../quiz.ts';
import { recordsInGerman } from '../records.ts';
import { seedQrPageInGerman } from '../seed-qr-page.ts';
import { settingsInGerman } from '../settings.ts';
import { signingInGerman } from '../signing.ts';
import { walletInGerman } from '../wallet.ts';
import { walletChangeInGerman } from '../wallet-change.ts';
import type { RestTexts } from '../../types/catalogue.ts';

export const restInGerman: RestTexts = {
  checkOptions: checkOptionsInGerman,
  copies: copiesInGerman,
  endings: endingsInGerman,
  errors: errorsInGerman,
  explanations: explanationsInGerman,
  forms: formsInGerman,
  glass: glassInGerman,
  help: helpInGerman,
  ledger: ledgerInGerman,
  ledgerGuide: ledgerGuideInGerman,
  preferences: preferencesInGerman,
  proof: proofInGerman,
  quiz: quizInGerman,
  records: recordsInGerman,
  seedQrPage: seedQrPageInGerman,
  settings: settingsInGerman,
  signing: signingInGerman,
  wallet: walletInGerman,
  walletChange: walletChangeInGerman,
};
