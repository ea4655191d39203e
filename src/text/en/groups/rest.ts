import { helpInEnglish } from '../about/help.ts';
import { preferencesInEnglish } from '../about/preferences.ts';
import { checkOptionsInEnglish } from '../check-options.ts';
import { copiesInEnglish } from '../copies.ts';
import { endingsInEnglish } from '../endings.ts';
import { errorsInEnglish } from '../errors.ts';
import { explanationsInEnglish } from '../explanations.ts';
import { formsInEnglish } from '../forms.ts';
import { glassInEnglish } from '../glass.ts';
import { ledgerInEnglish } from '../ledger.ts';
import { ledgerGuideInEnglish } from '../ledger-guide.ts';
import { proofInEnglish } from '../proof.ts';
import { quizInEnglish } from '../quiz.ts';
import { recordsInEnglish } from '../records.ts';
import { seedQrPageInEnglish } from '../seed-qr-page.ts';
import { settingsInEnglish } from '../settings.ts';
import { signingInEnglish } from '../signing.ts';
import { walletInEnglish } from '../wallet.ts';
import { walletChangeInEnglish } from '../wallet-change.ts';
import type { RestTexts } from '../../types/catalogue.ts';

export const restInEnglish: RestTexts = {
  checkOptions: checkOptionsInEnglish,
  copies: copiesInEnglish,
  endings: endingsInEnglish,
  errors: errorsInEnglish,
  explanations: explanationsInEnglish,
  forms: formsInEnglish,
  glass: glassInEnglish,
  help: helpInEnglish,
  ledger: ledgerInEnglish,
  ledgerGuide: ledgerGuideInEnglish,
  preferences: preferencesInEnglish,
  proof: proofInEnglish,
  quiz: quizInEnglish,
  records: recordsInEnglish,
  seedQrPage: seedQrPageInEnglish,
  settings: settingsInEnglish,
  signing: signingInEnglish,
  wallet: walletInEnglish,
  walletChange: walletChangeInEnglish,
};
