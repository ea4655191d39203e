import type { AttestationFailure } from '../../../devices/hostblind/attestation/attestation-outcome.ts';
import { mayHoldMoney, type AlarmReason } from '../../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../../session/trust/cheat-chance.ts';
import { formatChoice, plural } from '../../locale/format.ts';
import type { TerminalMessages } from '../../types/terminal/terminal.ts';
import { proofInSpanish } from '../proof.ts';

const ofTrust: Readonly<Partial<Record<AlarmReason, string>>> = {
  attestation: 'no pudo demostrar qué es',
  'attestation-lost': 'antes demostró qué es y ahora ya no',
  'check-lost': 'antes se podía comprobar su aleatoriedad y ahora ya no',
  'key-changed': 'dice ser un dispositivo que este equipo conoce, pero su clave es otra',
  'wallet-unsigned': 'dio un ID de billetera y no lo firmó',
  'simulator-mark-lost': 'antes era un simulador y ahora dice ser un dispositivo real',
  'other-wallet':
    'tiene una billetera distinta de la que conoce este equipo; si lo restableciste tú, usa --forget-wallet',
};

const failures: Readonly<Record<AttestationFailure, string>> = {
  malformed: 'su certificado o su respuesta están mal formados',
  'challenge-signature': 'no tiene la clave de su certificado',
  'issuer-signature': 'su certificado no está firmado por el emisor que indica',
  'simulator-mark-missing': 'su certificado es de un simulador y dice que no lo es',
  'other-maker': 'su certificado indica un fabricante distinto del de su emisor',
  revoked: 'su fabricante lo ha revocado',
  'not-this-device': 'su certificado es de otro dispositivo',
};

const outputFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'el disco está lleno',
  EDQUOT: 'la cuota de disco está agotada',
  EFBIG: 'el archivo es demasiado grande',
};

const wrongRoots = {
  'no-json': 'no es JSON',
  empty: 'no indica ninguna raíz',
  'no-such-field': 'este campo falta, no se conoce o tiene un valor incorrecto',
  maker:
    'el nombre de un fabricante tiene de 1 a 20 caracteres sencillos y empieza por una letra o una cifra',
  key: 'una clave pública es 04 y 128 cifras hexadecimales más',
  'no-point': 'esto no es una clave pública de la curva P-256',
  reserved: 'este nombre lo usa ya este proyecto',
  twice: 'esta clave ya se conoce',
} as const;

