import type { TargetProblem, TerminalCeremonyMessages } from '../../types/terminal/ceremonies.ts';

const systemProblems: Readonly<Record<string, string>> = {
  ENOSPC: 'el disco está lleno',
  EDQUOT: 'la cuota de disco está agotada',
  EROFS: 'el disco es de solo lectura',
  EACCES: 'no tienes permiso para escribir ahí',
  EPERM: 'no tienes permiso para escribir ahí',
  ENOENT: 'la carpeta no existe',
  ENOTDIR: 'la carpeta no existe',
};

function reason(problem: TargetProblem): string {
  switch (problem.kind) {
    case 'exists':
      return 'el archivo ya existe';
    case 'folder':
      return 'es una carpeta';
    case 'system':
      return systemProblems[problem.code] ?? problem.code;
  }
}

/** Commands stay on one line, by a no-break space. */
export const terminalCeremoniesInSpanish: TerminalCeremonyMessages = {
  backedUp: 'Copia de seguridad lista. Confirmaste cada palabra en el dispositivo.',
  nothing: 'Terminó antes de que hubiera una billetera. No se creó nada: vuelve a empezar.',
  toFinish: 'Se empezó una billetera: termina o descarta su copia de seguridad con hostblind\u00A0resume.',
  cancelled: 'Otro programa u otra ventana pidió a tu dispositivo que parara.',
  unfit: {
    'no-wallet': {
      when: 'Este dispositivo no tiene billetera.',
      todo: 'Crea una con hostblind\u00A0create, o recupera la tuya con hostblind\u00A0restore o hostblind\u00A0restore-file.',
    },
    'has-wallet': {
      when: 'Este dispositivo ya tiene una billetera.',
      todo: 'No se cambió nada. Si ya no necesitas en él esa billetera, comprueba antes tu papel: hostblind\u00A0check. Después elimínala: hostblind\u00A0wipe.',
    },
    unfinished: {
      when: 'La billetera de este dispositivo aún no tiene copia de seguridad.',
      todo: 'Antes, termínala o descártala: hostblind\u00A0resume.',
    },
    'nothing-unfinished': {
      when: 'Este dispositivo no tiene ninguna copia de seguridad sin terminar.',
      todo: 'Consulta hostblind\u00A0status.',
    },
  },
  language: {
    already: (language) => `Tu dispositivo ya habla ${language}.`,
    unknown: (spoken) => `Tu dispositivo no habla ese idioma. Habla: ${spoken.join(', ')}.`,
  },
  sure: { reveal: '¿Ver tus palabras en el dispositivo?', wipe: '¿Borrar este dispositivo?' },
  answerKeys: { yes: 's', no: 'n' },
  yesNo: '[s/N]',
  threeKeys: ({ yes, no, none }) => `s: ${yes}. n: ${no}. Enter: ${none}.`,
  left: 'No se le pidió nada a tu dispositivo.',
  interrupted: {
    ours: 'Pidiendo a tu dispositivo que pare. Pulsa Ctrl-C otra vez para salir ya.',
    away: 'Tu dispositivo no está conectado, así que no se le puede pedir que pare. Mira su pantalla cuando vuelva.',
    nothing: 'Detenido aquí. Tu dispositivo se quedó como estaba.',
  },
  doubtNext: 'Ver las palabras: hostblind\u00A0reveal. Repetir la comprobación: hostblind\u00A0check.',
  notNoted: 'Este equipo no pudo anotar la fecha de esta comprobación.',
  knownWallet: 'Este equipo conoce esta billetera: su ID es el mismo que antes.',
  compareYourself:
    'Compara el ID de la billetera con el de tu hoja. Este programa solo puede preguntarte en una terminal, así que nada demuestra todavía que sea la billetera correcta.',
  differentNext: 'Ver las palabras: hostblind\u00A0reveal. Borrar el dispositivo: hostblind\u00A0wipe.',
  ids: { onDevice: 'dispositivo', inFile: 'archivo' },
  savedTo: (path) => `Archivo de respaldo guardado: ${path}`,
  checkLater: (path) =>
    `Lo cifró tu dispositivo, y este equipo no ha visto el código que lo abre. Mueve el archivo al lugar donde vayas a guardarlo, guarda el papel con el código en otro y después compruébalo: hostblind\u00A0check-file ${path}`,
  tryToSaveAgain: '¿Intentar guardarlo otra vez?',
  saveProblem: (path, problem) => `${path}: ${reason(problem)}.`,
  strangeFile: 'Lo que entregó el dispositivo no es un archivo de respaldo de su billetera.',
  openProblem: (path, problem) => ({
    when: `${path}: ${reason(problem)}.`,
    todo: {
      exists:
        'Indica otro archivo. Si ya no necesitas este, reemplázalo con --force: a partir de entonces, su código de respaldo no abre nada.',
      folder: 'Indica un archivo dentro de ella.',
      system: 'Indica otro archivo. No se le pidió nada a tu dispositivo.',
    }[problem.kind],
  }),
  unreadable: (path, code) => `${path}: no se puede leer el archivo (${code}).`,
};
