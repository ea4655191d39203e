import { formatChoice } from '../../locale/format.ts';
import type { SimulatorMessages } from '../../types/simulator/command.ts';

export const simulatorInGerman: SimulatorMessages = {
  help: ({
    models,
    kinds,
    personaModels,
    personaModes,
    ports,
  }) => `firmware-sim: ein simuliertes Hostblind-Gerät. Nur Testwörter, nie eine echte Wallet.

  --model MODELL       ${formatChoice(models)} (Standard: ${models[0]}): wessen USB-IDs es hat, für Ledgers Werkzeuge
  --kind ART           ${formatChoice(kinds)} (Standard: simulator): als was es sich ausgibt, um einen Host zu testen
  --maker, --product   die Namen in seinem Zertifikat, mit --kind self-built oder maker
  --issuer-key DATEI   der Schlüssel des Herstellers (64 Hex-Ziffern), mit --kind maker; siehe docs/makers.md
  --persona ledger     ein handelsüblicher Ledger sein (docs/devices.md), mit eigenen Optionen:
                       --model ${personaModels.join(', ')}; --firmware VERSION;
                       --mode ${personaModes.join(', ')}; --deriving-ms N
  --storage DATEI      den Speicher des Geräts in DATEI halten; ohne sie vergisst es beim Neustart alles
  --api-port PORT      der Prüfstand: Bildschirm, Tasten und APDUs über HTTP (Standard: ${ports.api})
  --apdu-port PORT     APDUs über TCP (Standard: ${ports.apdu})
  --wire-port PORT     APDUs über WebSocket, für Webseiten (Standard: ${ports.wire})
  --device-window      eine Seite bereitstellen, die das Gerät zeigt, und ihre geheime Adresse ausgeben
  --allow-origin URL   diese Seite an den wire-Port lassen, neben der App auf diesem Computer; mehrfach möglich
  --wire-clients N     wie viele den wire-Port zugleich nutzen können, 1 bis 16 (Standard: 1)
  --usb                ein USB-Gerät für diesen Computer sein, über USB/IP; siehe docs/plug-in.md
  --usb-port PORT      USB/IP über TCP (Standard: ${ports.usb})
  --usb-id VID:PID     USB-IDs, hexadezimal (Standard: die von Ledger, damit Ledgers Werkzeuge es finden)
  --attach             es gleich an diesen Computer anschließen (Linux, als root)
  --malicious NAME     für Tests: ein Gerät, das betrügt und es auch sagt; Namen in docs/threat-model.md
  --json               die Adressen als eine Zeile JSON ausgeben
  --version, --help

Port 0 nimmt irgendeinen freien Port. Alle Ports sind nur auf diesem Computer offen; siehe docs/bench.md.
`,
  usage: {
    choose: (flag, given, choices) => `${flag} ${given}: Wähle ${formatChoice(choices)}.`,
    port: (flag, given) =>
      `${flag} ${given}: Ein Port ist eine Zahl von 0 bis 65535. 0 nimmt irgendeinen freien Port.`,
    origin: (flag, given) => `${flag} ${given}: Gib eine Adresse wie https://wallet.example an, ohne Pfad.`,
    count: (flag, given, least, most) => `${flag} ${given}: Gib eine Zahl von ${least} bis ${most} an.`,
    milliseconds: (flag, given, most) => `${flag} ${given}: Gib Millisekunden von 0 bis ${most} an.`,
    usbIds: (flag, given) => `${flag} ${given}: Gib zwei hexadezimale Zahlen an, wie 2c97:5000.`,
    version: (flag, given) => `${flag} ${given}: Gib eine Version an, wie 2.2.3.`,
    fileNeeded: (flag) => `${flag}: Nenne eine Datei.`,
    onlyWith: (flag, other) => `${flag}: geht nur mit ${other}.`,
    notWith: (flag, other) => `${flag}: geht nicht zusammen mit ${other}.`,
    onePersona: (given) => `--persona ${given}: Es gibt nur die Persona ledger.`,
    makeName: (flag, given) =>
      `${flag} ${given}: Gib 1 bis 20 einfache Zeichen an, mit einem Buchstaben oder einer Ziffer am Anfang.`,
    unreadable: (flag, path, code) => `${flag} ${path}: Die Datei lässt sich nicht lesen (${code}).`,
    notAKey: (flag, path) =>
      `${flag} ${path}: In der Datei muss ein privater P-256-Schlüssel stehen, als 64 hexadezimale Ziffern.`,
    unknownFlag: (flag) => `${flag}: Diese Option gibt es nicht.`,
    noArguments: (given) => `${given}: Alles wird mit Optionen eingestellt, und die beginnen mit --.`,
    valueNeeded: (flag) => `${flag}: Es fehlt ein Wert. Beginnt er mit einem Minus, schreibe ${flag}=WERT.`,
    noValue: (flag) => `${flag}: nimmt keinen Wert.`,
  },
  usualMake: { maker: 'Eigene Marke', product: 'Testmodell' },
  seeHelp: 'Siehe firmware-sim --help.',
  cheats: (name) =>
    `DIESES GERÄT BETRÜGT (${name}). Es ist nur für Tests. Benutze nie eine Wallet, die es erzeugt.`,
  poses: (kind) =>
    `Dieses Gerät gibt sich als ${kind === 'maker' ? 'das eines Herstellers' : 'Eigenbau'} aus, um einen Host zu testen. Es bleibt ein Simulator. Benutze nie eine Wallet, die es erzeugt.`,
  portInUse: (port, flag) =>
    `Port ${port} ist belegt. Beende das Programm, das ihn benutzt, oder wähle mit ${flag} einen anderen Port (0 nimmt irgendeinen).`,
  portRefused: (port, code, flag) =>
    `Port ${port} lässt sich nicht öffnen (${code}). Wähle mit ${flag} einen anderen.`,
  outputLost: (code) =>
    `Die Ausgabe ließ sich nicht schreiben: ${code === 'ENOSPC' ? 'die Festplatte ist voll' : code}.`,
  unknownFault: 'unbekannter Fehler',
};
