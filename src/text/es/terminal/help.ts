import { formatChoice } from '../../locale/format.ts';
import type { TerminalHelpMessages } from '../../types/terminal/help.ts';

export const terminalHelpInSpanish: TerminalHelpMessages = {
  title:
    'hostblind: haz la copia de seguridad de una billetera en un dispositivo. Sus palabras aparecen en él y nunca aquí.',
  usage: 'Uso:',
  usageLine: 'hostblind COMANDO [OPCIONES]',
  usageOf: (command) => `hostblind ${command} [OPCIONES]`,
  groups: {
    backup: 'Copia de seguridad, comprobación y restauración',
    copies: 'Copias adicionales',
    signing: 'Firmar',
    device: 'El dispositivo',
    looking: 'Consultas',
    makers: 'Para fabricantes',
  },
  options: 'Opciones',
  exitCodes: 'Códigos de salida',
  more: 'hostblind COMANDO --help explica cada comando. Aquí nunca se escribe nada secreto: las palabras, los PIN y los códigos se introducen en el dispositivo.',
  commands: {
    create: {
      summary: 'Crear una billetera y hacer su copia de seguridad',
      about: [
        'Crea una billetera en un dispositivo vacío y te guía por su copia de seguridad: elegir un PIN, anotar las palabras y confirmarlas todas. Todo ocurre en el dispositivo. Si hay una copia sin terminar, la reanuda.',
        'Mientras tanto, este equipo comprueba la aleatoriedad del dispositivo y recuerda el ID de la billetera.',
      ],
    },
    resume: {
      summary: 'Reanudar una copia de seguridad interrumpida',
      about: [
        'Retoma una copia de seguridad que se empezó y no se terminó. El dispositivo pregunta si quieres reanudarla o descartarla.',
      ],
    },
    check: {
      summary: 'Comprobar tu papel: introduces sus palabras en el dispositivo',
      about: [
        'Introduces en el dispositivo las palabras de tu papel. Te dice si coinciden con su billetera. En él no cambia nada.',
        'Una comprobación fallida se recuerda hasta que otra coincida: la muestran hostblind info y hostblind records, y también cualquier comando con esa billetera. Termina con 11 si las palabras no coinciden.',
      ],
    },
    restore: {
      summary: 'Restaurar una billetera con las palabras de tu papel',
      about: [
        'Introduces las palabras de tu papel en un dispositivo vacío, que crea la billetera con ellas. Después comparas el ID de la billetera con el de tu hoja.',
      ],
    },
    reveal: {
      summary: 'Volver a ver las palabras, en el dispositivo',
      about: [
        'El dispositivo muestra las palabras en su propia pantalla, tras pedir el PIN y un botón que se mantiene pulsado. Antes vienen dos preguntas sobre estafas, con sus respuestas.',
      ],
    },
    addresses: {
      summary: 'Ver las primeras direcciones de la billetera, en el dispositivo',
      about: [
        'Después del PIN, el dispositivo muestra su primera dirección de Ethereum y de Bitcoin en su propia pantalla. Compáralas con lo que muestra tu otra billetera. Nunca llegan a este equipo.',
      ],
    },
    identify: {
      summary: 'Ver qué direcciones abren las palabras de un papel',
      about: [
        'Introduces las palabras en un dispositivo vacío. Muestra su primera dirección de Ethereum y de Bitcoin en su propia pantalla y no guarda nada. Para un papel viejo que nadie se atreve a escribir en ningún sitio.',
      ],
    },
    'backup-file': {
      summary: 'Guardar una copia cifrada de la billetera en un archivo',
      about: [
        'El dispositivo cifra su billetera con un código de respaldo de 12 palabras, que muestra en su propia pantalla para que lo anotes. Este equipo recibe el archivo y nunca el código.',
        'El archivo se escribe entero o no se escribe, y solo tú puedes leerlo. Un archivo que ya existe solo se reemplaza con --force.',
      ],
    },
    'check-file': {
      summary: 'Comprobar que un archivo de respaldo está bien',
      about: [
        'Introduces el código de respaldo en el dispositivo. Te dice si el archivo contiene su billetera. No cambia nada.',
      ],
    },
    'restore-file': {
      summary: 'Restaurar una billetera con un archivo de respaldo',
      about: [
        'Introduces el código de respaldo en un dispositivo vacío. Antes comparas el ID de la billetera en el dispositivo con el del archivo.',
      ],
    },
    'seed-qr': {
      summary: 'Ver las palabras como cuadros, para copiarlos a mano',
      about: [
        'El dispositivo muestra la frase como SeedQR en su propia pantalla, bloque a bloque. Tú copias los cuadros a mano, para un dispositivo con cámara y sin red. Los cuadros son tus palabras: nunca les hagas fotos.',
      ],
    },
    'sign-message': {
      summary: 'Firmar un mensaje, con el número aleatorio de este equipo',
      about: [
        'Tu dispositivo muestra el mensaje completo y lo firma con una clave de Ethereum de su billetera cuando mantienes pulsado su botón. Este equipo pone en la firma un número aleatorio propio y comprueba que esté ahí. Así, un dispositivo deshonesto no puede esconder tus palabras en ella. A un dispositivo que no puede hacerlo no se le pide que firme.',
        'TEXTO se firma tal como está. Con - se lee de la entrada estándar, con su último salto de línea. Nunca pongas palabras de tu frase en un mensaje: un mensaje firmado es público.',
      ],
    },
    rename: {
      summary: 'Ponerle otro nombre al dispositivo',
      about: ['El dispositivo muestra el nombre y te pide que lo aceptes.'],
    },
    language: {
      summary: 'Cambiar el idioma del dispositivo',
      about: ['Su propia pantalla te lo pregunta dos veces: en el idioma actual y luego en el nuevo.'],
    },
    'change-pin': {
      summary: 'Cambiar el PIN del dispositivo, en el dispositivo',
      about: ['Introduces tu PIN en el dispositivo y después, dos veces, el nuevo.'],
    },
    wipe: {
      summary: 'Eliminar la billetera del dispositivo',
      about: [
        'Dice qué se pierde y te pregunta; después pregunta también el dispositivo, que solo elimina la billetera si mantienes pulsado su botón. Comprueba antes tu papel.',
      ],
    },
    list: { summary: 'Mostrar los dispositivos disponibles', about: [] },
    info: {
      summary: 'Mostrar qué es el dispositivo, qué demuestra y qué se sabe de él',
      about: [
        'Muestra el tipo de dispositivo y lo que demuestra, y lo que este equipo recuerda de él: su billetera, la última comprobación de su copia de seguridad y las comprobaciones de aleatoriedad que quedaron sin terminar. No se le pide nada al dispositivo y no se guarda nada.',
      ],
    },
    status: { summary: 'Mostrar qué está haciendo el dispositivo', about: [] },
    records: {
      summary: 'Mostrar lo que recuerda este equipo',
      about: [
        'Muestra tus dispositivos, tus billeteras, la última comprobación de cada una, las que fallaron o ya tocan, y lo que hiciste. Con --json imprime la lista tal como la guarda la página. No contiene palabras, ni PIN, ni claves.',
      ],
    },
    cancel: {
      summary: 'Pedir al dispositivo que pare lo que está haciendo',
      about: [],
    },
    conform: {
      summary: 'Probar si un dispositivo cumple el protocolo',
      about: ['Para fabricantes de dispositivos. Crea y elimina billeteras: usa un dispositivo vacío.'],
    },
  },
  argument: { file: 'ARCHIVO', name: 'NOMBRE', language: 'IDIOMA', message: 'TEXTO' },
  values: {
    words: 'NÚMERO',
    candidates: 'RANGO',
    account: 'NÚMERO',
    link: 'ENLACE',
    port: 'PUERTO',
    path: 'RUTA',
    records: 'ARCHIVO',
    roots: 'ARCHIVO',
    only: 'PARTE',
    press: 'COMANDO',
    report: 'ARCHIVO',
  },
  flags: ({ words, candidates, only }) => ({
    words: `cuántas palabras: ${formatChoice(words.map(String))} (por defecto, 24)`,
    candidates: `abrir de 1 a este número de candidatos en la comprobación de aleatoriedad: ${formatChoice(candidates.map(String))} (por defecto, 8)`,
    dice: 'tirar dados en el dispositivo',
    force: 'reemplazar el archivo si ya existe',
    yes: 'confirmar ya, donde no se te puede preguntar',
    'forget-wallet': 'sabes por qué el dispositivo tiene otra billetera o ninguna: olvidar la anterior',
    account: 'la cuenta cuya clave firma; 0 es la primera (por defecto, 0)',
    link: 'usb (por defecto), process o tcp: el puerto wire o el puerto APDU de un simulador',
    port: 'el puerto del simulador (por defecto, 9997 con process y 9999 con tcp)',
    path: 'el dispositivo USB que se usa, tal como lo muestra list (por defecto, el primero)',
    records:
      'el archivo con lo que recuerda este equipo (por defecto, $XDG_STATE_HOME/hostblind/records.json)',
    'no-records': 'no recordar nada',
    roots: 'un archivo con más raíces de fabricantes en las que confiar (docs/makers.md)',
    only: `solo esta parte: ${only.join(', ')}; se puede repetir`,
    press: 'un comando que maneja el dispositivo en tu lugar (docs/conformance.md)',
    report: 'escribir ahí el informe: como JSON si termina en .json, como texto si no',
    long: 'ejecutar también lo que requiere minutos de espera',
    json: 'una línea de JSON por cada evento',
    version: 'mostrar la versión',
    help: 'mostrar esta ayuda',
  }),
  names: (names) => `Su nombre es uno de estos: ${names.join(', ')}.`,
  languages: (languages) => `Los idiomas: ${languages.join(', ')}.`,
};
