import type { LedgerWay } from '../../devices/ledger/ledger-state.ts';
import { ledgerInputs, type LedgerInput } from '../../protocol/ledger/models.ts';
import { ledgerOperations, type LedgerOperation } from '../../protocol/ledger/operation.ts';
import type {
  LedgerGuide,
  LedgerOperationTexts,
  LedgerSentences,
  Onboarding,
} from '../types/ledger-guide.ts';

const operations: Readonly<Record<LedgerOperation, LedgerOperationTexts>> = {
  'turn-pages': {
    buttons: { left: 'Zurück', right: 'Weiter' },
    touch: 'Tippe, um weiterzumachen',
  },
  'pick-option': {
    buttons: { left: 'Blättern', right: 'Blättern', both: 'Wählen' },
    touch: 'Tippe auf deine Wahl',
  },
  'enter-digits': {
    buttons: { left: 'Kleiner', right: 'Größer', both: 'Eingeben' },
    touch: 'Tippe auf die Ziffern',
  },
  'enter-letters': {
    buttons: { left: 'Blättern', right: 'Blättern', both: 'Eingeben' },
    touch: 'Tippe auf dem Bildschirm des Geräts',
  },
};

const welcome = {
  title: 'Fang auf dem Gerät an',
  buttons:
    'Blättere mit der rechten Taste durch seine Seiten, bis es die Einrichtung anbietet. Lege Stift und Papier bereit und sorge dafür, dass du allein bist.',
  touch:
    'Tippe dich durch seine Seiten, bis es die Einrichtung anbietet. Lege Stift und Papier bereit und sorge dafür, dass du allein bist.',
};

function at(
  position: number,
  total: number | undefined,
  some: string,
  each: (place: string) => string,
): string {
  return position === 0 || total === undefined ? some : each(`${position} von ${total}`);
}

function titleAndExplain(
  { screen, position, wordCount }: Onboarding,
  input: LedgerInput,
  way: LedgerWay,
): {
  title: string;
  explain: string;
} {
  const buttons = input === 'buttons';
  switch (screen) {
    case 'welcome-1':
    case 'welcome-2':
    case 'welcome-3':
    case 'welcome-4':
    case 'welcome-reminder':
      return { title: welcome.title, explain: buttons ? welcome.buttons : welcome.touch };
    case 'early-check':
      return {
        title: 'Jetzt prüfen oder später',
        explain:
          'Das Gerät bietet eine Prüfung durch Ledgers eigene App an. Dafür ist Ledgers Server nötig, deshalb kann diese Seite sie nicht ausführen. Überspringe sie auf dem Gerät und hole sie später nach, oder mache sie zuerst in Ledgers App.',
      };
    case 'choose-name':
      return {
        title: 'Gib dem Gerät einen Namen',
        explain: 'Jeder Name ist recht. Wähle ihn auf dem Gerät, oder behalte den, den es vorschlägt.',
      };
    case 'set-up-choice':
      return {
        title: 'Neu oder wiederherstellen?',
        explain: buttons
          ? 'Suche mit links oder rechts eine Möglichkeit und wähle sie mit beiden Tasten. Richte den Ledger neu ein, um neue Wörter zu bekommen, oder stelle wieder her, um Wörter einzugeben, die du schon auf Papier hast.'
          : 'Tippe auf eine Möglichkeit. Richte den Ledger neu ein, um neue Wörter zu bekommen, oder stelle wieder her, um Wörter einzugeben, die du schon auf Papier hast.',
      };
    case 'restore-choice':
      return {
        title: 'Wie willst du wiederherstellen?',
        explain: 'Wähle auf dem Gerät. Für Wörter auf Papier wähle, wie viele es sind.',
      };
    case 'pin':
      return {
        title: 'Wähle eine PIN',
        explain: buttons
          ? '4 bis 8 Ziffern. Ändere eine Ziffer mit links oder rechts und gib sie mit beiden Tasten ein. Gib dann dieselbe PIN noch einmal ein. Tippe sie nie in einen Computer.'
          : 'Tippe am Gerät 4 bis 8 Ziffern ein, dann dieselbe PIN noch einmal. Gib sie nie in einen Computer ein.',
      };
    case 'new-words':
      return {
        title: at(position, wordCount, 'Schreibe die Wörter auf', (place) => `Wort ${place}`),
        explain: buttons
          ? 'Schreibe das Wort, das dein Gerät zeigt, mit seiner Nummer auf dein Blatt. Mit der linken Taste kommst du zurück.'
          : 'Schreibe jedes Wort auf dem Gerät auf, mit seiner Nummer. Du kannst auf dem Gerät zurückgehen.',
      };
    case 'confirm-words':
      return {
        title: at(position, wordCount, 'Bestätige die Wörter', (place) => `Bestätige Wort ${place}`),
        explain: buttons
          ? 'Das Gerät fragt nach einem Wort. Suche es auf deinem Blatt, drücke links oder rechts, bis es erscheint, und dann beide Tasten.'
          : 'Das Gerät fragt nach einem Wort. Suche es auf deinem Blatt und tippe es am Gerät an.',
      };
    case 'restore-words':
      return {
        title: at(position, wordCount, 'Gib die Wörter ein', (place) => `Gib Wort ${place} ein`),
        explain: buttons
          ? 'Gib es am Gerät Buchstabe für Buchstabe ein: ändern mit links und rechts, eingeben mit beiden Tasten. Tippe nie ein Wort in einen Computer.'
          : 'Gib es auf dem Bildschirm des Geräts ein. Tippe nie ein Wort in einen Computer.',
      };
    case 'restore-by-recover':
      return {
        title: 'Ledger Recover',
        explain:
          'Das Gerät stellt aus Ledgers Abo wieder her, und Ledgers eigene App führt dich hindurch. Wenn du dein Blatt nehmen willst, wähle auf dem Gerät einen anderen Weg.',
      };
    case 'restore-by-key':
      return {
        title: 'Recovery Key',
        explain: 'Folge dem Gerät: Es stellt aus der Karte wieder her, die du daran hältst.',
      };
    case 'safety-warnings':
      return {
        title: 'Lies seine Sicherheits\u00ADhinweise',
        explain:
          way === 'new'
            ? 'Deine Wörter stehen nur auf deinem Blatt. Lies die letzten Seiten auf dem Gerät und bestätige dort.'
            : 'Lies die letzten Seiten auf dem Gerät und bestätige dort.',
      };
    case 'ready':
      return { title: 'Fast geschafft', explain: 'Das Gerät meldet, dass es bereit ist. Schließe dort ab.' };
  }
}

function sentences(reading: Onboarding, way: LedgerWay): LedgerSentences {
  const input = ledgerInputs[reading.device.model];
  const operation = operations[ledgerOperations[reading.screen]];
  const words = titleAndExplain(reading, input, way);
  return input === 'buttons' ? { ...words, ...operation.buttons } : { ...words, touch: operation.touch };
}

export const ledgerGuideInGerman: LedgerGuide = { sentences };
