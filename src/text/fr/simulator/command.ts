import { formatChoice } from '../../locale/format.ts';
import type { SimulatorMessages } from '../../types/simulator/command.ts';

export const simulatorInFrench: SimulatorMessages = {
  help: ({
    models,
    kinds,
    personaModels,
    personaModes,
    ports,
  }) => `firmware-sim : un appareil Hostblind simulé. Mots de test uniquement, jamais un vrai portefeuille.

  --model MODÈLE       ${formatChoice(models)} (${models[0]} par défaut) : à qui sont ses ID USB, pour les outils de Ledger
  --kind TYPE          ${formatChoice(kinds)} (simulator par défaut) : qui il dit être son fabricant, pour tester un hôte
  --maker, --product   leurs noms dans son certificat, avec --kind self-built ou maker
  --issuer-key FICHIER la clé du fabricant (64 chiffres hexadécimaux), avec --kind maker ; voir docs/makers.md
  --persona ledger     se comporter comme un Ledger d’origine (docs/devices.md) ; avec ses propres options :
                       --model ${personaModels.join(', ')} ; --firmware VERSION ;
                       --mode ${personaModes.join(', ')} ; --deriving-ms N
  --storage FICHIER    conserver dans FICHIER le stockage de l’appareil ; sinon, un redémarrage oublie tout
  --api-port PORT      le banc d’essai : écran, boutons et APDU par HTTP (${ports.api} par défaut)
  --apdu-port PORT     APDU par TCP (${ports.apdu} par défaut)
  --wire-port PORT     APDU par WebSocket, pour les pages web (${ports.wire} par défaut)
  --device-window      fournir une page qui montre l’appareil, et afficher son adresse secrète
  --allow-origin URL   laisser cette page utiliser le port wire, outre l’application de cet ordinateur ; répétable
  --wire-clients N     combien peuvent utiliser le port wire à la fois, de 1 à 16 (1 par défaut)
  --usb                être un appareil USB pour cet ordinateur, par USB/IP ; voir docs/plug-in.md
  --usb-port PORT      USB/IP par TCP (${ports.usb} par défaut)
  --usb-id VID:PID     ID USB en hexadécimal (par défaut ceux de Ledger, pour que ses outils le trouvent)
  --attach             le brancher tout de suite à cet ordinateur (Linux, en tant que root)
  --malicious NOM      pour les tests : un appareil qui triche, et le dit ; noms dans docs/threat-model.md
  --json               afficher les adresses sur une ligne de JSON
  --version, --help

Le port 0 prend n’importe quel port libre. Les ports ne sont ouverts qu’à cet ordinateur. Voir docs/bench.md.
`,
  usage: {
    choose: (flag, given, choices) => `${flag} ${given} : choisissez ${formatChoice(choices)}.`,
    port: (flag, given) =>
      `${flag} ${given} : un port est un nombre de 0 à 65535. 0 prend n’importe quel port libre.`,
    origin: (flag, given) =>
      `${flag} ${given} : donnez une adresse comme https://wallet.example, sans chemin.`,
    count: (flag, given, least, most) => `${flag} ${given} : donnez un nombre de ${least} à ${most}.`,
    milliseconds: (flag, given, most) =>
      `${flag} ${given} : donnez un nombre de millisecondes de 0 à ${most}.`,
    usbIds: (flag, given) => `${flag} ${given} : donnez deux nombres hexadécimaux, par exemple 2c97:5000.`,
    version: (flag, given) => `${flag} ${given} : donnez une version, par exemple 2.2.3.`,
    fileNeeded: (flag) => `${flag} : indiquez un fichier.`,
    onlyWith: (flag, other) => `${flag} : à utiliser avec ${other}.`,
    notWith: (flag, other) => `${flag} : à ne pas utiliser avec ${other}.`,
    onePersona: (given) => `--persona ${given} : seul ledger est possible.`,
    makeName: (flag, given) =>
      `${flag} ${given} : donnez de 1 à 20 caractères simples, en commençant par une lettre ou un chiffre.`,
    unreadable: (flag, path, code) => `${flag} ${path} : impossible de lire le fichier (${code}).`,
    notAKey: (flag, path) =>
      `${flag} ${path} : le fichier doit contenir une clé privée P-256, en 64 chiffres hexadécimaux.`,
    unknownFlag: (flag) => `${flag} : cette option n’existe pas.`,
    noArguments: (given) => `${given} : tout se règle par des options, qui commencent par --.`,
    valueNeeded: (flag) =>
      `${flag} : il faut une valeur. Si elle commence par un tiret, écrivez ${flag}=VALEUR.`,
    noValue: (flag) => `${flag} : cette option ne prend pas de valeur.`,
  },
  usualMake: { maker: 'Marque maison', product: 'Appareil de test' },
  seeHelp: 'Voyez firmware-sim --help.',
  cheats: (name) =>
    `CET APPAREIL TRICHE (${name}). Il ne sert qu’aux tests. N’utilisez jamais un portefeuille créé par lui.`,
  poses: (kind) =>
    `cet appareil se dit ${kind === 'maker' ? 'd’un fabricant' : 'fait maison'}, pour tester un hôte. Il reste un simulateur. N’utilisez jamais un portefeuille créé par lui.`,
  portInUse: (port, flag) =>
    `le port ${port} est déjà utilisé. Arrêtez le programme qui l’utilise, ou choisissez un autre port avec ${flag} (0 en prend un libre).`,
  portRefused: (port, code, flag) =>
    `impossible d’ouvrir le port ${port} (${code}). Choisissez-en un autre avec ${flag}.`,
  outputLost: (code) =>
    `impossible d’écrire la sortie : ${code === 'ENOSPC' ? 'le disque est plein' : code}.`,
  unknownFault: 'erreur inconnue',
};
