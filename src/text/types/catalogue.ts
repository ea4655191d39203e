/** All there is to read, by parts. A part is what is loaded together. */
import type { Messages } from './app.ts';
import type { CheckOptionsMessages } from './check-options.ts';
import type { CopiesMessages } from './copies.ts';
import type { EndingsMessages } from './endings.ts';
import type { ErrorMessages } from './errors.ts';
import type { Explanations } from './explanations.ts';
import type { FormsMessages } from './forms.ts';
import type { GlassMessages } from './glass.ts';
import type { ProofTexts } from './proof.ts';
import type { QuizMessages } from './quiz.ts';
import type { RecordsMessages } from './records.ts';
import type { RefusalMessages } from './refusals.ts';
import type { SeedQrMessages } from './seed-qr-page.ts';
import type { SettingsMessages } from './settings.ts';
import type { TerminalMessages } from './terminal.ts';
import type { WalletMessages } from './wallet.ts';
import type { WalletChangeMessages } from './wallet-change.ts';

export interface Catalogue {
  readonly app: Messages;
  readonly checkOptions: CheckOptionsMessages;
  readonly copies: CopiesMessages;
  readonly endings: EndingsMessages;
  readonly errors: ErrorMessages;
  readonly explanations: Explanations;
  readonly forms: FormsMessages;
  readonly glass: GlassMessages;
  readonly proof: ProofTexts;
  readonly quiz: QuizMessages;
  readonly records: RecordsMessages;
  readonly refusals: RefusalMessages;
  readonly seedQrPage: SeedQrMessages;
  readonly settings: SettingsMessages;
  readonly terminal: TerminalMessages;
  readonly wallet: WalletMessages;
  readonly walletChange: WalletChangeMessages;
}
