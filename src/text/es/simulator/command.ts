import { formatChoice } from '../../locale/format.ts';
import type { SimulatorMessages } from '../../types/simulator/command.ts';

export const simulatorInSpanish: SimulatorMessages = {
  help: ({
    models,
    kinds,
    personaModels,
    personaModes,
    ports,
  }) => `firmware-sim: un dispositivo Hostblind simulado. Solo palabras de prueba, nunca una billetera de verdad.

  --model MODELO       ${formatChoice(models)} (por defecto, ${models[0]}): sus ID de USB, para las herramientas de Ledger
  --kind TIPO          ${formatChoice(kinds)} (por defecto, simulator): quién dice que lo hizo
  --maker, --product   los nombres de ambos en su certificado, con --kind self-built o maker
  --issuer-key ARCHIVO la clave del fabricante (64 cifras hexadecimales), con --kind maker; véase docs/makers.md
  --persona ledger     hace de Ledger de serie (docs/devices.md); tiene opciones propias:
                       --model ${personaModels.join(', ')}; --firmware VERSIÓN;
                       --mode ${personaModes.join(', ')}; --deriving-ms N
  --storage ARCHIVO    guarda el almacenamiento en ARCHIVO; sin él, al reiniciar se olvida todo
  --api-port PUERTO    el banco de pruebas: pantalla, botones y APDU por HTTP (por defecto, ${ports.api})
  --apdu-port PUERTO   APDU por TCP (por defecto, ${ports.apdu})
  --wire-port PUERTO   APDU por WebSocket, para páginas web (por defecto, ${ports.wire})
  --device-window      sirve una página que muestra el dispositivo, e imprime su dirección secreta
  --allow-origin URL   deja que esta página use wire, además de la aplicación de este equipo; se puede repetir
  --wire-clients N     cuántos pueden usar wire a la vez, de 1 a 16 (por defecto, 1)
  --usb                es un dispositivo USB para este equipo, por USB/IP; véase docs/plug-in.md
  --usb-port PUERTO    USB/IP por TCP (por defecto, ${ports.usb})
  --usb-id VID:PID     ID de USB en hexadecimal (por defecto, los de Ledger, para sus herramientas)
  --attach             lo conecta a este equipo al momento (Linux, como root)
  --malicious NOMBRE   para pruebas: un dispositivo que hace trampas y lo dice; nombres en docs/threat-model.md
  --json               imprime las direcciones en una línea de JSON
  --version, --help

El puerto 0 elige cualquiera que esté libre. Todos están abiertos solo para este equipo. Se describen en docs/bench.md.
`,
  usage: {
    choose: (flag, given, choices) => `${flag} ${given}: elige entre ${formatChoice(choices)}.`,
    port: (flag, given) =>
      `${flag} ${given}: un puerto es un número del 0 al 65535. Con 0 se elige cualquiera que esté libre.`,
    origin: (flag, given) => `${flag} ${given}: indica una dirección como https://wallet.example, sin ruta.`,
    count: (flag, given, least, most) => `${flag} ${given}: indica un número del ${least} al ${most}.`,
    milliseconds: (flag, given, most) => `${flag} ${given}: indica milisegundos, de 0 a ${most}.`,
    usbIds: (flag, given) => `${flag} ${given}: indica dos números hexadecimales, como 2c97:5000.`,
    version: (flag, given) => `${flag} ${given}: indica una versión, como 2.2.3.`,
    fileNeeded: (flag) => `${flag}: indica un archivo.`,
    onlyWith: (flag, other) => `${flag}: úsalo con ${other}.`,
    notWith: (flag, other) => `${flag}: no lo uses con ${other}.`,
    onePersona: (given) => `--persona ${given}: la única que hay es ledger.`,
    makeName: (flag, given) =>
      `${flag} ${given}: indica de 1 a 20 caracteres sencillos que empiecen por una letra o una cifra.`,
    unreadable: (flag, path, code) => `${flag} ${path}: no se puede leer el archivo (${code}).`,
    notAKey: (flag, path) =>
      `${flag} ${path}: el archivo debe tener una clave privada P-256, en 64 cifras hexadecimales.`,
    unknownFlag: (flag) => `${flag}: esta opción no existe.`,
    noArguments: (given) => `${given}: todo se indica con opciones, que empiezan por --.`,
    valueNeeded: (flag) =>
      `${flag}: necesita un valor. Si empieza por un guion, escríbelo así: ${flag}=VALOR.`,
    noValue: (flag) => `${flag}: no lleva ningún valor.`,
  },
  usualMake: { maker: 'Marca propia', product: 'Aparato de prueba' },
  seeHelp: 'Consulta firmware-sim --help.',
  cheats: (name) =>
    `ESTE DISPOSITIVO HACE TRAMPAS (${name}). Es solo para pruebas. Nunca uses una billetera creada con él.`,
  poses: (kind) =>
    `este dispositivo dice que es de ${kind === 'maker' ? 'un fabricante' : 'montaje propio'}, para probar un host con él. Sigue siendo un simulador. Nunca uses una billetera creada con él.`,
  portInUse: (port, flag) =>
    `el puerto ${port} está en uso. Detén el programa que lo usa o elige otro con ${flag} (con 0, cualquiera libre).`,
  portRefused: (port, code, flag) => `el puerto ${port} no se puede abrir (${code}). Elige otro con ${flag}.`,
  outputLost: (code) =>
    `no se puede escribir la salida: ${code === 'ENOSPC' ? 'el disco está lleno' : code}.`,
  unknownFault: 'fallo desconocido',
};
