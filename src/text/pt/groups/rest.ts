import { helpInPortuguese } from '../about/help.ts';
import { preferencesInPortuguese } from '../about/preferences.ts';
import { checkOptionsInPortuguese } from '../check-options.ts';
import { copiesInPortuguese } from '../copies.ts';
import { endingsInPortuguese } from '../endings.ts';
import { errorsInPortuguese } from '../errors.ts';
import { explanationsInPortuguese } from '../explanations.ts';
import { formsInPortuguese } from '../forms.ts';
import { glassInPortuguese } from '../glass.ts';
import { ledgerInPortuguese } from '../ledger.ts';
import { ledgerGuideInPortuguese } from '../ledger-guide.ts';
import { proofInPortuguese } from '../proof.ts';
import { quizInPortuguese } from '../quiz.ts';
import { recordsInPortuguese } from '../records.ts';
import { seedQrPageInPortuguese } from '../seed-qr-page.ts';
import { settingsInPortuguese } from '../settings.ts';
import { signingInPortuguese } from '../signing.ts';
import { walletInPortuguese } from '../wallet.ts';
import { walletChangeInPortuguese } from '../wallet-change.ts';
import type { RestTexts } from '../../types/catalogue.ts';

export const restInPortuguese: RestTexts = {
  checkOptions: checkOptionsInPortuguese,
  copies: copiesInPortuguese,
  endings: endingsInPortuguese,
  errors: errorsInPortuguese,
  explanations: explanationsInPortuguese,
  forms: formsInPortuguese,
  glass: glassInPortuguese,
  help: helpInPortuguese,
  ledger: ledgerInPortuguese,
  ledgerGuide: ledgerGuideInPortuguese,
  preferences: preferencesInPortuguese,
  proof: proofInPortuguese,
  quiz: quizInPortuguese,
  records: recordsInPortuguese,
  seedQrPage: seedQrPageInPortuguese,
  settings: settingsInPortuguese,
  signing: signingInPortuguese,
  wallet: walletInPortuguese,
  walletChange: walletChangeInPortuguese,
};
