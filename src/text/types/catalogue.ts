/** All there is to read, by parts. A part is what is loaded together. */
import type { HelpMessages } from './about/help.ts';
import type { PreferencesMessages } from './about/preferences.ts';
import type { Messages, PageMessages } from './app.ts';
import type { CheckOptionsMessages } from './check-options.ts';
import type { ConformanceMessages } from './conformance/kit.ts';
import type { CopiesMessages } from './copies.ts';
import type { DrawingMessages } from './drawings/drawings.ts';
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
import type { SigningMessages } from './signing.ts';
import type { SimulatorMessages } from './simulator/command.ts';
import type { DeviceWindowMessages, FrameMessages } from './simulator/pages.ts';
import type { SimulatorStorageMessages } from './simulator/storage.ts';
import type { SimulatorUsbMessages } from './simulator/usb.ts';
import type { TerminalCeremonyMessages } from './terminal/ceremonies.ts';
import type { TerminalHelpMessages } from './terminal/help.ts';
import type { TerminalMessages } from './terminal/terminal.ts';
import type { WalletMessages } from './wallet.ts';
import type { WalletChangeMessages } from './wallet-change.ts';

export interface Catalogue {
  readonly app: Messages;
  readonly checkOptions: CheckOptionsMessages;
  readonly conformance: ConformanceMessages;
  readonly copies: CopiesMessages;
  readonly deviceWindow: DeviceWindowMessages;
  readonly drawings: DrawingMessages;
  readonly endings: EndingsMessages;
  readonly errors: ErrorMessages;
  readonly explanations: Explanations;
  readonly forms: FormsMessages;
  readonly glass: GlassMessages;
  readonly help: HelpMessages;
  readonly page: PageMessages;
  readonly preferences: PreferencesMessages;
  readonly proof: ProofTexts;
  readonly quiz: QuizMessages;
  readonly records: RecordsMessages;
  readonly refusals: RefusalMessages;
  readonly seedQrPage: SeedQrMessages;
  readonly settings: SettingsMessages;
  readonly signing: SigningMessages;
  readonly simulator: SimulatorMessages;
  readonly simulatorFrame: FrameMessages;
  readonly simulatorStorage: SimulatorStorageMessages;
  readonly simulatorUsb: SimulatorUsbMessages;
  readonly terminal: TerminalMessages;
  readonly terminalCeremonies: TerminalCeremonyMessages;
  readonly terminalHelp: TerminalHelpMessages;
  readonly wallet: WalletMessages;
  readonly walletChange: WalletChangeMessages;
}

/** Of the page: what its first pages say, and what makes it be refused. */
export type FirstTexts = Pick<Catalogue, 'app' | 'drawings' | 'page' | 'refusals'>;

/** What the terminal program says and no page. */
export type TerminalTexts = Pick<
  Catalogue,
  'conformance' | 'terminal' | 'terminalCeremonies' | 'terminalHelp'
>;

/** What the simulator says around its glass. */
export type SimulatorTexts = Pick<
  Catalogue,
  'deviceWindow' | 'simulator' | 'simulatorFrame' | 'simulatorStorage' | 'simulatorUsb'
>;

/** All else that a page says, loaded right after its first ones. */
export type RestTexts = Omit<Catalogue, keyof FirstTexts | keyof TerminalTexts | keyof SimulatorTexts>;
