import type { HelpMessages } from '../../types/about/help.ts';

export const helpInSpanish: HelpMessages = {
  title: 'Ayuda e información',
  lead: 'Hostblind te guía para hacer y comprobar la copia de seguridad de una billetera, y para recuperarla. Sus palabras solo las conocen tu dispositivo y tu papel.',
  can: {
    title: 'Qué puedes hacer aquí',
    points: [
      'Crear una billetera: tu dispositivo genera las palabras, tú las anotas y confirmas cada una.',
      'Recuperar una a partir de sus palabras o de un archivo de respaldo.',
      'Comprobar una copia de seguridad cuando quieras y apuntar en tu calendario la fecha de la próxima comprobación.',
      'Hacer copias adicionales: un SeedQR en papel, o un archivo cifrado con su código en papel. Puedes imprimir plantillas en blanco para todas.',
      'Volver a ver las palabras en el dispositivo, cambiar su PIN, darle otro nombre o borrarlo.',
      'Usar tu billetera con programas de billetera, si tu dispositivo tiene apps: lo que preguntan se lee y se responde en el dispositivo.',
      'Probar todo eso con el simulador, pero nunca con dinero real.',
    ],
  },
  safe: {
    title: 'Con qué puedes contar',
    points: [
      'Ninguna palabra llega a este equipo: el dispositivo no tiene ningún comando que envíe o reciba una.',
      'El dispositivo solo muestra las palabras después de que mantengas pulsado su botón 1,5 segundos, según su propio reloj. Ningún equipo puede pulsarlo por ti.',
      'Tu PIN y tus palabras se introducen en el dispositivo. Esta aplicación nunca los pide: su único campo de texto es para un mensaje que firmar y rechaza las frases de recuperación.',
      'Una billetera nueva no da ninguna dirección antes de que confirmes cada palabra.',
      'Desconecta, recarga o cancela en cualquier paso: tu dispositivo sigue donde estaba, o todavía no tiene nada.',
      'Esta página habla con tu dispositivo y con nadie más. Cuando también funciona sin conexión, lo indica al pie.',
    ],
  },
  cannot: {
    title: 'De qué no puede protegerte Hostblind',
    points: [
      'De alguien que vea tu papel o la pantalla del dispositivo, o de una cámara que los vea.',
      'De escribir tus palabras en un equipo o un teléfono porque una pantalla te lo pida.',
      'De un dispositivo que muestre las palabras de otra billetera. Se descubre al restaurar con tu papel en el dispositivo de otro fabricante.',
      'De alguien que desmonte el dispositivo. El archivo del simulador es tan seguro como tu cuenta en este equipo.',
      'De perder a la vez el dispositivo y el papel. Nadie puede recuperar las palabras.',
      'Hostblind no lleva cuentas ni hace pagos. Para eso, usa tu dispositivo con una aplicación de billetera.',
    ],
  },
  devices: {
    title: 'Dispositivos',
    rows: () => [
      {
        name: 'Protocolo de Hostblind',
        can: 'Todo lo de esta página: el simulador y cualquier dispositivo que hable el protocolo.',
      },
      {
        name: 'Ledger Nano X, Nano S Plus, Stax, Flex, Nano Gen5',
        can: 'Hostblind te guía por su propia configuración y su propia restauración. Probado con un Ledger simulado y con el software de Ledger, no con un dispositivo físico.',
      },
      { name: 'Ledger Nano S', can: 'No es posible: no informa de en qué pantalla está.' },
    ],
    browsers:
      'Los dispositivos USB necesitan Chrome, Edge u otro navegador Chromium. El simulador también funciona en Firefox y WebKit.',
  },
  trouble: {
    title: 'Si algo no funciona',
    points: [
      'El dispositivo no responde: desbloquéalo, cierra otras pestañas y programas que lo usen y vuelve a conectarlo.',
      'La lista del navegador está vacía: prueba con otro cable. Muchos solo cargan.',
      'En Linux, el sistema puede necesitar una regla para dispositivos USB. Esta página la muestra cuando falta.',
      'No sabes por dónde ibas: conecta el dispositivo. Él lo recuerda.',
    ],
  },
  versions: {
    title: 'Versión',
    app: 'Aplicación',
    protocol: 'Protocolo',
    verify:
      'El mismo código fuente da los mismos archivos, byte a byte. Para comprobar lo que sirve un sitio, compila la aplicación y compara cada archivo con el tuyo:',
    commands: () => ['npm ci && npm run build', 'npm run verify -- https://…'],
    verified:
      'Una página no puede responder por sí misma: compruébalo desde fuera, y antes de confiar en ella.',
  },
  source: {
    title: 'Documentos y licencia',
    body: 'Los documentos vienen con el código fuente, en docs/: threat-model.md dice qué se protege y de quién, proof.md nombra la prueba de cada afirmación, protocol.md contiene todos los comandos.',
    licence: 'Hostblind es software libre bajo la licencia MIT.',
  },
  licences: {
    title: 'Software de terceros',
    body: 'Esta aplicación contiene partes de estos proyectos, con sus propias licencias:',
    none: 'Un servidor de desarrollo no las reúne. La aplicación compilada las muestra aquí.',
    entry: (name, version, licence) => `${name} ${version}, ${licence}`,
  },
};
