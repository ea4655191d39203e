import { helpInSpanish } from '../about/help.ts';
import { preferencesInSpanish } from '../about/preferences.ts';
import { checkOptionsInSpanish } from '../check-options.ts';
import { copiesInSpanish } from '../copies.ts';
import { endingsInSpanish } from '../endings.ts';
import { errorsInSpanish } from '../errors.ts';
import { explanationsInSpanish } from '../explanations.ts';
import { formsInSpanish } from '../forms.ts';
import { glassInSpanish } from '../glass.ts';
import { ledgerInSpanish } from '../ledger.ts';
import { ledgerGuideInSpanish } from '../ledger-guide.ts';
import { proofInSpanish } from '../proof.ts';
import { quizInSpanish } from '../quiz.ts';
import { recordsInSpanish } from '../records.ts';
import { seedQrPageInSpanish } from '../seed-qr-page.ts';
import { settingsInSpanish } from '../settings.ts';
import { signingInSpanish } from '../signing.ts';
import { walletInSpanish } from '../wallet.ts';
import { walletChangeInSpanish } from '../wallet-change.ts';
import type { RestTexts } from '../../types/catalogue.ts';

export const restInSpanish: RestTexts = {
  checkOptions: checkOptionsInSpanish,
  copies: copiesInSpanish,
  endings: endingsInSpanish,
  errors: errorsInSpanish,
  explanations: explanationsInSpanish,
  forms: formsInSpanish,
  glass: glassInSpanish,
  help: helpInSpanish,
  ledger: ledgerInSpanish,
  ledgerGuide: ledgerGuideInSpanish,
  preferences: preferencesInSpanish,
  proof: proofInSpanish,
  quiz: quizInSpanish,
  records: recordsInSpanish,
  seedQrPage: seedQrPageInSpanish,
  settings: settingsInSpanish,
  signing: signingInSpanish,
  wallet: walletInSpanish,
  walletChange: walletChangeInSpanish,
};
