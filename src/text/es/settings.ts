import { plural } from '../locale/format.ts';
import type { SettingsMessages } from '../types/settings.ts';

export const settingsInSpanish: SettingsMessages = {
  deviceLanguage: { speaks: (language) => `Tu dispositivo habla ${language}.`, ask: 'Cambiarlo a español' },
  open: 'Seguridad y privacidad',
  title: 'Seguridad y privacidad',
  lead: 'Todo esto ocurre en tu dispositivo. Esta página solo lo pide; tú aceptas o rechazas en él.',
  rows: {
    reveal: {
      title: 'Ver la frase de recuperación en el dispositivo',
      body: 'Para compararla con tu papel o anotarla en uno nuevo. Antes, dos preguntas rápidas.',
    },
    check: {
      title: 'Comprobar mi copia de seguridad',
      body: 'Introduce en el dispositivo las palabras que anotaste. Te dice si coinciden y no cambia nada.',
    },
    'change-pin': { title: 'Cambiar el PIN', body: 'Necesitarás tu PIN actual.' },
    rename: { title: 'Cambiar el nombre', body: 'Para distinguir tus dispositivos.' },
    wipe: {
      title: 'Borrar el dispositivo',
      body: 'Elimina la billetera del dispositivo. Antes te mostramos qué te juegas.',
    },
  },
  copies: {
    title: 'Copias adicionales',
    body: 'Otra copia de tu billetera, para guardarla en otro lugar.',
  },
  named: (name) => `Se llama “${name}”.`,
  unnamed: 'Todavía no tiene nombre.',
  lastChecked: 'Comprobada por última vez el',
  neverChecked: 'Aún no, que este navegador sepa',
  remind:
    'Dentro de unas semanas, comprueba esta copia de seguridad: introduce en el dispositivo las palabras de tu papel para asegurarte de que las lees bien.',
  remindAgain:
    'Tu última comprobación fue hace más de un año. Introduce en el dispositivo las palabras de tu papel para asegurarte de que aún las lees bien.',
  compare: {
    question: '¿Es el mismo ID que el de tu hoja?',
    answers: { same: 'Es el mismo', different: 'Es distinto', none: 'No tengo ninguno' },
    known: 'Este navegador conoce esta billetera: su ID es el mismo que antes.',
  },
  failed: { row: 'Última comprobación', on: (date) => `Falló el ${date}` },
  records: {
    title: 'Registro y recordatorios',
    body: 'Tus dispositivos, tu actividad y los recordatorios para el calendario. Guarda la lista o bórrala.',
  },
  home: {
    title: 'Tu dispositivo',
    states: {
      backedUp: (date) => `Con copia de seguridad del ${date}`,
      checked: (date) => `Con copia de seguridad, comprobada el ${date}`,
      known: 'Con copia de seguridad, según tu dispositivo',
      never: 'Con copia de seguridad, nunca comprobada aquí',
      due: 'Con copia de seguridad, toca comprobarla',
    },
    reveal: 'Ver las palabras',
    addresses: 'Ver sus direcciones',
    sign: 'Firmar un mensaje',
    records: 'Registro',
    apps: 'Puedes usar esta billetera con programas de billetera: abre “Apps” en el dispositivo o deja que lo haga el programa. El dispositivo no firma nada que no te haya mostrado antes.',
    details: 'Detalles',
    disconnect: 'Desconectar',
  },
  receipt: {
    walletId: 'ID de la billetera',
    date: 'Copia de seguridad',
    device: 'Dispositivo',
    words: 'Frase de recuperación',
    wordCount: (count) => plural(count, { one: 'Una palabra', other: `${count} palabras` }),
    unknownDate: 'Antes de que este navegador conociera esta billetera',
    finish: 'Listo',
  },
  simulated: {
    device: 'Esta billetera está en un simulador. Nunca le envíes dinero real.',
    link: 'Este dispositivo está conectado como se conectan los simuladores. Si no sabes qué hay al otro lado, nunca envíes dinero real a esta billetera.',
  },
  next: {
    title: 'Próximos pasos',
    advice: [
      'Guarda tu papel en un lugar seco, fuera de la vista y lejos del dispositivo.',
      'Quien te pida tus palabras quiere robarte.',
    ],
  },
  length: {
    title: '¿Cuántas palabras?',
    lead: 'Cualquier longitud es segura. Con más palabras se tarda más en anotarlas y confirmarlas.',
    legend: 'Longitud de la frase de recuperación',
    option: (wordCount) => `${wordCount} palabras`,
    hint: {
      12: 'Unos 5 minutos',
      15: 'Unos 6 minutos',
      18: 'Unos 8 minutos',
      21: 'Unos 9 minutos',
      24: 'Unos 10 minutos',
    },
    others: 'Otras longitudes',
    create: 'Crear en el dispositivo',
    needs: 'Ten a mano papel y bolígrafo, y asegúrate de que nadie te vea.',
  },
  restore: {
    offer: 'Restaurar con mis palabras',
    title: '¿Cuántas palabras hay en tu papel?',
    lead: 'Las introducirás en el dispositivo, con sus dos botones. Nunca las escribas en un equipo.',
    ask: 'Restaurar en el dispositivo',
    needs: 'Ten tu papel a mano y asegúrate de que nadie te vea.',
    instead: 'Prefiero crear una billetera',
    offerFile: 'Restaurar con un archivo de respaldo',
    neither: {
      title: 'No hay billetera en este dispositivo',
      lead: 'Su firmware no puede crear una billetera ni restaurarla a partir de palabras.',
    },
  },
  identify: {
    offer: '¿De qué billetera es este papel?',
    title: '¿De qué billetera es este papel?',
    lead: 'Introduce sus palabras en el dispositivo y mira qué direcciones abren. No se guarda nada, y ni las palabras ni las direcciones llegan a este equipo.',
    ask: 'Introducir las palabras en el dispositivo',
  },
  rename: {
    title: 'Ponle nombre a este dispositivo',
    lead: 'Elige un nombre y confírmalo en el dispositivo. Los nombres ya están hechos, para que nadie se acostumbre a escribir aquí.',
    legend: 'Nombre del dispositivo',
    keep: 'Sin cambios',
    ask: 'Cambiar el nombre en el dispositivo',
    keepAsk: 'Dejar el nombre como está',
  },
};