export const terminalInSpanish: TerminalMessages = {
  exits: {
    done: 'Hecho.',
    fault: 'Un fallo de este programa.',
    usage: 'No se entendió la línea de comandos.',
    noDevice: 'No se encontró ningún dispositivo, o el simulador no está en marcha.',
    notAllowed: 'El dispositivo está, pero no se puede abrir: sin permiso, sin bibliotecas USB o en uso.',
    notFinished:
      'Terminó antes de tiempo: se rechazó, se paró, se canceló, se descartó, se borró o se apagó.',
    notNow:
      'El dispositivo no puede hacer eso ahora: ya tiene billetera o no tiene ninguna, está bloqueado u ocupado, no puede proteger una firma, o no hay nada que cancelar.',
    link: 'El dispositivo se desconectó o no respondió como debía.',
    doNotUse:
      'El dispositivo no pudo demostrar qué es, no superó la comprobación de aleatoriedad, cambió desde que este equipo lo conoció, firmó de un modo que podría revelar sus claves o detectó un fallo. No lo uses.',
    outputLost:
      'No se pudo escribir la salida, por ejemplo porque el disco está lleno. Se pidió al dispositivo que parara.',
    notConforming: 'El dispositivo incumple una regla del protocolo; el informe dice cuál.',
    notMatching:
      'No coincide: las palabras, el código de respaldo o el archivo no corresponden a la billetera.',
    badFile: 'El archivo no sirve: ya existe, no es un archivo de respaldo o no se pudo leer o escribir.',
    interrupted:
      'Ctrl-C, o ya nadie lee la salida. Se pidió al dispositivo que parara lo que este programa había empezado, salvo con conform.',
  },
  notes: {
    simulator: 'Esto es un simulador. Nunca envíes dinero real a su billetera.',
    'simulator-link':
      'Esta conexión está hecha para simuladores. Si no sabes qué hay al otro lado, nunca envíes dinero real a su billetera.',
    'unknown-maker':
      'Este programa no sabe quién fabricó este dispositivo. Si tú tampoco, pulsa Ctrl-C y no lo uses.',
    'self-built':
      'Este dispositivo es de montaje propio: ningún fabricante responde por él. Desde ahora, este equipo recuerda su clave. Si no sabes quién lo montó, pulsa Ctrl-C.',
    'cannot-prove': 'Este dispositivo no puede demostrar qué es. Si no sabes de dónde viene, pulsa Ctrl-C.',
    'not-checked': 'El firmware de este dispositivo no puede mostrar de dónde saca su azar.',
    back: 'Tu dispositivo ha vuelto.',
    'other-device': 'Este es otro dispositivo. Conecta el primero.',
    'not-kept':
      'Lo que este equipo sabe de tus dispositivos no se puede leer o guardar, así que no se notará si un dispositivo cambió.',
    locked: 'Tu dispositivo está bloqueado. Introduce su PIN en él y seguimos desde ahí.',
    busy: 'Tu dispositivo está ocupado con algo que no se empezó aquí. Cuando acabe, seguimos.',
    asked:
      'Un programa pregunta algo en tu dispositivo. Lee la pregunta en él y responde en él. Después seguimos.',
  },
  labels: {
    device: 'dispositivo',
    kind: 'tipo',
    firmware: 'firmware',
    deviceId: 'ID del disp.',
    can: 'puede',
    proof: 'prueba',
    name: 'nombre',
    walletId: 'ID billetera',
    wallet: 'billetera',
    tries: 'intentos PIN',
    backup: 'copia',
    backedUp: 'copia del',
    checked: 'comprobada',
    checks: 'aleatoriedad',
    known: 'conocido',
    lastSeen: 'última vez',
    file: 'archivo',
    address: 'dirección',
    signature: 'firma',
  },
  walletState: (state, locked) => (locked ? `${state}, dispositivo bloqueado` : state),
  proven(proof) {
    const { opened } = proof;
    const { times, of } = cheatChance(proof);
    const before = proof.unfinishedBefore.length;
    const earlier = plural(before, {
      one: 'Una comprobación anterior con este dispositivo quedó sin terminar.',
      other: `${before} comprobaciones anteriores con este dispositivo quedaron sin terminar.`,
    });
    if (provesNothing(proof)) {
      return [
        `Esta comprobación no es fiable. ${earlier}`,
        'Si no fuiste tú quien paró, no pongas fondos en esta billetera.',
      ];
    }
    return [
      plural(opened, {
        one: 'Aleatoriedad comprobada: un candidato abierto, nada raro.',
        other: `Aleatoriedad comprobada: ${opened} candidatos abiertos, nada raro.`,
      }),
      ...(before === 0 ? [] : [earlier]),
      `Un dispositivo tramposo tenía como mucho una probabilidad de ${times} entre ${of} de pasarla.`,
    ];
  },
  unfinished(reason, count) {
    const { title, body } = proofInSpanish.unprovenText(reason, count);
    return [`${title}.`, ...body].join(' ');
  },
  alarm(reason) {
    const detail = ofTrust[reason] ?? `no superó la comprobación de aleatoriedad: ${reason}`;
    const known = reason === 'other-wallet';
    return mayHoldMoney(reason) && !known ? `${detail}; no envíes dinero a su billetera` : detail;
  },
  doNotUse: (why) => `No uses este dispositivo: ${why}.`,
  changed: [
    'No se le pidió nada al dispositivo.',
    'Si sabes por qué, ejecuta otra vez el mismo comando con --forget-wallet. Si no, no uses el dispositivo.',
  ],
  kinds: {
    maker: 'dispositivo de fabricante',
    simulator: 'simulador: no es para dinero real',
    'self-built': 'de montaje propio',
  },
  make: ({ maker, product }, vouched) =>
    vouched ? `${maker} ${product}` : `“${product}” de “${maker}”, según él`,
  claims: ({ maker, product }) => `Dice llamarse “${product}” y ser de “${maker}”.`,
  attested(proof) {
    switch (proof?.kind) {
      case undefined:
        return 'ninguna: no puede demostrar qué es';
      case 'simulator':
        return 'simulador, según su certificado';
      case 'genuine':
        return proof.added ? 'auténtico, por una raíz que añadiste tú' : 'auténtico';
      case 'self-built':
        return 'firmado solo con su propia clave: ningún fabricante responde por él';
      case 'unknown-issuer':
        return 'tiene un certificado, pero este programa no conoce a su emisor';
      case 'failed':
        return `FALLIDA: ${failures[proof.reason]}. No uses este dispositivo.`;
    }
  },
  links: {
    process: (kind) =>
      kind === 'simulator' ? 'Simulador en su propia ventana' : 'Dispositivo en el puerto wire',
    tcp: (kind) => (kind === 'simulator' ? 'Simulador por TCP' : 'Dispositivo por TCP'),
  },
  usage: {
    choose: (what, given, choices) => `${what} ${given}: elige entre ${choices.join(', ')}.`,
    port: (given) => `--port ${given}: un puerto es un número del 1 al 65535.`,
    account: (given, highest) => `--account ${given}: una cuenta es un número del 0 al ${highest}.`,
    message: (longest) => `sign-message: un mensaje tiene de 1 a ${longest} bytes de texto en UTF-8.`,
    looksLikePhrase:
      'eso parece una frase de recuperación. No se ha enviado nada. No escribas nunca tus palabras en un equipo; si hay dinero en ella, pásalo a una billetera nueva.',
    commandNeeded: (commands) => `hace falta un comando: ${commands.join(', ')}.`,
    oneCommand: (more) => `los comandos, de uno en uno: sobra ${more.join(' ')}.`,
    notWith: (flag, other) => `${flag}: no lo uses con ${other}.`,
    fileNeeded: (flag) => `${flag}: indica un archivo.`,
    programNeeded: (flag) => `${flag}: indica un comando.`,
    onlyWith: (flag, others) => `${flag}: úsalo con ${formatChoice(others)}.`,
    notFor: (flag, command) => `${flag}: ${command} no lo admite. Consulta hostblind ${command} --help.`,
    argumentNeeded: (command, what) => `${command}: indica ${what}, como en hostblind ${command} ${what}.`,
    sayYes: (command) =>
      `${command}: añade --yes para confirmar. Este programa solo puede preguntarte en una terminal y sin --json.`,
  },
  roots: {
    problem(file, problem) {
      const where = 'where' in problem && problem.where !== '' ? `${problem.where}: ` : '';
      return `archivo de raíces ${file}: ${where}${wrongRoots[problem.kind]}.`;
    },
    unreadable: (file, code) => `archivo de raíces ${file}: no se puede leer (${code}).`,
  },
  signing: {
    steps: {
      opening: 'Se abre la aplicación de Ethereum en tu dispositivo.',
      consent: 'Si tu dispositivo pregunta si un programa puede ver sus direcciones, léelo y responde allí.',
      reading:
        'Lee el mensaje completo en tu dispositivo. Si es lo que quieres firmar, mantén pulsado su botón derecho al final.',
      finishing: 'Se comprueba la firma.',
    },
    checked:
      'Comprobado: el número aleatorio de este equipo está en la firma, así que tu dispositivo no puede haber escondido nada en ella.',
    unreadable: (code) => `no se puede leer el mensaje de la entrada estándar (${code}).`,
  },
  cancelled: 'El dispositivo paró, como pediste.',
  nothingToCancel: 'Ahora mismo no hay nada que cancelar en el dispositivo.',
  noDevice: 'No se encontró ningún dispositivo.',
  stopped: 'Detenido aquí. Pulsa Ctrl-C otra vez para salir ya.',
  seeHelp: 'Consulta hostblind --help.',
  unknownFault: 'fallo desconocido',
  udevRule: (file) => `En Linux, pon estas líneas en ${file} como root:`,
  startSimulator: 'Para el simulador: inicia firmware-sim y usa --link process.',
  outputLost: (code) =>
    `no se puede escribir la salida: ${outputFaults[code] ?? code}. Lo que falta en ella no se dijo en ningún otro sitio.`,
  otherService: (where, mayBeOff) =>
    mayBeOff
      ? `Lo que responde en ${where} no es un simulador, o su dispositivo está apagado.`
      : `Lo que responde en ${where} no es un simulador.`,
  portPrinted: (name) => `Inicia firmware-sim e indica con --port el puerto que muestra para ${name}.`,
  keys: 'Pulsa s o n y después Enter. Nunca escribas una palabra ni tu PIN en un equipo.',
  unfinishedChecks: (count) =>
    plural(count, {
      one: 'una comprobación quedó sin terminar',
      other: `${count} comprobaciones seguidas quedaron sin terminar`,
    }),
  acquainted: {
    known: (since) => `desde el ${since}, por la misma clave`,
    new: 'aún no: no se recuerda nada de este dispositivo',
    unproven: 'no: no puede demostrar qué dispositivo es, así que no se recuerda nada de él',
  },
  records: {
    place: (file) =>
      file === undefined
        ? 'No se guarda nada: --no-records.'
        : `Guardado en ${file}, donde solo tú puedes leerlo: fechas, los ID de tus billeteras y los ID, nombres y claves públicas de tus dispositivos. Ni palabras ni PIN.`,
    allChecked: 'Todas las copias de seguridad que conoce este equipo se comprobaron en el último año.',
    ceremony: (what, ended) => `${what}: ${ended}`,
    cancelled: 'Cancelado en un equipo',
    none: 'Este equipo todavía no recuerda nada.',
    more: (count) =>
      plural(count, {
        one: 'Una entrada anterior: --json la muestra.',
        other: `${count} entradas anteriores: --json las muestra.`,
      }),
  },
};
