import type { ErrorMessages } from '../types/errors.ts';

export const errorsInGerman: ErrorMessages = {
  disconnected: {
    when: 'Dein Gerät wurde getrennt oder ausgeschaltet.',
    todo: 'Stecke es wieder an. Es ist nichts verloren: Es weiß, wo du warst.',
  },
  timeout: {
    when: 'Dein Gerät hat nicht rechtzeitig geantwortet.',
    todo: 'Ziehe es ab, warte einen Moment und stecke es wieder an.',
  },
  aborted: {
    when: 'Das wurde abgebrochen.',
    todo: '',
  },
  locked: {
    when: 'Dein Gerät ist gesperrt.',
    todo: 'Gib deine PIN am Gerät ein.',
  },
  busy: {
    when: 'Dein Gerät ist beschäftigt.',
    todo: 'Beende, was auf seinem Bildschirm steht, oder brich es ab.',
  },
  declined: {
    when: 'Du hast auf dem Gerät abgelehnt.',
    todo: 'Fang noch einmal an, wenn du so weit bist.',
  },
  'not-in-this-state': {
    when: 'Dein Gerät kann das jetzt nicht. Vielleicht hat es schon eine Wallet.',
    todo: 'Schau auf dein Gerät, worauf es wartet.',
  },
  'device-fault': {
    when: 'Dein Gerät hat bei sich einen Defekt festgestellt.',
    todo: 'Benutze dieses Gerät nicht für eine Wallet.',
  },
  refused: {
    when: 'Dein Gerät hat die Anfrage dieser App nicht verstanden.',
    todo: 'Aktualisiere diese App.',
  },
  unsupported: {
    when: 'Dein Gerät kann das nicht. Vielleicht ist eine andere App darauf geöffnet, oder seine Firmware ist zu alt.',
    todo: 'Öffne Hostblind auf deinem Gerät oder aktualisiere seine Firmware.',
  },
  'unknown-refusal': {
    when: 'Dein Gerät hat abgelehnt. Den Grund kennt nur sein Hersteller.',
    todo: 'Schau auf dein Gerät.',
  },
  'other-version': {
    when: 'Dein Gerät und diese App sprechen verschiedene Versionen des Hostblind-Protokolls.',
    todo: 'Aktualisiere dein Gerät oder diese App.',
  },
  'bad-response': {
    when: 'Das Gerät hat eine fehlerhafte Antwort gesendet.',
    todo: 'Aktualisiere dein Gerät oder diese App.',
  },
  'cannot-protect': {
    when: 'Dein Gerät kann die Zufallszahl dieses Computers nicht in eine Signatur aufnehmen. Es wurde nichts signiert.',
    todo: 'Aktualisiere seine Firmware oder nimm ein anderes Gerät.',
  },
  'number-ignored': {
    when: 'Dein Gerät hat die Zufallszahl dieses Computers ignoriert. Seine Signatur hätte geheime Schlüssel hinaustragen können und wurde verworfen.',
    todo: 'Benutze dieses Gerät nicht weiter. Stelle dein Papier auf einem anderen Gerät wieder her, erstelle eine neue Wallet und verschiebe dein Geld dorthin.',
  },
  'other-key': {
    when: 'Dein Gerät hat mit einem anderen Schlüssel signiert als dem, den es diesem Computer gezeigt hatte.',
    todo: 'Benutze dieses Gerät nicht weiter. Stelle dein Papier auf einem anderen Gerät wieder her und verschiebe dein Geld von dort aus.',
  },
  'app-fault': {
    when: 'In dieser App ist etwas schiefgegangen, oder der Browser hat ihr etwas verweigert, das sie braucht.',
    todo: 'Lade die Seite neu. Wenn es wieder passiert, probiere einen anderen Browser.',
  },
  'chooser-blocked': {
    when: 'Der Browser hat seine Geräteliste geschlossen, bevor jemand etwas auswählen konnte.',
    todo: 'Erlaube dieser Website in den Browser-Einstellungen den Zugriff auf Geräte. Vielleicht sperrt ihn eine Richtlinie deiner Firma.',
  },
  'chooser-cancelled': {
    when: 'Du hast die Liste geschlossen, ohne ein Gerät auszuwählen.',
    todo: '',
  },
  'permission-denied': {
    when: 'Dein Browser oder dein Betriebssystem hat den Zugriff auf das Gerät nicht erlaubt.',
    todo: 'Erlaube das Gerät in den Website-Einstellungen. Unter Linux installiere die udev-Regel.',
  },
  'in-use': {
    when: 'Dein Gerät ist in einem anderen Programm oder Tab geöffnet.',
    todo: 'Schließe andere Wallet-Programme und Tabs, die es benutzen.',
  },
  'not-found': {
    when: 'Kein Gerät gefunden.',
    todo: 'Schließe dein Gerät an oder starte den Simulator.',
  },
  'no-webhid': {
    when: 'Dieser Browser erreicht keine USB-Geräte.',
    todo: 'Nimm am Computer Chrome, Edge oder einen anderen Chromium-Browser, oder den Simulator.',
  },
  'no-usb-driver': {
    when: 'Die Bibliotheken für USB-Geräte sind auf diesem Computer nicht installiert.',
    todo: 'Führe im Ordner von Hostblind npm ci aus, oder nimm --link process.',
  },
};
