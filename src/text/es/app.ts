import { plural } from '../locale/format.ts';
import type { Messages, NoticeText, PageMessages } from '../types/app.ts';

const plugIn: NoticeText = {
  title: 'Ningún dispositivo responde',
  body: ['Conecta tu dispositivo, enciéndelo y vuelve a elegirlo.'],
};

export const appInSpanish: Messages = {
  wordmark: 'Hostblind',
  deviceCalled: (name) => `“${name}”`,
  simulatorBadge: {
    device: 'Simulador · no es para dinero real',
    link: 'Conexión de simulador · no es para dinero real',
  },
  simulatorFrameTitle: 'Dispositivo simulado',
  footer: 'Sin analíticas. Esta página solo habla con tu dispositivo.',
  footerOffline: 'Sin analíticas. Esta página funciona sin conexión y solo habla con tu dispositivo.',
  asides: { preferences: 'Preferencias', help: 'Ayuda e información' },
  asideLoading: 'Cargando esta página. Si no aparece, recárgala cuando tengas conexión.',
  install: 'Instalar esta aplicación',
  newVersion: {
    ready: 'Hay una versión nueva de esta aplicación.',
    otherPages: 'Hostblind está abierto en otra pestaña. Ciérrala e inténtalo de nuevo.',
    use: 'Usarla ahora',
  },
  progressLabel: 'Progreso',
  steps: {
    prepare: 'Preparar',
    pin: 'PIN',
    write: 'Ver y anotar',
    confirm: 'Confirmar',
    'backed-up': 'Copia lista',
  },
  stepOf: (index, total, name) => `Paso ${index} de ${total}: ${name}`,
  stepDone: 'hecho',
  connection: {
    connected: 'Conectado',
    connecting: 'Conectando…',
    lost: 'Sin conexión',
    none: 'Sin dispositivo',
  },
  welcome: {
    title: 'Una frase de recuperación que ningún equipo llega a ver',
    lead: 'Crea una billetera en un dispositivo de hardware, anota sus palabras a mano y confirma cada una en el dispositivo. Esta página te guía, pero nunca las ve.',
    points: [
      {
        title: 'Las palabras se quedan en el dispositivo',
        body: 'Mantén pulsado un botón para verlas. Aparecen de una en una, en la pantalla del propio dispositivo.',
      },
      {
        title: 'Confirmas cada palabra',
        body: 'No puedes usar la billetera hasta que el dispositivo te las haya preguntado todas.',
      },
      {
        title: 'El equipo solo ve por dónde vas',
        body: 'El dispositivo no tiene ningún comando que envíe o reciba una palabra.',
      },
    ],
    choices: {
      create: {
        title: 'Crear una billetera',
        body: 'Tu dispositivo genera las palabras. Tú las anotas y confirmas cada una.',
      },
      restore: {
        title: 'Tengo las palabras o un archivo',
        body: 'Recupera una billetera con su frase de recuperación o un archivo de respaldo.',
      },
      try: {
        title: 'Probar con el simulador',
        body: 'Todo en esta página, sin dispositivo y sin riesgos.',
      },
    },
    manage: 'Mi dispositivo ya tiene una billetera',
    noUsb: {
      title: 'Este navegador no puede acceder a dispositivos USB',
      body: [
        'Para usar un dispositivo de hardware, abre esta página en Chrome, Edge u otro navegador basado en Chromium. El simulador funciona aquí mismo.',
      ],
    },
  },
  backup: {
    label: 'Billetera',
    states: {
      empty: 'Sin billetera',
      'unfinished-backup': 'Sin copia de seguridad',
      'backed-up': 'Con copia de seguridad',
      restored: 'Restaurada',
      doubtful: 'Comprobación fallida',
    },
    remembered(devices, { unfinished, failed, unchecked }) {
      if (failed > 0) {
        return plural(devices, {
          one: '1 dispositivo: última comprobación fallida',
          other: `${devices} dispositivos: ${failed} con la última comprobación fallida`,
        });
      }
      if (unfinished > 0) {
        return plural(devices, {
          one: '1 dispositivo: sin copia de seguridad',
          other: `${devices} dispositivos: ${unfinished} sin copia de seguridad`,
        });
      }
      if (unchecked > 0) {
        return plural(devices, {
          one: '1 dispositivo: toca comprobar',
          other: `${devices} dispositivos: ${unchecked} por comprobar`,
        });
      }
      return plural(devices, {
        one: '1 dispositivo: todo en orden',
        other: `${devices} dispositivos: todo en orden`,
      });
    },
    records: 'Registro',
  },
  loading: { title: 'Un momento', body: ['Cargando esta página…'] },
  frameEnded: {
    title: 'El simulador de esta página se ha cerrado',
    body: ['Saliste de la página o la recargaste, y su billetera de práctica se fue con ella.'],
  },
  leave: {
    title: '¿Dejar este dispositivo?',
    body: {
      frame: 'El simulador de esta página no guarda nada. Si lo dejas, pierdes su billetera.',
      device: 'En tu dispositivo no cambia nada. Para continuar, vuelve a conectarlo.',
    },
    leave: 'Dejarlo',
    stay: 'Seguir con él',
  },
  loadFailed: {
    title: 'Esta página no se cargó del todo',
    body: [
      'Puede que no tengas conexión o que el programa que sirve esta página se haya detenido. En tu dispositivo no ha cambiado nada.',
    ],
    retry: 'Reintentar',
  },
  introduction: {
    title: 'Antes de empezar',
    points: {
      privacy: {
        title: 'Nada sale de este equipo',
        body: 'Sin analíticas, sin cuentas y sin servidores: esta página solo habla con tu dispositivo. Para detectar si te lo cambian, este navegador recuerda tus dispositivos, sus claves públicas y los ID de sus billeteras, y lo que hiciste con ellos. Nunca guarda una palabra, y puedes borrarlo todo cuando quieras en “Registro”.',
      },
      terms: {
        title: 'Nadie puede recuperar tus palabras por ti',
        body: 'Quien tiene tus palabras tiene tu dinero. Si las pierdes y pierdes también el dispositivo, nadie puede devolvértelas: ni el fabricante ni esta aplicación.',
      },
      pin: {
        title: 'Tu PIN no sale del dispositivo',
        body: 'Lo eliges y lo introduces en él. Tras demasiados intentos fallidos, el dispositivo elimina su billetera.',
      },
      words: {
        title: 'Tus palabras, solo en papel',
        body: 'Nadie debería pedírtelas nunca. No las escribas en un equipo ni en un teléfono, ni les hagas fotos.',
      },
    },
    tick: 'Entiendo que nadie puede recuperar mis palabras por mí',
    missing: 'Marca primero la casilla de arriba.',
    next: 'Continuar',
  },
  back: 'Atrás',
  dropFile: 'Suelta aquí tu archivo de respaldo',
  choose: {
    title: 'Elige tu dispositivo',
    lead: '¿Cómo quieres conectarte?',
    links: {
      webhid: {
        title: 'Dispositivo USB',
        body: 'Conéctalo, enciéndelo y elígelo en la lista del navegador. Un Ledger de serie también sirve, con menos funciones.',
      },
      webusb: {
        title: 'Dispositivo USB',
        body: 'Conéctalo, enciéndelo y elígelo en la lista del navegador. Un Ledger de serie también sirve, con menos funciones.',
      },
      'simulator-frame': {
        title: 'Simulador en esta página',
        body: 'Prueba todo aquí. Su billetera desaparece cuando te vas.',
      },
      'simulator-process': {
        title: 'Simulador en su propia ventana',
        body: 'Para el programa firmware-sim que se ejecuta en este equipo.',
      },
    },
    noWebHid:
      'Este navegador no puede acceder a dispositivos USB. Abre esta página en un equipo con Chrome, Edge u otro navegador basado en Chromium, o usa el simulador.',
  },
  problem: {
    noWebHid: {
      title: 'Este navegador no puede acceder a dispositivos USB',
      body: [
        'Abre esta página en un equipo con Chrome, Edge u otro navegador basado en Chromium, o usa el simulador.',
      ],
    },
    permissionDenied: {
      title: 'No se pudo abrir el dispositivo',
      body: [
        'Tu navegador o tu sistema no lo permitió. Autoriza el dispositivo en los permisos del sitio, en el navegador, y vuelve a elegirlo.',
        'En Linux hay que añadir una regla, una sola vez. Como root, pon estas líneas en el archivo de abajo y vuelve a conectar el dispositivo.',
      ],
    },
    udevTitle: (file) => `Archivo ${file}`,
    notFound: {
      webhid: plugIn,
      webusb: plugIn,
      'simulator-frame': {
        title: 'El simulador de esta página no arrancó',
        body: [
          'Inténtalo otra vez. Si no sirve, recarga la página. Si la página no se carga, no tienes conexión o el programa que la sirve se ha detenido.',
          'Una extensión que bloquea scripts o un navegador antiguo pueden impedir que arranque: prueba con otro navegador.',
          'O ejecuta el simulador como programa: npm run firmware-sim, y elige “Simulador en su propia ventana”.',
        ],
      },
      'simulator-process': {
        title: 'Ningún simulador responde',
        body: ['Inícialo en este equipo con npm run firmware-sim y vuelve a elegirlo.'],
      },
    },
    chooserBlocked: {
      title: 'El navegador no mostró ninguna lista de dispositivos',
      body: [
        'La cerró antes de que nadie pudiera elegir. En los ajustes del navegador para este sitio, permite los dispositivos HID o USB e inténtalo de nuevo.',
        'En un equipo de trabajo, puede que una directiva bloquee los dispositivos USB en las páginas web: pregunta a quien lo administra. El simulador funciona sin ellos.',
      ],
    },
  },
  opening: {
    webhid: {
      title: 'Elígelo en la lista del navegador',
      body: ['Si tu dispositivo está bloqueado, introduce su PIN en él.'],
    },
    webusb: {
      title: 'Elígelo en la lista del navegador',
      body: ['Si tu dispositivo está bloqueado, introduce su PIN en él.'],
    },
    'simulator-frame': { title: 'Iniciando el simulador', body: ['Aparecerá en esta página.'] },
    'simulator-process': {
      title: 'Conectando con el simulador',
      body: ['Se ejecuta en su propia ventana.'],
    },
    identify: {
      title: 'Comprobando el dispositivo',
      body: ['Tu dispositivo está demostrando qué es.'],
    },
  },
  waiting: {
    'in-use': {
      title: 'Tu dispositivo se está usando en otro sitio',
      body: [
        'Está abierto en otra pestaña o en otro programa. Ciérralo y seguimos.',
        'En tu dispositivo no ha cambiado nada.',
      ],
    },
    locked: {
      title: 'El dispositivo está bloqueado',
      body: ['Introduce tu PIN en el dispositivo y seguimos desde ahí.'],
    },
    busy: {
      title: 'Tu dispositivo está ocupado',
      body: ['Termina o detén lo que hay en su pantalla y seguimos desde ahí.'],
    },
  },
  refused: { title: 'No ha funcionado', retry: 'Reintentar' },
  alarm: {
    title: 'No uses este dispositivo',
    body: [
      'No superó una comprobación que cualquier dispositivo auténtico supera.',
      'No introduzcas palabras en él ni envíes dinero a su billetera.',
    ],
    forget: 'Yo restablecí este dispositivo. Olvidar su billetera anterior',
  },
  unverified: {
    title: '¿Conoces este dispositivo?',
    body: ['Ningún fabricante que esta aplicación conozca responde por él.'],
    accept: 'Conozco este dispositivo: continuar',
  },
  lost: {
    device: {
      title: 'Tu dispositivo no está conectado',
      body: [
        'No se ha perdido nada: tu dispositivo recuerda por dónde ibas.',
        'Vuelve a conectarlo y desbloquéalo, y seguimos desde ahí.',
      ],
      long: 'Sigue sin responder. Prueba con otro cable o con otro puerto. No hay prisa: si tu dispositivo muestra una palabra, se queda en su pantalla.',
    },
    simulator: {
      title: 'El simulador se ha detenido',
      body: [
        'Vuelve a iniciarlo con el mismo archivo de --storage y recordará por dónde ibas. Sin ese archivo, arranca como un dispositivo nuevo.',
        'Seguimos desde ahí.',
      ],
      long: 'Sigue sin responder. Inicia el simulador con: npm run firmware-sim -- --storage device.bin',
    },
    frame: {
      title: 'El simulador de esta página se ha detenido',
      body: [
        'Estamos intentando recuperarlo. Si tuvo que reiniciarse, es un dispositivo nuevo y vacío: el simulador de esta página no guarda nada.',
      ],
      long: 'Sigue sin responder. Recarga la página para reiniciar el simulador, como un dispositivo nuevo y vacío.',
    },
    reconnecting: 'Reconectando…',
    retry: 'Volver a elegir el dispositivo',
  },
  wallet: {
    changed: 'La billetera de este dispositivo ha cambiado',
    gone: 'La billetera de este dispositivo ya no está',
    before: 'Billetera de antes',
    now: 'Billetera de ahora',
    none: 'Ninguna: este dispositivo está vacío',
    unfinished: 'Una nueva, aún sin copia de seguridad',
    accept: 'Sé por qué: continuar',
    stop: 'Parar',
  },
  swapped: 'Este es otro dispositivo. Lo que ves es su propio estado.',
  forms: {
    open: 'Imprimir una plantilla en blanco',
    hint: 'Si tienes impresora, imprime antes una plantilla en blanco. Tu dispositivo desconfía de las impresoras con razón: tus palabras nunca deberían llegar a una. Una plantilla en blanco no es problema.',
    loading: 'Cargando las plantillas en blanco. Si no aparecen, recarga esta página cuando tengas conexión.',
  },
  chooseAnother: 'Elegir otro dispositivo',
  cancel: 'Cancelar',
  withdraw: 'Retirar la pregunta',
  cancelling: 'Pidiendo a tu dispositivo que pare…',
  checking: { title: 'Un momento', body: ['Leyendo el estado del dispositivo…'] },
  lookAtDevice: 'Mira tu dispositivo',
  attached: 'Tu dispositivo ya estaba en mitad de esto. Puedes continuar desde aquí.',
  lockedItself: 'Tu dispositivo se ha bloqueado solo, porque nadie ha pulsado sus botones en un rato.',
  after: {
    declined: 'Lo rechazaste en el dispositivo.',
    cancelled: 'Cancelado. La copia de seguridad de esta billetera sigue sin terminar.',
    stopped: 'Paraste en el dispositivo. La copia de seguridad de esta billetera sigue sin terminar.',
    discarded: 'Se eliminó la billetera sin terminar.',
    wiped: 'El dispositivo eliminó su billetera tras tres PIN incorrectos.',
    fault: 'Tu dispositivo detectó un fallo interno.',
    match: 'Tus palabras coinciden con la billetera del dispositivo.',
    'no-match': 'Tus palabras no coinciden con la billetera del dispositivo.',
    'wrong-code': 'El código de respaldo era incorrecto.',
    'other-wallet': 'Este archivo de respaldo es de otra billetera.',
    unknown: 'Algo terminó en tu dispositivo. Mira su pantalla.',
  },
  panel: {
    title: 'Tu dispositivo',
    before: 'Tus palabras aparecen en tu dispositivo y en ningún otro sitio.',
    firmware: (version) => `Firmware ${version}`,
  },
  wordProgress: (position, total) => `Palabra ${position} de ${total}`,
  triesLeft: (count) =>
    plural(count, {
      one: 'Queda un intento. Si fallas, el dispositivo elimina su billetera.',
      other: `Quedan ${count} intentos antes de que el dispositivo elimine su billetera.`,
    }),
  resting: {
    locked: {
      title: 'El dispositivo está bloqueado',
      body: ['Introduce tu PIN en el dispositivo y seguimos desde ahí.'],
    },
    unfinished: {
      title: 'Tu copia de seguridad está sin terminar',
      body: ['Tu dispositivo pregunta si quieres reanudarla o descartarla. Elige en él y seguimos.'],
    },
  },
  again: 'Empezar de nuevo',
  goOn: 'Continuar',
  readingWallet: { title: 'Ya casi está', body: ['Leyendo el ID de la billetera…'] },
  backedUp: {
    title: 'Copia de seguridad lista',
    lead: 'Confirmaste cada palabra en el dispositivo. Este equipo no ha visto ninguna.',
    known: 'Tu dispositivo dice que esta billetera tiene copia de seguridad.',
  },
};

export const pageInSpanish: PageMessages = {
  title: 'Hostblind: una frase de recuperación que ningún equipo llega a ver',
  description:
    'Crea una billetera en un dispositivo de hardware y haz una copia de seguridad de su frase de recuperación, sin que ningún equipo llegue a ver una palabra.',
  noScript: 'Hostblind necesita JavaScript: habla con tu dispositivo desde esta página, y con nada más.',
  notLoaded:
    'Esta página no se ha cargado por completo. Vuelve a cargarla. En tu dispositivo no ha cambiado nada.',
};
