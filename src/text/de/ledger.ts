import type { LedgerMessages } from '../types/ledger.ts';

const ledgerApp = 'Ledgers eigener App (Ledger Wallet, früher Ledger Live)';

export const ledgerInGerman: LedgerMessages = {
  stock: 'Handelsüblicher Ledger',
  terminal:
    'Das ist ein handelsüblicher Ledger. Er hat seine eigene Einrichtung, der die Hostblind-App im Browser folgen kann; dieser Befehl kann keine starten.',
  unchecked: 'Hier nicht geprüft',
  simulated: 'Simuliert',
  steps: {
    create: {
      prepare: 'Vorbereiten',
      pin: 'PIN',
      write: 'Aufschreiben',
      confirm: 'Bestätigen',
      'backed-up': 'Bereit',
    },
    restore: {
      prepare: 'Vorbereiten',
      pin: 'PIN',
      write: 'Wörter eingeben',
      confirm: 'Prüfen',
      'backed-up': 'Bereit',
    },
  },
  restarted:
    'Die Einrichtung beginnt von vorn, mit neuen Wörtern. Wenn es dasselbe Gerät ist und es mit der Einrichtung nicht fertig war, gelten die Wörter auf deinem Blatt nicht mehr. Wenn du unsicher bist, behalte das Blatt.',
  swapped: 'Das ist ein anderes Gerät, oder es wurde zurückgesetzt. Du siehst seinen eigenen Stand.',
  soonQuiet:
    'Nach dem letzten Wort arbeitet das Gerät bis zu zwei Minuten, ohne zu antworten. Das ist normal.',
  quiet: {
    title: 'Das Gerät arbeitet',
    body: [
      'Es erzeugt seine Schlüssel und antwortet vielleicht bis zu zwei Minuten nicht. Lass es angeschlossen.',
      'Danach geht es hier weiter.',
    ],
  },
  waiting: 'Das Gerät antwortet noch nicht. Wir warten weiter.',
  lost: {
    title: 'Das Gerät antwortet nicht',
    body: [
      'Wir haben es mehrmals versucht. Wenn es abgezogen oder ausgeschaltet ist, stecke es wieder an. Schließe Ledgers eigene App und alle anderen Tabs, die es benutzen.',
      'Wenn es vor dem Ende der Einrichtung ausgeschaltet wurde, beginnt es mit neuen Wörtern von vorn.',
    ],
    long: 'Wenn es ein Wort zeigt, braucht es diese Seite nicht: Mach auf dem Gerät weiter.',
    keepWaiting: 'Weiter warten',
    choose: 'Gerät noch einmal auswählen',
  },
  reconnecting: 'Wir versuchen, es zu erreichen …',
  conditions: {
    locked: {
      title: 'Entsperre deinen Ledger',
      body: ['Gib deine PIN am Gerät ein. Danach geht es hier weiter.'],
    },
    'app-open': {
      title: 'Auf deinem Ledger ist eine App geöffnet',
      body: [
        'Solange eine App geöffnet ist, sehen wir nicht, wie weit das Gerät ist. Schließe die App dort oder hier.',
      ],
    },
    'menu-open': {
      title: 'Das Menü des Geräts ist geöffnet',
      body: ['Schließe es am Gerät. Danach geht es hier weiter.'],
    },
    busy: {
      title: 'Dein Gerät ist beschäftigt',
      body: ['Beende, was auf seinem Bildschirm steht, oder brich es ab. Danach geht es hier weiter.'],
    },
    bootloader: {
      title: 'Das Gerät ist in seinem Bootloader',
      body: [
        'Es wartet auf ein Update, deshalb ist seine Wallet nicht zu erreichen. Ziehe es ab und stecke es wieder an, ohne eine Taste zu halten.',
        `Wenn das nicht hilft, repariere es in ${ledgerApp}.`,
      ],
    },
    updater: {
      title: 'Ein Update wird installiert',
      body: [
        `Lass das Gerät angeschlossen und schließe das Update in ${ledgerApp} ab. Danach geht es hier weiter.`,
      ],
    },
    'recovery-mode': {
      title: 'Das Gerät ist im Wieder\u00ADherstellungs\u00ADmodus',
      body: [
        `Schalte es aus und wieder ein. Wenn es dann immer noch im Wieder\u00ADherstellungs\u00ADmodus ist, repariere es in ${ledgerApp}.`,
      ],
    },
    'model-not-supported': {
      title: 'Einem Nano S können wir nicht folgen',
      body: [
        'Er meldet nicht, bei welchem Schritt der Einrichtung er ist. Mit ihm ist alles in Ordnung: Richte ihn am Gerät selbst ein, ohne diese Seite.',
      ],
    },
    'firmware-too-old': {
      title: 'Seine Firmware ist zu alt, um ihm zu folgen',
      body: [
        'Er meldet nicht, bei welchem Schritt der Einrichtung er ist. Ein Nano S Plus tut das ab Version 1.1.0, ein Nano X ab 2.2.0.',
        `Aktualisiere ihn in ${ledgerApp}, oder richte ihn am Gerät selbst ein, ohne diese Seite.`,
      ],
    },
    'unknown-screen': {
      title: 'Folge dem Gerät',
      body: [
        'Es zeigt einen Schritt, den diese Seite nicht kennt. Tu, was dort steht. Danach geht es hier weiter.',
      ],
    },
  },
  quitApp: 'Auf dem Gerät schließen',
  quitting: 'Wir bitten dein Gerät, die App zu schließen …',
  appOpen: (app) => (app === undefined ? undefined : `Das Gerät nennt sie „${app}“.`),
  ready: {
    title: {
      new: 'Dein Ledger ist bereit',
      restore: 'Dein Ledger ist wiederhergestellt',
      other: 'Dein Ledger ist bereit',
      before: 'Dieser Ledger ist schon eingerichtet',
    },
    lead: {
      new: 'Das Gerät meldet, dass es jetzt eine Wallet hat und dass es ihre Wörter gezeigt und abgefragt hat. Diese Seite hat es nie nach einem Wort gefragt.',
      restore:
        'Das Gerät meldet, dass es jetzt eine Wallet hat, aus den Wörtern, die du dort eingegeben hast. Diese Seite hat es nie nach einem Wort gefragt.',
      other: 'Das Gerät meldet, dass es jetzt eine Wallet hat.',
      before: 'Er hat eine Wallet. Ein Ledger zeigt seine Wörter nur einmal, bei der Einrichtung.',
    },
    seen: (wordCount) => `Es meldet, dass es ${wordCount} Wörter gezeigt und abgefragt hat.`,
    facts: { device: 'Gerät', firmware: 'Firmware', words: 'Wieder\u00ADherstellungs\u00ADphrase' },
    wordsSeen: (wordCount) => `${wordCount} Wörter, meldet das Gerät`,
    notKnownTitle: 'Was diese Seite bei einem handelsüblichen Ledger kann und was nicht',
    capabilities: [
      {
        able: true,
        what: 'Seiner Einrichtung folgen, Bildschirm für Bildschirm und Wort für Wort',
        how: 'Das Gerät meldet, bei welchem Bildschirm und welcher Wortnummer es ist, nie das Wort selbst.',
      },
      {
        able: false,
        what: 'Die Wörter noch einmal zeigen',
        how: 'Ein Ledger zeigt seine Wörter nur einmal, bei der Einrichtung. Wenn du das Blatt verloren hast, das Gerät aber noch entsperren kannst, sende dein Guthaben an eine neue Wallet.',
      },
      {
        able: false,
        what: 'Prüfen, ob das Gerät echt ist',
        how: 'Dafür ist Ledgers Server nötig, und diese App nutzt keinen. Ledgers eigene App kann es unter „My Ledger“.',
      },
      {
        able: false,
        what: 'Dein Blatt mit dem Gerät vergleichen',
        how: 'Öffne in Ledgers eigener App „My Ledger“ und installiere die App „Recovery Check“. Öffne sie auf dem Gerät und gib deine Wörter dort ein, nie an einem Computer.',
      },
      {
        able: false,
        what: 'Eine Wallet von einer anderen unterscheiden',
        how: 'Ein Ledger gibt keine Wallet-ID heraus, solange keine App geöffnet ist. Die erste Adresse in deiner Wallet-App ist nach jeder Wiederherstellung dieselbe.',
      },
    ],
    can: 'Geht',
    cannot: 'Geht nicht',
    keepTitle: 'Nächste Schritte',
    keep: [
      'Bewahre dein Blatt trocken, außer Sicht und getrennt vom Gerät auf.',
      'Wer nach deinen Wörtern fragt, will dich bestehlen.',
    ],
    simulatorOnly: 'Das ist ein simulierter Ledger. Er hat keine Schlüssel: Sende nie Geld dorthin.',
    finish: 'Fertig',
  },
};
