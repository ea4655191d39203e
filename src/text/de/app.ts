import { plural } from '../locale/format.ts';
import type { Messages, NoticeText, PageMessages } from '../types/app.ts';

const plugIn: NoticeText = {
  title: 'Kein Gerät antwortet',
  body: ['Schließe dein Gerät an, schalte es ein und wähle es noch einmal aus.'],
};

export const appInGerman: Messages = {
  wordmark: 'Hostblind',
  deviceCalled: (name) => `„${name}“`,
  simulatorBadge: {
    device: 'Simulator · nicht für echtes Geld',
    link: 'Simulator-Verbindung · nicht für echtes Geld',
  },
  simulatorFrameTitle: 'Simuliertes Gerät',
  footer: 'Kein Tracking. Diese Seite spricht nur mit deinem Gerät.',
  footerOffline: 'Kein Tracking. Diese Seite funktioniert offline und spricht nur mit deinem Gerät.',
  asides: { preferences: 'Einstellungen', help: 'Hilfe und Infos' },
  asideLoading: 'Diese Seite wird geladen. Erscheint sie nicht, lade neu, während du online bist.',
  install: 'Diese App installieren',
  newVersion: {
    ready: 'Eine neue Version dieser App ist bereit.',
    otherPages: 'Hostblind ist noch in einem anderen Tab offen. Schließe ihn und versuche es noch einmal.',
    use: 'Jetzt verwenden',
  },
  progressLabel: 'Fortschritt',
  steps: {
    prepare: 'Vorbereiten',
    pin: 'PIN',
    write: 'Aufschreiben',
    confirm: 'Bestätigen',
    'backed-up': 'Gesichert',
  },
  stepOf: (index, total, name) => `Schritt ${index} von ${total}: ${name}`,
  stepDone: 'erledigt',
  connection: {
    connected: 'Verbunden',
    connecting: 'Verbinde …',
    lost: 'Nicht verbunden',
    none: 'Kein Gerät',
  },
  welcome: {
    title: 'Eine Wieder\u00ADherstellungs\u00ADphrase, die kein Computer je sieht',
    lead: 'Erstelle eine Wallet auf einem Hardware-Gerät, schreibe ihre Wörter von Hand auf und bestätige jedes einzelne auf dem Gerät. Diese Seite führt dich hindurch und bekommt die Wörter nie zu sehen.',
    points: [
      {
        title: 'Die Wörter bleiben auf dem Gerät',
        body: 'Du hältst eine Taste gedrückt, dann erscheinen sie nacheinander auf dem Bildschirm des Geräts.',
      },
      {
        title: 'Du bestätigst jedes Wort',
        body: 'Erst wenn das Gerät jedes Wort abgefragt hat, kannst du die Wallet benutzen.',
      },
      {
        title: 'Der Computer sieht nur, wie weit du bist',
        body: 'Das Gerät kennt keinen Befehl, der ein Wort sendet oder empfängt.',
      },
    ],
    choices: {
      create: {
        title: 'Neue Wallet erstellen',
        body: 'Dein Gerät erzeugt die Wörter. Du schreibst sie auf und bestätigst jedes einzelne.',
      },
      restore: {
        title: 'Ich habe Wörter oder eine Datei',
        body: 'Hole eine Wallet mit ihrer Wieder\u00ADherstellungs\u00ADphrase oder einer Backup-Datei zurück.',
      },
      try: {
        title: 'Mit dem Simulator ausprobieren',
        body: 'Alles auf dieser Seite: ohne Gerät, ohne Risiko.',
      },
    },
    manage: 'Mein Gerät hat schon eine Wallet',
    noUsb: {
      title: 'Dieser Browser erreicht keine USB-Geräte',
      body: [
        'Für ein Hardware-Gerät öffnest du diese Seite in Chrome, Edge oder einem anderen Chromium-Browser. Der Simulator läuft auch hier.',
      ],
    },
  },
  backup: {
    label: 'Wallet',
    states: {
      empty: 'Keine Wallet',
      'unfinished-backup': 'Nicht gesichert',
      'backed-up': 'Gesichert',
      restored: 'Wiederhergestellt',
      doubtful: 'Prüfung fehlgeschlagen',
    },
    remembered(devices, { unfinished, failed, unchecked }) {
      if (failed > 0) {
        return plural(devices, {
          one: '1 Gerät: letzte Prüfung fehlgeschlagen',
          other: `${devices} Geräte: ${failed} mit fehlgeschlagener Prüfung`,
        });
      }
      if (unfinished > 0) {
        return plural(devices, {
          one: '1 Gerät: nicht gesichert',
          other: `${devices} Geräte: ${unfinished} nicht gesichert`,
        });
      }
      if (unchecked > 0) {
        return plural(devices, {
          one: '1 Gerät: Prüfung fällig',
          other: `${devices} Geräte: ${unchecked} mit fälliger Prüfung`,
        });
      }
      return plural(devices, {
        one: '1 Gerät: alles in Ordnung',
        other: `${devices} Geräte: alles in Ordnung`,
      });
    },
    records: 'Verlauf',
  },
  loading: { title: 'Einen Moment', body: ['Die Seite wird geladen …'] },
  frameEnded: {
    title: 'Der Simulator auf dieser Seite ist beendet',
    body: ['Du hast die Seite verlassen oder neu geladen. Damit ist auch die Übungs-Wallet weg.'],
  },
  leave: {
    title: 'Dieses Gerät verlassen?',
    body: {
      frame: 'Der Simulator auf dieser Seite merkt sich nichts. Wenn du gehst, ist seine Wallet weg.',
      device: 'Auf deinem Gerät ändert sich nichts. Verbinde es wieder, um weiterzumachen.',
    },
    leave: 'Verlassen',
    stay: 'Bleiben',
  },
  loadFailed: {
    title: 'Die Seite wurde nicht vollständig geladen',
    body: [
      'Vielleicht bist du offline, oder das Programm hinter dieser Seite läuft nicht mehr. Auf deinem Gerät hat sich nichts geändert.',
    ],
    retry: 'Erneut versuchen',
  },
  introduction: {
    title: 'Bevor du anfängst',
    points: {
      privacy: {
        title: 'Nichts verlässt diesen Computer',
        body: 'Kein Tracking, keine Konten, keine Server: Diese Seite spricht nur mit deinem Gerät. Damit ein vertauschtes Gerät auffällt, merkt sich dieser Browser deine Geräte, ihre öffentlichen Schlüssel und Wallet-IDs und was du mit ihnen gemacht hast. Ein Wort ist nie dabei, und unter „Verlauf“ kannst du jederzeit alles löschen.',
      },
      terms: {
        title: 'Niemand kann deine Wörter für dich zurückholen',
        body: 'Wer deine Wörter hat, hat dein Geld. Wenn du sie und das Gerät verlierst, kann sie niemand zurückholen: weder der Hersteller noch diese App.',
      },
      pin: {
        title: 'Deine PIN bleibt auf dem Gerät',
        body: 'Dort legst du sie fest und dort gibst du sie ein. Nach zu vielen falschen Versuchen löscht das Gerät seine Wallet.',
      },
      words: {
        title: 'Deine Wörter gehören auf Papier',
        body: 'Niemand sollte dich je danach fragen. Tippe sie nie in einen Computer oder ein Handy, und fotografiere sie nie.',
      },
    },
    tick: 'Mir ist klar, dass niemand meine Wörter für mich zurückholen kann',
    missing: 'Setze zuerst oben das Häkchen.',
    next: 'Weiter',
  },
  back: 'Zurück',
  dropFile: 'Backup-Datei hier ablegen',
  choose: {
    title: 'Wähle dein Gerät',
    lead: 'Wie möchtest du dich verbinden?',
    links: {
      webhid: {
        title: 'USB-Gerät',
        body: 'Schließe es an, schalte es ein und wähle es in der Liste des Browsers aus. Auch ein handelsüblicher Ledger funktioniert, mit weniger Funktionen.',
      },
      webusb: {
        title: 'USB-Gerät',
        body: 'Schließe es an, schalte es ein und wähle es in der Liste des Browsers aus. Auch ein handelsüblicher Ledger funktioniert, mit weniger Funktionen.',
      },
      'simulator-frame': {
        title: 'Simulator auf dieser Seite',
        body: 'Probiere hier alles aus. Seine Wallet ist weg, sobald du gehst.',
      },
      'simulator-process': {
        title: 'Simulator im eigenen Fenster',
        body: 'Für das Programm firmware-sim, das auf diesem Computer läuft.',
      },
    },
    noWebHid:
      'Dieser Browser erreicht keine USB-Geräte. Öffne diese Seite am Computer in Chrome, Edge oder einem anderen Chromium-Browser, oder nimm den Simulator.',
  },
  problem: {
    noWebHid: {
      title: 'Dieser Browser erreicht keine USB-Geräte',
      body: [
        'Öffne diese Seite am Computer in Chrome, Edge oder einem anderen Chromium-Browser, oder nimm den Simulator.',
      ],
    },
    permissionDenied: {
      title: 'Das Gerät ließ sich nicht öffnen',
      body: [
        'Dein Browser oder dein System hat es nicht erlaubt. Erlaube das Gerät in den Website-Einstellungen des Browsers und wähle es noch einmal aus.',
        'Unter Linux brauchst du einmalig eine Regel. Schreibe als root diese Zeilen in die Datei unten und stecke das Gerät dann neu an.',
      ],
    },
    udevTitle: (file) => `Datei ${file}`,
    notFound: {
      webhid: plugIn,
      webusb: plugIn,
      'simulator-frame': {
        title: 'Der Simulator auf dieser Seite ist nicht gestartet',
        body: [
          'Versuche es noch einmal. Wenn das nicht hilft, lade die Seite neu. Lässt sie sich nicht laden, bist du offline, oder das Programm hinter ihr läuft nicht mehr.',
          'Eine Erweiterung, die Skripte blockiert, oder ein alter Browser kann den Start verhindern: Probiere einen anderen Browser.',
          'Oder starte den Simulator als Programm: npm run firmware-sim, und wähle dann „Simulator im eigenen Fenster“.',
        ],
      },
      'simulator-process': {
        title: 'Kein Simulator antwortet',
        body: ['Starte ihn auf diesem Computer mit npm run firmware-sim und wähle ihn noch einmal aus.'],
      },
    },
    chooserBlocked: {
      title: 'Der Browser hat keine Geräteliste gezeigt',
      body: [
        'Er hat sie geschlossen, bevor jemand etwas auswählen konnte. Erlaube HID- oder USB-Geräte in den Browser-Einstellungen für diese Website und versuche es noch einmal.',
        'Auf einem Arbeitsrechner sind USB-Geräte für Webseiten manchmal gesperrt: Frage deine IT. Der Simulator funktioniert auch so.',
      ],
    },
  },
  opening: {
    webhid: {
      title: 'Wähle es in der Liste des Browsers',
      body: ['Wenn dein Gerät gesperrt ist, gib die PIN am Gerät ein.'],
    },
    webusb: {
      title: 'Wähle es in der Liste des Browsers',
      body: ['Wenn dein Gerät gesperrt ist, gib die PIN am Gerät ein.'],
    },
    'simulator-frame': { title: 'Der Simulator startet', body: ['Er erscheint gleich auf dieser Seite.'] },
    'simulator-process': { title: 'Verbindung zum Simulator', body: ['Er läuft in seinem eigenen Fenster.'] },
    identify: {
      title: 'Das Gerät wird geprüft',
      body: ['Dein Gerät weist sich gerade aus.'],
    },
  },
  waiting: {
    'in-use': {
      title: 'Dein Gerät ist anderswo in Benutzung',
      body: [
        'Es ist in einem anderen Tab oder Programm geöffnet. Schließe das, dann geht es hier weiter.',
        'Auf deinem Gerät hat sich nichts geändert.',
      ],
    },
    locked: {
      title: 'Das Gerät ist gesperrt',
      body: ['Gib deine PIN am Gerät ein. Danach geht es hier weiter.'],
    },
    busy: {
      title: 'Dein Gerät ist beschäftigt',
      body: ['Beende, was auf seinem Bildschirm steht, oder brich es ab. Danach geht es hier weiter.'],
    },
  },
  refused: { title: 'Das hat nicht geklappt', retry: 'Erneut versuchen' },
  alarm: {
    title: 'Benutze dieses Gerät nicht',
    body: [
      'Es ist bei einer Prüfung durchgefallen, die jedes echte Gerät besteht.',
      'Gib keine Wörter darauf ein und sende kein Geld an seine Wallet.',
    ],
    forget: 'Ich habe dieses Gerät zurückgesetzt. Alte Wallet vergessen',
  },
  unverified: {
    title: 'Kennst du dieses Gerät?',
    body: ['Kein Hersteller, den diese App kennt, bürgt dafür.'],
    accept: 'Ich kenne dieses Gerät: weiter',
  },
  lost: {
    device: {
      title: 'Dein Gerät ist nicht verbunden',
      body: [
        'Es ist nichts verloren: Dein Gerät weiß, wo du warst.',
        'Stecke es wieder an und entsperre es. Danach geht es hier weiter.',
      ],
      long: 'Immer noch nicht zu erreichen. Probiere ein anderes Kabel oder einen anderen Anschluss. Du hast Zeit: Wenn dein Gerät ein Wort zeigt, bleibt es auf seinem Bildschirm stehen.',
    },
    simulator: {
      title: 'Der Simulator läuft nicht mehr',
      body: [
        'Starte ihn mit derselben --storage-Datei neu, dann weiß er, wo du warst. Ohne diese Datei startet er als neues Gerät.',
        'Danach geht es hier weiter.',
      ],
      long: 'Immer noch nicht zu erreichen. Starte den Simulator mit: npm run firmware-sim -- --storage device.bin',
    },
    frame: {
      title: 'Der Simulator auf dieser Seite läuft nicht mehr',
      body: [
        'Wir versuchen, ihn wieder zu erreichen. Wenn er neu starten musste, ist er ein neues, leeres Gerät: Der Simulator auf dieser Seite merkt sich nichts.',
      ],
      long: 'Immer noch keine Antwort. Lade die Seite neu, um den Simulator als neues, leeres Gerät zu starten.',
    },
    reconnecting: 'Verbinde wieder …',
    retry: 'Gerät noch einmal auswählen',
  },
  wallet: {
    changed: 'Die Wallet auf diesem Gerät ist eine andere',
    gone: 'Die Wallet auf diesem Gerät ist weg',
    before: 'Wallet vorher',
    now: 'Wallet jetzt',
    none: 'Keine: Das Gerät ist leer',
    unfinished: 'Eine neue, noch nicht gesichert',
    accept: 'Ich weiß, warum: weiter',
    stop: 'Abbrechen',
  },
  swapped: 'Das ist ein anderes Gerät. Du siehst seinen eigenen Stand.',
  forms: {
    open: 'Leeren Vordruck drucken',
    hint: 'Wenn du einen Drucker hast, drucke zuerst einen leeren Vordruck. Dein Gerät warnt aus gutem Grund vor Druckern: Deine Wörter dürfen nie in einen gelangen. Ein leeres Blatt ist in Ordnung.',
    loading:
      'Die Vordrucke werden geladen. Wenn sie nicht erscheinen, lade diese Seite neu, sobald du online bist.',
  },
  chooseAnother: 'Anderes Gerät wählen',
  cancel: 'Abbrechen',
  withdraw: 'Frage zurückziehen',
  cancelling: 'Wir bitten dein Gerät, abzubrechen …',
  checking: { title: 'Einen Moment', body: ['Der Stand des Geräts wird gelesen …'] },
  lookAtDevice: 'Schau auf dein Gerät',
  attached: 'Dein Gerät war schon mittendrin. Du kannst hier weitermachen.',
  lockedItself: 'Dein Gerät hat sich selbst gesperrt, weil eine Weile niemand seine Tasten gedrückt hat.',
  after: {
    declined: 'Du hast auf dem Gerät abgelehnt.',
    cancelled: 'Abgebrochen. Das Backup dieser Wallet ist noch nicht fertig.',
    stopped: 'Du hast auf dem Gerät abgebrochen. Das Backup dieser Wallet ist noch nicht fertig.',
    discarded: 'Die unfertige Wallet wurde gelöscht.',
    wiped: 'Das Gerät hat seine Wallet nach drei falschen PINs gelöscht.',
    fault: 'Dein Gerät hat bei sich einen Defekt festgestellt.',
    match: 'Deine Wörter passen zur Wallet auf dem Gerät.',
    'no-match': 'Deine Wörter passen nicht zur Wallet auf dem Gerät.',
    'wrong-code': 'Der Backup-Code war falsch.',
    'other-wallet': 'Diese Backup-Datei gehört zu einer anderen Wallet.',
    unknown: 'Auf deinem Gerät ist etwas zu Ende gegangen. Schau auf seinen Bildschirm.',
  },
  panel: {
    title: 'Dein Gerät',
    before: 'Deine Wörter erscheinen auf deinem Gerät und nirgends sonst.',
    firmware: (version) => `Firmware ${version}`,
  },
  wordProgress: (position, total) => `Wort ${position} von ${total}`,
  triesLeft: (count) =>
    plural(count, {
      one: 'Noch ein Versuch. Ist er falsch, löscht das Gerät seine Wallet.',
      other: `Noch ${count} Versuche, bevor das Gerät seine Wallet löscht.`,
    }),
  resting: {
    locked: {
      title: 'Das Gerät ist gesperrt',
      body: ['Gib deine PIN am Gerät ein. Danach geht es hier weiter.'],
    },
    unfinished: {
      title: 'Dein Backup ist noch nicht fertig',
      body: [
        'Dein Gerät fragt, ob du es fortsetzen oder verwerfen willst. Wähle dort, dann geht es hier weiter.',
      ],
    },
  },
  again: 'Neu anfangen',
  goOn: 'Weiter',
  readingWallet: { title: 'Fast fertig', body: ['Die Wallet-ID wird gelesen …'] },
  backedUp: {
    title: 'Gesichert',
    lead: 'Du hast jedes Wort auf dem Gerät bestätigt. Dieser Computer hat keines davon gesehen.',
    known: 'Dein Gerät meldet, dass diese Wallet gesichert ist.',
  },
};

export const pageInGerman: PageMessages = {
  title: 'Hostblind: eine Wiederherstellungsphrase, die kein Computer je sieht',
  description:
    'Erstelle eine Wallet auf einem Hardware-Gerät und sichere ihre Wiederherstellungsphrase, ohne dass ein Computer je ein Wort davon sieht.',
  noScript:
    'Hostblind braucht JavaScript: Damit spricht diese Seite mit deinem Gerät, und mit nichts anderem.',
  notLoaded:
    'Diese Seite ist nicht vollständig geladen. Lade sie neu. Auf deinem Gerät hat sich nichts geändert.',
};
