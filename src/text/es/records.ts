import { plural } from '../locale/format.ts';
import type { RecordsMessages } from '../types/records.ts';

export const recordsInSpanish: RecordsMessages = {
  product: (name) => (name === '' ? 'Dispositivo' : `“${name}”`),
  title: 'Registro y recordatorios',
  lead: 'Este navegador lleva una lista de tus dispositivos y de lo que hiciste con ellos, solo en este equipo. Nunca contiene una palabra.',
  back: 'Atrás',
  erased:
    'Todo lo que guardaba este navegador está borrado. La próxima vez que uses un dispositivo empezará una lista nueva.',
  problems: {
    unavailable:
      'Tu navegador bloquea aquí el almacenamiento, así que esta lista se pierde al cerrar la página. Tus dispositivos funcionan igual.',
    full: 'El almacenamiento de este navegador está lleno. Lo nuevo se pierde al cerrar la página, a menos que antes liberes espacio. Guarda la lista como archivo o bórrala.',
    blocked:
      'Otra pestaña con esta aplicación está usando el almacenamiento. Ciérrala y lo nuevo de aquí se guardará.',
    newer:
      'Esta lista la escribió una versión más nueva de esta aplicación, así que esta versión no la toca. Recarga la página para obtener la más nueva.',
    damaged:
      'El almacenamiento de esta página está dañado, así que esta lista se pierde al cerrar la página. Bórralo todo para empezar una lista nueva.',
  },
  unreadable: (count) =>
    plural(count, {
      one: 'Una entrada no se puede usar. Puede que una versión anterior nombrara su billetera con otro ID. Se queda hasta que lo borres todo.',
      other: `${count} entradas no se pueden usar. Puede que una versión anterior nombrara sus billeteras con otros ID. Se quedan hasta que lo borres todo.`,
    }),
  devices: {
    title: 'Tus dispositivos',
    none: 'Aún no hay dispositivos. Se añade uno cuando lo conectas y demuestra qué es.',
    wallet: 'Billetera',
    seen: 'Última conexión',
    connected: 'Conectado',
    checked: 'Copia comprobada',
    never: 'Nunca',
    longAgo: 'hace más de un año',
    failed: 'Falló el',
    simulator: 'Simulador',
    named: (name) => `“${name}”`,
    actions: {
      unfinished: 'Terminar la copia',
      failed: 'Ver qué ocurre',
      'long-ago': 'Comprobar otra vez',
    },
    forget: 'Olvidar',
    forgetNamed: (name) => `Olvidar ${name}`,
  },
  backups: {
    title: 'Otras copias de seguridad',
    backedUp: 'Fecha de la copia',
    unknownDate: 'antes de que este navegador la conociera',
  },
  reminders: {
    title: 'Comprobación de tus copias de seguridad',
    unchecked: (count) =>
      plural(count, {
        one: 'Hay una copia de seguridad que no se comprueba desde hace más de un año. Introduce sus palabras en tu dispositivo para asegurarte de que aún las lees bien.',
        other: `Hay ${count} copias de seguridad que no se comprueban desde hace más de un año. Introduce sus palabras en tu dispositivo para asegurarte de que aún las lees bien.`,
      }),
    failed: (count) =>
      plural(count, {
        one: 'La última comprobación de una copia de seguridad falló. Mira sus palabras en el dispositivo, compáralas con tu papel y repite la comprobación.',
        other: `Las últimas comprobaciones de ${count} copias de seguridad fallaron. Mira sus palabras en el dispositivo, compáralas con tus papeles y repite la comprobación.`,
      }),
    allChecked: 'Todas las copias de seguridad que conoce este navegador se comprobaron en el último año.',
    about:
      'Añade a tu calendario recordatorios para dentro de 1, 6 y 12 meses. Solo dicen “Revisión de rutina”, por si alguien más ve tu calendario.',
    save: 'Guardar archivo de calendario',
    saved: 'El archivo está en tus descargas. Ábrelo para añadir las fechas a tu calendario.',
    file: 'reminders.ics',
    event: {
      title: 'Revisión de rutina',
      description: 'Un recordatorio que te pusiste tú.',
    },
  },
  ceremonies: {
    title: 'Actividad',
    none: 'Nada todavía.',
    all: (count) => `Ver todo (${count})`,
    what: {
      create: 'Billetera nueva',
      unlock: 'Entrada del PIN',
      resume: 'Copia de seguridad sin terminar',
      reveal: 'Palabras mostradas',
      check: 'Comprobación de la copia',
      restore: 'Restauración',
      'change-pin': 'Cambio de PIN',
      wipe: 'Borrado',
      language: 'Idioma',
      rename: 'Cambio de nombre',
      'seed-qr': 'Copia como SeedQR',
      'backup-file': 'Archivo de respaldo',
      'check-file': 'Comprobación del archivo de respaldo',
      'restore-file': 'Restauración con un archivo',
      addresses: 'Direcciones vistas',
      identify: 'Direcciones de un papel',
    },
    results: {
      completed: 'Completado',
      declined: 'Rechazado en el dispositivo',
      cancelled: 'Cancelado en esta página',
      stopped: 'Detenido en el dispositivo',
      discarded: 'Billetera descartada',
      wiped: 'Dispositivo borrado tras varios PIN incorrectos',
      fault: 'Fallo del dispositivo',
      match: 'Las palabras coinciden',
      'no-match': 'Las palabras no coinciden',
      'file-match': 'El archivo coincide',
      'file-no-match': 'El archivo no coincide',
      'wrong-code': 'El código de respaldo no abrió el archivo',
      'other-wallet': 'El archivo es de otra billetera',
      'under-way': 'En curso',
      interrupted: 'Interrumpido: el final no se vio aquí',
    },
  },
  keeping: {
    title: 'Tus datos',
    about:
      'Fechas, los ID de tus billeteras y los ID y nombres de tus dispositivos. Ni palabras, ni PIN, ni claves. El archivo se queda contigo si no lo compartes.',
    export: 'Guardar la lista como archivo',
    file: 'hostblind-records.json',
    erase: 'Borrarlo todo',
    sureTitle: '¿Borrar todo lo que guarda este navegador?',
    sure: 'No se puede deshacer. Se eliminan la lista, tus dispositivos y las fechas de tus comprobaciones, y esta aplicación ya no podrá avisarte si un dispositivo vuelve con otra billetera. Tus dispositivos, tus billeteras y tu papel se quedan como están.',
    yes: 'Borrar ahora',
    no: 'Conservarlo',
  },
  open: 'Registro y recordatorios',
};
