import { plural } from '../../locale/format.ts';
import type { ConformanceMessages } from '../../types/conformance/kit.ts';

export const conformanceInFrench: ConformanceMessages = {
  parts: {
    static: 'Ce qui est refusé dans tous les états',
    attestation: 'Ce que prouve l’appareil',
    entropy: 'Le contrôle de l’aléa',
    guided: 'Chaque étape de chaque opération',
    interruptions: 'Annulé et débranché à chaque étape',
    timing: 'Le temps',
    twins: 'Deux portefeuilles, un même scénario',
    status: 'L’état',
    'out-of-reach': 'Ce qu’un hôte ne peut pas voir',
  },
  rules: {
    'app-name': 'App name a son format, et contient un nom.',
    info: 'Info a sa structure, la version 3, un ID d’appareil tiré au hasard et un octet réservé à 0.',
    'info-constant': 'Info est identique dans tous les états.',
    'foreign-class': 'Une autre classe reçoit 6E00, quelle que soit la longueur du message.',
    form: 'Un message qui n’est pas une commande reçoit 6700.',
    'unknown-instruction': 'Une instruction inconnue reçoit 6D00, avant ses paramètres et ses données.',
    parameters: 'Un P1 ou P2 différent de zéro reçoit 6B00, avant la longueur et les données.',
    length: 'Des données d’une autre longueur reçoivent 6700.',
    data: 'Une valeur qu’une commande n’accepte jamais reçoit 6A80.',
    'short-form': 'Quatre octets sont pris pour une commande sans données.',
    'named-commands': 'Toute commande que nomment les capacités est connue.',
    'absent-commands': 'Toute commande qu’elles ne nomment pas reçoit 6D00.',
    'refusals-change-nothing': 'Un message refusé ne change rien.',
    'status-layout': 'Chaque état a sa structure.',
    'status-codes': 'Chaque code y est connu, et l’étape fait partie de l’opération.',
    'status-position': 'Position et total sont donnés à l’étape words, et valent 0 ailleurs.',
    'status-waits-for-pin': 'L’octet 2 dit si un portefeuille attend son code PIN.',
    'status-outcome': 'Le résultat est donné à la fin d’une opération, est le bon, et reste.',
    'status-number': 'Le numéro augmente d’une unité à chaque opération qui commence.',
    'status-tries': 'Les essais de code PIN annoncés sont ceux qui restent.',
    'status-word-count': 'Le nombre de mots vaut 0 sans portefeuille, et jamais avec.',
    stages: 'Chaque opération passe par ses étapes, par les seules pressions d’une personne.',
    answers: 'Chaque commande reçoit, dans chaque état, la réponse prévue par le protocole.',
    steady: 'L’état ne change pas tant que personne n’appuie sur rien.',
    'wallet-withheld':
      'L’ID du portefeuille et le fichier de sauvegarde sont donnés une fois que la personne l’a permis, et pas avant.',
    'wallet-stays':
      'L’ID du portefeuille reste le même tant que le portefeuille est là, même après une coupure de courant.',
    languages: 'L’appareil peut parler anglais et dit quelle langue il parle.',
    'language-kept': 'L’appareil parle la langue que la personne a acceptée.',
    'name-kept': 'L’appareil porte le nom que la personne a accepté.',
    'file-names-wallet': 'Le fichier de sauvegarde a sa structure, et nomme le portefeuille.',
    'other-link': 'Une autre liaison est refusée tant qu’une opération n’est pas la sienne.',
    'left-alone': 'Après trois demandes retirées, l’appareil est laissé tranquille pendant 30 secondes.',
    'check-order': 'Une étape du contrôle de l’aléa hors de son tour reçoit 6986.',
    'check-goes-on': 'Le contrôle continue jusqu’à ce que l’hôte garde un candidat.',
    'candidate-number': 'Les candidats sont numérotés à partir de 1.',
    commitment: 'La part de l’appareil est celle sur laquelle il s’est engagé.',
    'commitment-fresh': 'Chaque candidat a son propre engagement.',
    'device-part': 'La part de l’appareil n’est pas constante, et diffère pour chaque candidat.',
    'candidate-wallet': 'L’ID de portefeuille d’un candidat découle des deux parts.',
    'host-part': 'Une part de l’hôte constante, ou déjà utilisée, reçoit 6A80.',
    'named-candidate': 'Ouvrir ou garder avec un autre ID de portefeuille reçoit 6A80.',
    'candidate-cap': 'Soixante-quatre candidats peuvent être ouverts, et pas plus.',
    keep: 'Un candidat gardé mène au code PIN.',
    'kept-wallet': 'Le portefeuille est le candidat qui a été gardé.',
    'host-silence': 'Deux minutes de silence terminent le contrôle comme annulé.',
    certificate: 'Le certificat a sa structure, reste le même et est celui de l’appareil.',
    issuer: 'Le certificat est signé par son émetteur, et prouve ce qu’il dit.',
    challenge: 'Chaque nouveau défi est signé avec la clé du certificat.',
    'signed-status': 'L’état qui est signé est l’état.',
    'signed-wallet': 'L’ID de portefeuille qui est signé est celui que donne la commande wallet, ou aucun.',
    'cancel-said':
      'Une annulation est dite sur l’appareil, et rien d’autre n’est accepté avant que la personne ait quitté cet écran.',
    'cancel-result': 'Une annulation laisse ce que dit le tableau des interruptions.',
    'unplug-result': 'Une coupure de courant laisse ce que dit le tableau des interruptions.',
    'answer-limit': 'Chaque réponse arrive en moins de 5 secondes.',
    'answer-budget': 'La réponse habituelle à chaque commande tient dans son délai.',
    computing:
      'Un appareil qui calcule le dit, sauf à app name, info et status, et a sa réponse en moins d’une minute.',
    'answer-grid': 'Les réponses d’un appareil occupé partent sur une grille de 10 ms.',
    'answer-beat': 'Les réponses d’un appareil occupé prennent au moins un battement.',
    'same-transcript': 'Deux portefeuilles donnent la même transcription, hormis les sorties déclarées.',
    'same-times': 'Deux portefeuilles obtiennent leurs réponses dans le même temps.',
    'words-on-glass-only':
      'Aucun mot, indice ou entropie d’un portefeuille ne passe sur la liaison, sous aucun codage.',
    'first-second':
      'Un écran qu’un hôte fait apparaître n’accepte aucune pression pendant sa première seconde.',
    'hold-time': 'Révéler demande 1,5 s d’un seul bouton maintenu sans interruption.',
    'whole-after-faults':
      'Ce qui est enregistré est intact après une coupure, ou deux pannes, au milieu d’une écriture.',
    'try-written-first': 'Un essai de code PIN est consigné avant d’être comparé.',
    'random-source': 'La source d’aléa est testée, et si elle échoue, l’appareil s’arrête.',
    erased: 'Phrase, entropie, code PIN et clés sont écrasés à la fin d’une opération.',
    'mark-on-glass': 'Un simulateur dit sur chaque image qu’il en est un.',
  },
  verdicts: { holds: 'respectée', broken: 'ENFREINTE', 'not-tried': 'non testée' },
  reasons: {
    'out-of-reach': 'aucun hôte ne peut le voir : c’est aux tests du fabricant de le faire',
    'not-asked': 'exclu de cette exécution',
    'needs-person': 'il n’y avait personne devant l’appareil',
    'needs-press': 'demande une commande press',
    'needs-long': 'demande des minutes d’attente : --long',
    absent: 'l’appareil dit qu’il n’a pas cela',
    'not-applicable': 'il n’y avait rien de ce genre à tester',
    'has-wallet': 'l’appareil avait un portefeuille au début de l’exécution',
    'one-link': 'la liaison n’accepte qu’un seul hôte',
    'unknown-issuer': 'ce programme ne connaît pas l’émetteur : --roots',
    'not-reached': 'l’appareil n’est pas arrivé là où cela se teste',
  },
  prompts: {
    agree: 'Dites oui à ce que demande l’appareil.',
    decline: 'Dites non à ce que demande l’appareil.',
    next: 'Passez à l’écran suivant.',
    back: 'Revenez en arrière, ou arrêtez : le bouton qui fait sortir de cet écran.',
    hold: 'Maintenez le bouton jusqu’à ce que la barre soit pleine.',
    'write-down': 'Notez tous les mots de l’écran, sur une seule feuille, et allez au-delà du dernier.',
    confirm: 'Choisissez de confirmer les mots.',
    'confirm-words': 'Confirmez chaque mot de la feuille que vous avez écrite en dernier.',
    'roll-dice': 'Lancez les dés, saisissez chaque lancer, et continuez une fois tous saisis.',
    'choose-letters': 'Choisissez de saisir les mots par lettres.',
    'choose-standard': 'Choisissez le format Standard.',
    'enter-words': 'Saisissez les mots de votre dernière feuille complète de mots d’un portefeuille.',
    'enter-other-words': 'Saisissez les mêmes mots, mais un autre en première place.',
    'enter-code': 'Saisissez les mots de code de votre dernière feuille complète d’un code de sauvegarde.',
    'enter-other-code': 'Saisissez les mêmes mots de code, mais un autre en première place.',
    'copy-squares': 'Parcourez toutes les cases jusqu’à la dernière, et au-delà.',
    'read-addresses': 'Parcourez les adresses jusqu’à la dernière, et au-delà.',
    'power-off': 'Éteignez l’appareil : débranchez-le.',
    'power-on': 'Rallumez-le.',
  },
  enterPin: (pin) => `Saisissez les chiffres ${pin}, puis OK.`,
  readTo: (position) =>
    `Notez les mots jusqu’au mot ${position}, sur une nouvelle feuille si le premier est affiché, et restez-y.`,
  warning: [
    'Cela crée des portefeuilles sur l’appareil et les supprime. N’en utilisez aucun pour de l’argent.',
    'Faites ce que dit chaque ligne, et rien d’autre : c’est d’après ce que vous faites que l’appareil est jugé.',
  ],
  journey: (name) => `- ${name}`,
  brokenSoFar: (rule) => `  ENFREINTE : ${rule}`,
  report: {
    title: 'Rapport de conformité Hostblind',
    device(claims) {
      if (claims === undefined)
        return 'L’appareil n’a donné aucune info lisible ; rien d’autre n’a été testé.';
      const { maker, product, kind } = claims;
      const kinds = {
        maker: 'appareil d’un fabricant',
        simulator: 'simulateur',
        'self-built': 'appareil fait maison',
      };
      const named = maker === undefined ? '' : `« ${product ?? ''} » de « ${maker} », `;
      return `Appareil     ${named}${kinds[kind]}, dit-il`;
    },
    firmware: (firmware, protocol) => `Firmware     ${firmware}, protocole ${protocol}`,
    can: (capabilities) => `Fonctions    ${capabilities.join(', ')}`,
    facts: ({ date, kit, link }) => `Exécution    ${date}, hostblind ${kit}, --link ${link}`,
    ledBy: {
      command: 'Mené par     une commande press',
      person: 'Mené par     une personne',
      nobody: 'Mené par     personne',
    },
    summary: ({ holds, broken, untried }) =>
      [
        plural(holds, { one: `${holds} règle respectée`, other: `${holds} règles respectées` }),
        broken === 0
          ? 'aucune enfreinte'
          : plural(broken, { one: `${broken} ENFREINTE`, other: `${broken} ENFREINTES` }),
        plural(untried, { one: `${untried} non testée.`, other: `${untried} non testées.` }),
      ].join(', '),
    checks: (count) => plural(count, { one: `${count} contrôle`, other: `${count} contrôles` }),
    failed: (failed, checks) =>
      plural(checks, {
        one: `${failed} contrôle sur ${checks}`,
        other: `${failed} contrôles sur ${checks}`,
      }),
    failure: ({ where, sent, came, expected }) =>
      `${where === '' ? '' : `à ${where} : `}${sent === '' ? '' : `${sent} → `}${came}, attendu ${expected}`,
    more: (count) => plural(count, { one: 'et 1 autre', other: `et ${count} autres` }),
    medians: (medians) =>
      `Réponses médianes en ms : ${medians.map(([command, milliseconds]) => `${command} ${milliseconds}`).join(', ')}`,
    grid: (fit) =>
      `Alignement des réponses occupées sur la grille de 10 ms : ${String(fit).replace('.', ',')} (1 : exact, moins de 0,4 : aucun)`,
    worth: [
      'Un rapport est ce qu’une exécution a vu d’un appareil. Il ne dit rien de ce qu’un hôte ne peut pas voir, et',
      'n’importe qui peut en écrire un : lancez vous-même le kit avant de vous fier à celui d’un fabricant.',
    ],
  },
  written: (file) => `Rapport écrit dans ${file}.`,
  pressFailed: (meaning, code) =>
    `La commande press s’est terminée avec ${code === null ? 'un signal' : code} à « ${meaning} ».`,
  noPerson:
    'Il n’y a personne devant ce terminal : les parties qui demandent quelqu’un devant l’appareil sont exclues. Utilisez --press.',
};
