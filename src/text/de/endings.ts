import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { NoticeText } from '../types/app.ts';
import type { EndingsMessages, Ended } from '../types/endings.ts';

const asking: Readonly<Record<CeremonyKind, string>> = {
  create: 'Schau auf dein Gerät: Es fragt, ob es eine neue Wallet erstellen soll.',
  restore: 'Schau auf dein Gerät: Es fragt, ob es eine Wallet wiederherstellen soll.',
  reveal: 'Schau auf dein Gerät: Es fragt, ob es deine Wörter anzeigen soll.',
  check: 'Schau auf dein Gerät: Es fragt, ob es dein Backup prüfen soll.',
  'change-pin': 'Schau auf dein Gerät: Es fragt, ob du deine PIN ändern willst.',
  rename: 'Schau auf dein Gerät: Es zeigt den neuen Namen und bittet dich, ihn zu bestätigen.',
  language: 'Schau auf dein Gerät: Es fragt in beiden Sprachen, ob es umstellen soll.',
  wipe: 'Schau auf dein Gerät: Es fragt, ob es die Wallet löschen soll.',
  'seed-qr': 'Schau auf dein Gerät: Es fragt, ob es deine Phrase als SeedQR anzeigen soll.',
  'backup-file': 'Schau auf dein Gerät: Es fragt, ob es eine verschlüsselte Backup-Datei erstellen soll.',
  'check-file': 'Schau auf dein Gerät: Es fragt, ob es die Backup-Datei prüfen soll.',
  'restore-file':
    'Schau auf dein Gerät: Es zeigt die Wallet-ID der Datei und fragt, ob es sie wiederherstellen soll.',
  addresses: 'Schau auf dein Gerät: Es fragt, ob es die Adressen dieser Wallet anzeigen soll.',
  identify: 'Schau auf dein Gerät: Es fragt, ob es die Adressen von Wörtern anzeigen soll, die du eingibst.',
};

const general: Readonly<Record<Ended, NoticeText>> = {
  completed: { title: 'Fertig', body: ['Dein Gerät hat alles erledigt.'] },
  declined: { title: 'Du hast auf dem Gerät abgelehnt', body: ['Es hat sich nichts geändert.'] },
  cancelled: {
    title: 'Abgebrochen',
    body: ['Dein Gerät hat aufgehört, wie du es wolltest. Dieser Computer hat nichts erfahren.'],
  },
  stopped: {
    title: 'Auf dem Gerät abgebrochen',
    body: ['Es ist nichts verloren. Du kannst jederzeit weitermachen.'],
  },
  discarded: {
    title: 'Unfertige Wallet gelöscht',
    body: [
      'Die Wörter, die du aufgeschrieben hast, gehören zu einer leeren Wallet, die nicht mehr auf diesem Gerät ist. Vernichte das Blatt, damit es niemanden in die Irre führt.',
    ],
  },
  wiped: {
    title: 'Das Gerät hat seine Wallet gelöscht',
    body: [
      'Die PIN war dreimal falsch, deshalb ist dein Gerät jetzt leer.',
      'Wenn du deine Wörter auf Papier hast, ist die Wallet nicht verloren: Stelle sie daraus wieder her.',
    ],
  },
  fault: {
    title: 'Dein Gerät hat bei sich einen Defekt festgestellt',
    body: [
      'Benutze dieses Gerät nicht für eine Wallet. Schalte es einmal aus und wieder ein. Meldet es den Defekt noch einmal, ersetze es.',
    ],
  },
  match: {
    title: 'Deine Wörter stimmen',
    body: [
      'Die Wörter auf deinem Blatt öffnen die Wallet auf diesem Gerät. Auf ihm hat sich nichts geändert.',
      'Lege das Blatt zurück an seinen Platz: trocken, außer Sicht und getrennt vom Gerät. Prüfe es in ein paar Monaten wieder.',
    ],
  },
  'no-match': {
    title: 'Deine Wörter stimmen nicht',
    body: [
      'Mindestens ein Wort ist falsch oder steht an der falschen Stelle. Auf deinem Gerät hat sich nichts geändert.',
      'Lass dir die Wörter auf dem Gerät noch einmal anzeigen und vergleiche sie mit deinem Blatt. Wenn sie abweichen, schreibe ein neues. Prüfe dann noch einmal.',
    ],
  },
  'wrong-code': {
    title: 'Falscher Backup-Code',
    body: [
      'Der Code, den du eingegeben hast, öffnet diese Backup-Datei nicht. Auf deinem Gerät hat sich nichts geändert.',
      'Vergleiche jedes Codewort mit deinem Blatt und versuche es noch einmal.',
    ],
  },
  unknown: {
    title: 'Auf deinem Gerät ist es zu Ende',
    body: ['Wie, weiß diese App nicht: Dein Gerät ist neuer als sie. Schau auf seinen Bildschirm.'],
  },
  'other-wallet': {
    title: 'Diese Datei gehört zu einer anderen Wallet',
    body: ['Die Backup-Datei ist nicht für die Wallet auf deinem Gerät. Es hat sich nichts geändert.'],
  },
};

