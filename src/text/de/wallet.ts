import type { WalletMessages } from '../types/wallet.ts';

export const walletInGerman: WalletMessages = {
  save: {
    again: 'Erneut speichern',
    retry: 'Datei speichern',
    name: 'Dateiname',
    write:
      'Schreibe den Namen der Datei auf das Blatt mit ihrem Code. Hat dein Browser eine Zahl angehängt, schreibe auch die auf.',
  },
  loading: 'Die Seite wird geladen …',
  noted: (date) => `Zuletzt geprüft am ${date}.`,
  restored: {
    title: 'Wieder\u00ADhergestellt',
    ask: 'Dein Gerät hat diese Wallet aus deiner Eingabe erzeugt. Vergleiche ihre ID mit der auf deinem Vordruck.',
    same: 'Deine Wallet ist zurück auf dem Gerät. Dieser Computer hat keines ihrer Wörter gesehen.',
    none: 'Noch zeigt nichts, dass es die richtige Wallet ist. Sieh nach, ob sie die Adressen und Coins hat, die du erwartest, bevor du etwas an sie sendest.',
  },
  doubt: {
    title: 'Dein Blatt stimmt nicht',
    lead: (date) =>
      `${
        date === undefined
          ? 'Die Wörter, die du eingegeben hast, passten nicht zur Wallet auf diesem Gerät.'
          : `Die Wörter, die du am ${date} eingegeben hast, passten nicht zur Wallet auf diesem Gerät.`
      } Verlass dich nicht auf dieses Blatt: Vergleiche es mit den Wörtern auf dem Gerät und prüfe dann noch einmal.`,
    otherTitle: 'Das ist nicht die Wallet auf deinem Vordruck',
    otherLead:
      'Entweder ist ein Wort falsch eingegeben, oder der Vordruck gehört zu einer anderen Wallet. Sende nichts an diese Wallet. Vergleiche dein Blatt mit den Wörtern auf dem Gerät, oder setze das Gerät zurück und stelle die Wallet noch einmal wieder her.',
    show: 'Wörter auf dem Gerät anzeigen',
    check: 'Erneut prüfen',
  },
  tryAgain: 'Erneut versuchen',
  wipe: {
    title: 'Dieses Gerät zurücksetzen?',
    body: [
      'Das löscht die Wallet, ihre PIN und ihre Wörter vom Gerät. Nichts auf diesem Computer kann sie zurückholen.',
      'Wenn du deine Wörter auf Papier hast, kannst du die Wallet wiederherstellen. Wenn nicht, oder wenn du unsicher bist, ist alles darin für immer verloren: Prüfe zuerst dein Backup.',
      'Dein Gerät fragt noch einmal nach und löscht die Wallet erst, wenn du seine Taste gedrückt hältst. Das lässt sich nicht rückgängig machen.',
    ],
    ask: 'Auf dem Gerät zurücksetzen',
    keep: 'Wallet behalten',
  },
};
