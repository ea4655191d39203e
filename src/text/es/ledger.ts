import type { LedgerMessages } from '../types/ledger.ts';

const ledgerApp = 'la aplicación de Ledger (Ledger Wallet, antes Ledger Live)';

export const ledgerInSpanish: LedgerMessages = {
  stock: 'Ledger de serie',
  terminal:
    'Este es un Ledger de serie. Hace su propia configuración, que la aplicación Hostblind puede seguir en un navegador; este comando no puede iniciarla.',
  unchecked: 'No comprobado aquí',
  simulated: 'Simulado',
  steps: {
    create: {
      prepare: 'Preparar',
      pin: 'PIN',
      write: 'Anotar',
      confirm: 'Confirmar',
      'backed-up': 'Listo',
    },
    restore: {
      prepare: 'Preparar',
      pin: 'PIN',
      write: 'Introducir',
      confirm: 'Comprobar',
      'backed-up': 'Listo',
    },
  },
  restarted:
    'La configuración empieza de nuevo, con otras palabras. Si es el mismo dispositivo y no había terminado de configurarse, las palabras de tu papel ya no se usan. Si tienes dudas, guarda ese papel.',
  swapped: 'Este es otro dispositivo, o se restableció. Lo que ves es su propio estado.',
  soonQuiet:
    'Después de la última palabra, el dispositivo trabaja hasta dos minutos sin responder. Es normal.',
  quiet: {
    title: 'El dispositivo está trabajando',
    body: [
      'Está creando sus claves y puede no responder durante dos minutos. No lo desconectes.',
      'Seguimos desde ahí.',
    ],
  },
  waiting: 'El dispositivo aún no responde. Seguimos esperando.',
  lost: {
    title: 'El dispositivo no responde',
    body: [
      'Lo hemos intentado varias veces. Si está desconectado o apagado, vuelve a conectarlo. Cierra la aplicación de Ledger y las demás pestañas que lo usen.',
      'Si se apagó antes de terminar la configuración, empieza de nuevo con otras palabras.',
    ],
    long: 'Si está mostrando una palabra, no necesita esta página: continúa en el dispositivo.',
    keepWaiting: 'Seguir esperando',
    choose: 'Volver a elegir el dispositivo',
  },
  reconnecting: 'Intentando conectar…',
  conditions: {
    locked: {
      title: 'Desbloquea tu Ledger',
      body: ['Introduce tu PIN en el dispositivo y seguimos desde ahí.'],
    },
    'app-open': {
      title: 'Hay una aplicación abierta en tu Ledger',
      body: [
        'Mientras haya una aplicación abierta, no podemos ver por dónde va el dispositivo. Ciérrala en él, o aquí.',
      ],
    },
    'menu-open': {
      title: 'El menú del dispositivo está abierto',
      body: ['Ciérralo en el dispositivo y seguimos desde ahí.'],
    },
    busy: {
      title: 'Tu dispositivo está ocupado',
      body: ['Termina o detén lo que hay en su pantalla y seguimos desde ahí.'],
    },
    bootloader: {
      title: 'El dispositivo está en su bootloader',
      body: [
        'Está esperando una actualización, así que no se puede acceder a su billetera. Desconéctalo y vuelve a conectarlo sin mantener pulsado ningún botón.',
        `Si no sirve, repáralo en ${ledgerApp}.`,
      ],
    },
    updater: {
      title: 'Se está instalando una actualización',
      body: [`No desconectes el dispositivo y termina la actualización en ${ledgerApp}. Seguimos desde ahí.`],
    },
    'recovery-mode': {
      title: 'El dispositivo está en modo de recuperación',
      body: [`Apágalo y enciéndelo. Si sigue en modo de recuperación, repáralo en ${ledgerApp}.`],
    },
    'model-not-supported': {
      title: 'No podemos seguir un Nano S',
      body: [
        'No informa de en qué pantalla de la configuración está. No le pasa nada: configúralo en el propio dispositivo, sin esta página.',
      ],
    },
    'firmware-too-old': {
      title: 'Su firmware es demasiado antiguo para seguirlo',
      body: [
        'No informa de en qué pantalla de la configuración está. Un Nano S Plus lo hace desde la versión 1.1.0 y un Nano X, desde la 2.2.0.',
        `Actualízalo en ${ledgerApp}, o configúralo en el propio dispositivo, sin esta página.`,
      ],
    },
    'unknown-screen': {
      title: 'Sigue al dispositivo',
      body: ['Está mostrando un paso que esta página no conoce. Haz lo que dice y seguimos desde ahí.'],
    },
  },
  quitApp: 'Cerrarla en el dispositivo',
  quitting: 'Pidiendo a tu dispositivo que cierre la aplicación…',
  appOpen: (app) => (app === undefined ? undefined : `El dispositivo la llama “${app}”.`),
  ready: {
    title: {
      new: 'Tu Ledger está listo',
      restore: 'Tu Ledger está restaurado',
      other: 'Tu Ledger está listo',
      before: 'Este Ledger ya está configurado',
    },
    lead: {
      new: 'El dispositivo dice que ya tiene una billetera, y que mostró sus palabras y las volvió a pedir. Esta página nunca le pidió una palabra.',
      restore:
        'El dispositivo dice que ya tiene una billetera, con las palabras que introdujiste en él. Esta página nunca le pidió una palabra.',
      other: 'El dispositivo dice que ya tiene una billetera.',
      before: 'Tiene una billetera. Un Ledger muestra sus palabras una sola vez, durante la configuración.',
    },
    seen: (wordCount) => `Dice que mostró ${wordCount} palabras y que las volvió a pedir.`,
    facts: { device: 'Dispositivo', firmware: 'Firmware', words: 'Frase de recuperación' },
    wordsSeen: (wordCount) => `${wordCount} palabras, según el dispositivo`,
    notKnownTitle: 'Qué puede y qué no puede hacer esta página con un Ledger de serie',
    capabilities: [
      {
        able: true,
        what: 'Seguir su configuración, pantalla a pantalla y palabra a palabra',
        how: 'El dispositivo dice en qué pantalla y en qué número de palabra está, nunca la palabra.',
      },
      {
        able: false,
        what: 'Volver a mostrar las palabras',
        how: 'Un Ledger muestra sus palabras una sola vez, durante la configuración. Si perdiste el papel pero aún puedes desbloquear el dispositivo, pasa tus fondos a una billetera nueva.',
      },
      {
        able: false,
        what: 'Comprobar que el dispositivo es auténtico',
        how: 'Para eso hace falta el servidor de Ledger, y esta aplicación no usa ninguno. La aplicación de Ledger lo hace en “My Ledger”.',
      },
      {
        able: false,
        what: 'Comparar tu papel con el dispositivo',
        how: 'En la aplicación de Ledger, abre “My Ledger” e instala la app “Recovery Check”. Ábrela en el dispositivo e introduce en él tus palabras, nunca en un equipo.',
      },
      {
        able: false,
        what: 'Distinguir una billetera de otra',
        how: 'Un Ledger no da ningún ID de billetera si no tiene una aplicación abierta. La primera dirección en tu aplicación de billetera es la misma después de cada restauración.',
      },
    ],
    can: 'Puede',
    cannot: 'No puede',
    keepTitle: 'Próximos pasos',
    keep: [
      'Guarda tu papel en un lugar seco, fuera de la vista y lejos del dispositivo.',
      'Quien te pida tus palabras quiere robarte.',
    ],
    simulatorOnly: 'Este es un Ledger simulado. No tiene claves: nunca le envíes dinero.',
    finish: 'Listo',
  },
};