const samePin = ['Deine PIN ist dieselbe wie zuvor.'];

const noFile = [
  'Es wurde keine Datei erstellt und nichts geändert. Falls du einen Code aufgeschrieben hast: Er öffnet nichts, vernichte das Blatt.',
];
const stillEmpty = [
  'Dein Gerät ist immer noch leer und hat nichts von deiner Eingabe behalten. Du kannst von vorn anfangen.',
];

const unsavedFile: EndingsMessages['unsavedFile'] = {
  saving: { title: 'Deine Backup-Datei wird gespeichert', body: ['Dein Gerät hat sie freigegeben.'] },
  failed: {
    title: 'Deine Backup-Datei ist nicht gespeichert',
    body: [
      'Dein Gerät hat sie freigegeben, aber dieser Computer konnte sie nicht speichern. Versuche es noch einmal: Das Gerät behält die Datei, bis du es ausschaltest oder etwas anderes von ihm willst.',
    ],
  },
};

/** Where a ceremony has something of its own to say. */
const particular: Partial<Record<Activity, Partial<Record<Ended, NoticeText>>>> = {
  create: {
    declined: {
      title: general.declined.title,
      body: ['Es wurde keine Wallet erstellt und nichts geändert.'],
    },
  },
  addresses: {
    completed: {
      title: 'Dein Gerät hat die Adressen angezeigt',
      body: [
        'Zeigt deine andere Wallet dieselben, dann ist auf diesem Gerät diese Wallet.',
        'Weichen sie ab, können die Wörter trotzdem stimmen: Ein anderes Konto, ein anderer Pfad oder eine Passphrase ergibt andere Adressen.',
        'Diese App weiß nur, dass sie angezeigt wurden.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Es wurden keine Adressen angezeigt und nichts geändert.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Die Adressen sind wieder verborgen, und es hat sich nichts geändert.'],
    },
  },
  identify: {
    completed: {
      title: 'Dein Gerät hat die Adressen angezeigt',
      body: [
        'Zeigt eine andere Wallet dieselben, dann öffnet dein Blatt diese Wallet.',
        'Weichen sie ab, können die Wörter trotzdem stimmen: Ein anderes Konto, ein anderer Pfad oder eine Passphrase ergibt andere Adressen.',
        'Dein Gerät ist immer noch leer und hat nichts von deiner Eingabe behalten. Diese App weiß nur, dass sie angezeigt wurden.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Es wurden keine Adressen angezeigt. Dein Gerät ist immer noch leer.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'Dein Gerät hat aufgehört, wie du es wolltest. Es ist immer noch leer und hat nichts von deiner Eingabe behalten.',
      ],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  restore: {
    declined: {
      title: general.declined.title,
      body: ['Es wurde nichts wiederhergestellt. Dein Gerät ist immer noch leer.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'Dein Gerät hat aufgehört, wie du es wolltest. Es ist immer noch leer und hat nichts von deiner Eingabe behalten.',
      ],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  reveal: {
    completed: {
      title: 'Du hast deine Wörter gesehen',
      body: [
        'Dein Gerät hat jedes Wort gezeigt. Dieser Computer hat keines davon gesehen.',
        'Lege das Blatt zurück an seinen Platz: trocken, außer Sicht und getrennt vom Gerät.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Es wurden keine Wörter angezeigt und nichts geändert.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Deine Wörter sind wieder verborgen, und es hat sich nichts geändert.'],
    },
  },
  'seed-qr': {
    completed: {
      title: 'Du hast deinen SeedQR abgezeichnet',
      body: [
        'Dein Gerät hat jedes Kästchen gezeigt. Dieser Computer hat keines davon gesehen.',
        'Lies deine Kopie mit einem Gerät zurück, das eine Kamera und kein Netz hat, nie mit einem Handy. Bewahre sie dann so sicher auf wie deine Wörter: Sie ist deine Wiederherstellungsphrase.',
      ],
    },
    declined: { title: general.declined.title, body: ['Es wurde nichts angezeigt und nichts geändert.'] },
    stopped: {
      title: general.stopped.title,
      body: [
        'Die Kästchen sind wieder verborgen, und es hat sich nichts geändert. Falls du eine Kopie begonnen hast: Sie ist ein Teil deiner Phrase. Zeichne sie später fertig oder vernichte sie.',
      ],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'Die Kästchen sind wieder verborgen, und dieser Computer hat nichts erfahren. Falls du eine Kopie begonnen hast: Sie ist ein Teil deiner Phrase. Zeichne sie später fertig oder vernichte sie.',
      ],
    },
  },
  check: {
    stopped: {
      title: general.stopped.title,
      body: [
        'Die Prüfung endete vor dem letzten Wort, deshalb gibt es kein Ergebnis. Es hat sich nichts geändert.',
      ],
    },
  },
  'change-pin': {
    completed: {
      title: 'PIN geändert',
      body: [
        'Ab jetzt öffnet nur noch die neue PIN dein Gerät. Deine Wörter sind dieselben, dein Blatt gilt also weiter.',
        'Bewahre PIN und Wörter an verschiedenen Orten auf.',
      ],
    },
    declined: { title: general.declined.title, body: samePin },
    cancelled: { title: general.cancelled.title, body: samePin },
    stopped: { title: general.stopped.title, body: samePin },
  },
  language: {
    completed: {
      title: 'Dein Gerät spricht jetzt eine andere Sprache',
      body: ['Die Sprache bleibt auch, wenn es ausgeschaltet oder zurückgesetzt wird.'],
    },
    declined: { title: general.declined.title, body: ['Die Sprache hat sich nicht geändert.'] },
    cancelled: { title: general.cancelled.title, body: ['Die Sprache hat sich nicht geändert.'] },
  },
  rename: {
    completed: {
      title: 'Dein Gerät hat einen neuen Namen',
      body: ['Es zeigt ihn, wenn es nichts zu tun hat. So hältst du deine Geräte auseinander.'],
    },
    declined: { title: general.declined.title, body: ['Der Name ist derselbe wie zuvor.'] },
    cancelled: { title: general.cancelled.title, body: ['Der Name ist derselbe wie zuvor.'] },
  },
  'backup-file': {
    completed: {
      title: 'Backup-Datei gespeichert',
      body: [
        'Sie liegt in deinen Downloads, verschlüsselt von deinem Gerät. Den Code, der sie öffnet, hat dieser Computer nicht gesehen.',
        'Verschiebe die Datei dorthin, wo du sie aufbewahren willst, und lege das Blatt mit dem Code an einen anderen Ort. Prüfe dann die Datei unter „Kopien“, „Backup-Datei prüfen“.',
      ],
    },
    declined: { title: general.declined.title, body: noFile },
    cancelled: { title: general.cancelled.title, body: noFile },
    stopped: { title: general.stopped.title, body: noFile },
  },
  'check-file': {
    match: {
      title: 'Die Backup-Datei ist in Ordnung',
      body: [
        'Sie enthält die Wallet auf diesem Gerät, und dein Backup-Code öffnet sie. Es hat sich nichts geändert.',
        'Bewahre Datei und Code an verschiedenen Orten auf.',
      ],
    },
    'no-match': {
      title: 'Die Datei enthält diese Wallet nicht',
      body: [
        'Der Code öffnet die Datei, aber die Wallet auf deinem Gerät steckt nicht darin. Verlass dich nicht auf sie: Erstelle eine neue.',
      ],
    },
    stopped: {
      title: general.stopped.title,
      body: [
        'Die Prüfung endete, bevor der ganze Code eingegeben war, deshalb gibt es kein Ergebnis. Es hat sich nichts geändert.',
      ],
    },
  },
  'restore-file': {
    declined: {
      title: general.declined.title,
      body: ['Es wurde nichts wiederhergestellt. Dein Gerät ist immer noch leer.'],
    },
    cancelled: { title: general.cancelled.title, body: stillEmpty },
    stopped: { title: general.stopped.title, body: stillEmpty },
    'wrong-code': {
      title: general['wrong-code'].title,
      body: [
        'Der Code, den du eingegeben hast, öffnet diese Datei nicht. Dein Gerät ist immer noch leer.',
        'Vergleiche jedes Codewort mit deinem Blatt und sieh nach, ob das Blatt zu dieser Datei gehört. Versuche es dann noch einmal.',
      ],
    },
    'no-match': {
      title: 'Die Datei ist nicht, was sie vorgibt',
      body: [
        'Der Code öffnet die Datei, aber darin steckt eine andere Wallet, als sie angibt. Es wurde nichts wiederhergestellt.',
      ],
    },
  },
  wipe: {
    completed: {
      title: 'Dein Gerät ist leer',
      body: [
        'Die Wallet ist von diesem Gerät gelöscht. Mit deinen aufgeschriebenen Wörtern kannst du sie wiederherstellen, hier oder auf einem anderen Gerät.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Es wurde nichts gelöscht. Die Wallet ist noch auf dem Gerät.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['Es wurde nichts gelöscht. Die Wallet ist noch auf dem Gerät.'],
    },
  },
};

const cutShort: EndingsMessages['cutShort'] = {
  create:
    'Dein Gerät wurde ausgeschaltet, bevor seine PIN festgelegt war. Es gibt also noch keine neue Wallet. Fang noch einmal an.',
  backup:
    'Dein Gerät wurde ausgeschaltet. Es ist nichts verloren: Die Wallet ist noch da, mit denselben Wörtern. Du kannst das Backup fortsetzen oder verwerfen.',
  restore:
    'Dein Gerät wurde ausgeschaltet, bevor die Wallet wiederhergestellt war. Es hat keines deiner eingegebenen Wörter behalten. Fang noch einmal an.',
  'restore-file':
    'Dein Gerät wurde ausgeschaltet, bevor die Wallet wiederhergestellt war. Es hat nichts von deinem eingegebenen Code behalten. Wähle die Datei noch einmal aus.',
  reveal:
    'Dein Gerät wurde ausgeschaltet, und deine Wörter sind wieder verborgen. Es hat sich nichts geändert.',
  check:
    'Dein Gerät wurde ausgeschaltet, bevor diese App das Ergebnis der Prüfung hatte. Es hat sich nichts geändert, und du kannst jederzeit wieder prüfen.',
  'change-pin':
    'Dein Gerät wurde ausgeschaltet, während du die PIN geändert hast. Hattest du die neue PIN schon zweimal eingegeben, gilt die neue. Wenn nicht, gilt die alte.',
  wipe: 'Dein Gerät wurde ausgeschaltet, bevor etwas gelöscht war. Die Wallet ist noch da.',
  language:
    'Dein Gerät wurde ausgeschaltet, bevor es die Sprache umgestellt hat. Du kannst es jederzeit noch einmal versuchen.',
  rename:
    'Dein Gerät wurde ausgeschaltet, bevor es umbenannt war. Du kannst es jederzeit noch einmal umbenennen.',
  'seed-qr':
    'Dein Gerät wurde ausgeschaltet, und die Kästchen sind wieder verborgen. Es hat sich nichts geändert.',
  'backup-file':
    'Dein Gerät wurde ausgeschaltet, bevor diese App die Datei hatte. Falls du einen Backup-Code aufgeschrieben hast, wirf ihn weg: Die nächste Datei bekommt einen neuen.',
  'check-file':
    'Dein Gerät wurde ausgeschaltet, bevor diese App das Ergebnis der Prüfung hatte. Es hat sich nichts geändert, und du kannst die Datei jederzeit wieder prüfen.',
  wiped:
    'Dein Gerät hat seine Wallet nach drei falschen PINs gelöscht. Wenn du deine Wörter auf Papier hast, ist die Wallet nicht verloren: Stelle sie daraus wieder her.',
  addresses:
    'Dein Gerät wurde ausgeschaltet, und die Adressen sind wieder verborgen. Es hat sich nichts geändert.',
  identify:
    'Dein Gerät wurde ausgeschaltet. Es hat keines der eingegebenen Wörter behalten, fang also von vorn an.',
};

export const endingsInGerman: EndingsMessages = {
  starting: (kind) => ({ title: 'Wir fragen dein Gerät', body: [asking[kind]] }),
  ended: (activity, outcome) => particular[activity]?.[outcome] ?? general[outcome],
  unsavedFile,
  cutShort,
};
