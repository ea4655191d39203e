import type { HelpMessages } from '../../types/about/help.ts';

export const helpInGerman: HelpMessages = {
  title: 'Hilfe und Infos',
  lead: 'Hostblind begleitet dich beim Sichern, Prüfen und Wiederherstellen einer Wallet, deren Wörter nur dein Gerät und dein Blatt kennen.',
  can: {
    title: 'Was du hier tun kannst',
    points: [
      'Eine Wallet erstellen: Dein Gerät erzeugt die Wörter, du schreibst sie auf und bestätigst jedes einzelne.',
      'Eine Wallet aus ihren Wörtern oder aus einer Backup-Datei zurückholen.',
      'Ein Backup prüfen, wann immer du willst, und den Tag der nächsten Prüfung in deinen Kalender eintragen.',
      'Kopien machen: einen SeedQR auf Papier oder eine verschlüsselte Datei mit dem Code auf Papier. Für alle gibt es leere Vordrucke.',
      'Die Wörter auf dem Gerät noch einmal ansehen, die PIN ändern, das Gerät umbenennen oder zurücksetzen.',
      'Deine Wallet mit Wallet-Programmen benutzen, wenn dein Gerät Apps hat: Was sie fragen, liest und beantwortest du auf dem Gerät.',
      'All das mit dem Simulator ausprobieren, aber nie mit echtem Geld.',
    ],
  },
  safe: {
    title: 'Worauf du dich verlassen kannst',
    points: [
      'Kein Wort erreicht diesen Computer: Das Gerät hat keinen Befehl, der eines sendet oder annimmt.',
      'Das Gerät zeigt Wörter erst, wenn du seine Taste 1,5 Sekunden lang gehalten hast, nach seiner eigenen Uhr. Kein Computer kann sie für dich drücken.',
      'PIN und Wörter gibst du auf dem Gerät ein. Diese App fragt nie danach: Ihr einziges Textfeld ist für eine Nachricht zum Signieren und weist Wiederherstellungswörter ab.',
      'Eine neue Wallet gibt keine Adresse heraus, bevor du jedes Wort bestätigt hast.',
      'Ziehe bei einem beliebigen Schritt das Kabel, lade neu oder brich ab: Dein Gerät macht dort weiter, wo es war, oder hat noch nichts.',
      'Diese Seite spricht mit deinem Gerät und mit niemandem sonst. Sobald sie auch offline funktioniert, steht das ganz unten.',
    ],
  },
  cannot: {
    title: 'Wovor Hostblind dich nicht schützen kann',
    points: [
      'Vor jemandem, der dein Blatt oder den Bildschirm des Geräts sieht, oder vor einer Kamera, die es tut.',
      'Davor, dass du deine Wörter in einen Computer oder ein Handy tippst, weil ein Bildschirm es verlangt.',
      'Vor einem Gerät, das die Wörter einer anderen Wallet zeigt. Das kommt heraus, wenn du die Wallet mit deinem Blatt auf dem Gerät eines anderen Herstellers wiederherstellst.',
      'Vor jemandem, der das Gerät zerlegt. Die Datei des Simulators ist so sicher wie dein Konto auf diesem Computer.',
      'Davor, dass du Gerät und Blatt zugleich verlierst. Niemand kann die Wörter zurückholen.',
      'Hostblind führt keine Konten und sendet keine Zahlungen. Dafür nutzt du dein Gerät mit einer Wallet-App.',
    ],
  },
  devices: {
    title: 'Geräte',
    rows: () => [
      {
        name: 'Hostblinds Protokoll',
        can: 'Alles auf dieser Seite: der Simulator und jedes Gerät, das das Protokoll spricht.',
      },
      {
        name: 'Ledger Nano X, Nano S Plus, Stax, Flex, Nano Gen5',
        can: 'Durch ihre eigene Einrichtung und Wiederherstellung geführt. Getestet mit einem simulierten Ledger und mit Ledgers eigener Software, nicht mit einem echten Gerät.',
      },
      { name: 'Ledger Nano S', can: 'Nicht möglich: Er meldet nicht, bei welchem Bildschirm er ist.' },
    ],
    browsers:
      'USB-Geräte brauchen Chrome, Edge oder einen anderen Chromium-Browser. Der Simulator läuft auch in Firefox und WebKit.',
  },
  trouble: {
    title: 'Wenn etwas nicht klappt',
    points: [
      'Das Gerät antwortet nicht: Entsperre es, schließe andere Tabs und Programme, die es benutzen, und stecke es neu an.',
      'Die Liste des Browsers ist leer: Nimm ein anderes Kabel. Viele können nur laden.',
      'Unter Linux braucht das System vielleicht eine Regel für USB-Geräte. Diese Seite zeigt sie, wenn sie fehlt.',
      'Du weißt nicht mehr, wo du warst: Stecke das Gerät an. Es weiß es noch.',
    ],
  },
  versions: {
    title: 'Version',
    app: 'App',
    protocol: 'Protokoll',
    verify:
      'Aus demselben Quelltext entstehen dieselben Dateien, Byte für Byte. Um zu prüfen, was eine Website ausliefert, baue die App selbst und vergleiche jede Datei mit deiner:',
    commands: () => ['npm ci && npm run build', 'npm run verify -- https://…'],
    verified:
      'Eine Seite kann nicht für sich selbst bürgen: Prüfe sie von außen, und bevor du ihr vertraust.',
  },
  source: {
    title: 'Dokumente und Lizenz',
    body: 'Die Dokumente liegen beim Quelltext, in docs/: threat-model.md sagt, was vor wem geschützt ist, proof.md nennt zu jeder Behauptung den Test, protocol.md enthält jeden Befehl.',
    licence: 'Hostblind ist freie Software unter der MIT-Lizenz.',
  },
  licences: {
    title: 'Software Dritter',
    body: 'Diese App enthält Teile der folgenden Projekte, jeweils unter deren Lizenz:',
    none: 'Ein Entwicklungsserver sammelt sie nicht ein. Die gebaute App zeigt sie hier.',
    entry: (name, version, licence) => `${name} ${version}, ${licence}`,
  },
};
