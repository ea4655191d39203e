import { plural } from '../../locale/format.ts';
import type { ConformanceMessages } from '../../types/conformance/kit.ts';

export const conformanceInSpanish: ConformanceMessages = {
  parts: {
    static: 'Lo que se rechaza en cualquier estado',
    attestation: 'Lo que demuestra el dispositivo',
    entropy: 'La comprobación de aleatoriedad',
    guided: 'Cada etapa de cada operación',
    interruptions: 'Cancelado y desconectado en cada etapa',
    timing: 'Tiempo',
    twins: 'Dos billeteras, un mismo guion',
    status: 'El estado',
    'out-of-reach': 'Lo que un host no puede ver',
  },
  rules: {
    'app-name': 'El nombre de la app tiene su formato y contiene un nombre.',
    info: 'La información tiene su estructura, la versión 3, un ID de dispositivo generado al azar y un byte reservado a 0.',
    'info-constant': 'La información es la misma en todos los estados.',
    'foreign-class': 'A otra clase se responde 6E00, en un mensaje de cualquier longitud.',
    form: 'A un mensaje que no es un comando se responde 6700.',
    'unknown-instruction':
      'A una instrucción desconocida se responde 6D00, antes que a sus parámetros y datos.',
    parameters: 'A un P1 o P2 distinto de cero se responde 6B00, antes que a la longitud y los datos.',
    length: 'A datos de otra longitud se responde 6700.',
    data: 'A un valor que un comando nunca acepta se responde 6A80.',
    'short-form': 'Cuatro bytes se toman por un comando sin datos.',
    'named-commands': 'Se conocen todos los comandos que indican las capacidades.',
    'absent-commands': 'A todos los comandos que no indican se responde 6D00.',
    'refusals-change-nothing': 'Un mensaje rechazado no cambia nada.',
    'status-layout': 'Todo estado tiene su estructura.',
    'status-codes': 'Todos sus códigos son conocidos, y la etapa corresponde a la operación.',
    'status-position': 'La posición y el total se dan en la etapa words y son 0 en las demás.',
    'status-waits-for-pin': 'El byte 2 dice si una billetera espera su PIN.',
    'status-outcome': 'El resultado se da cuando termina una operación, es el correcto y se mantiene.',
    'status-number': 'El número aumenta en uno con cada operación que empieza.',
    'status-tries': 'Los intentos de PIN restantes son los que quedan de verdad.',
    'status-word-count': 'El número de palabras es 0 si no hay billetera, y solo entonces.',
    stages: 'Cada operación pasa por sus etapas solo con las pulsaciones de una persona.',
    answers: 'A cada comando se responde, en cada estado, como dice el protocolo.',
    steady: 'El estado no cambia mientras nadie pulsa nada.',
    'wallet-withheld':
      'El ID de la billetera y el archivo de respaldo se entregan cuando la persona los autoriza, y no antes.',
    'wallet-stays':
      'El ID de la billetera es el mismo mientras exista la billetera, también tras un corte de corriente.',
    languages: 'El dispositivo puede hablar inglés y dice qué idioma habla.',
    'language-kept': 'El dispositivo habla el idioma que la persona aceptó.',
    'name-kept': 'El dispositivo tiene el nombre que la persona aceptó.',
    'file-names-wallet': 'El archivo de respaldo tiene su estructura e indica la billetera.',
    'other-link': 'Otra conexión se rechaza mientras la operación no sea suya.',
    'left-alone': 'Tras tres peticiones retiradas, se deja en paz al dispositivo 30 segundos.',
    'check-order': 'A un paso de la comprobación de aleatoriedad fuera de su turno se responde 6986.',
    'check-goes-on': 'La comprobación sigue hasta que el host se queda con un candidato.',
    'candidate-number': 'Los candidatos se numeran desde 1.',
    commitment: 'La parte del dispositivo es aquella con la que se comprometió.',
    'commitment-fresh': 'Cada candidato tiene su propio compromiso.',
    'device-part': 'La parte del dispositivo no es constante y es distinta para cada candidato.',
    'candidate-wallet': 'El ID de billetera de un candidato sale de ambas partes.',
    'host-part': 'A una parte del host que es constante o ya se usó se responde 6A80.',
    'named-candidate': 'A abrir o quedarse un candidato con otro ID de billetera se responde 6A80.',
    'candidate-cap': 'Se pueden abrir sesenta y cuatro candidatos, y ni uno más.',
    keep: 'El candidato elegido lleva al PIN.',
    'kept-wallet': 'La billetera es el candidato elegido.',
    'host-silence': 'Dos minutos de silencio terminan la comprobación como cancelada.',
    certificate: 'El certificado tiene su estructura, no cambia y es el del dispositivo.',
    issuer: 'El certificado está firmado por su emisor y demuestra lo que dice.',
    challenge: 'Cada desafío nuevo se firma con la clave del certificado.',
    'signed-status': 'El estado que se firma es el estado real.',
    'signed-wallet': 'El ID de billetera que se firma es el que da el comando de la billetera, o ninguno.',
    'cancel-said':
      'Una cancelación se dice en el dispositivo, y no se acepta nada más hasta que la persona sale de esa pantalla.',
    'cancel-result': 'Una cancelación deja lo que dice la tabla de interrupciones.',
    'unplug-result': 'Un corte de corriente deja lo que dice la tabla de interrupciones.',
    'answer-limit': 'Toda respuesta llega en 5 segundos como máximo.',
    'answer-budget': 'La respuesta habitual a cada comando llega dentro de su plazo.',
    computing:
      'Un dispositivo que calcula lo dice, salvo al pedirle nombre de la app, información y estado, y tiene su respuesta en un minuto.',
    'answer-grid': 'Las respuestas de un dispositivo ocupado salen en intervalos fijos de 10 ms.',
    'answer-beat': 'Las respuestas de un dispositivo ocupado tardan al menos un intervalo.',
    'same-transcript': 'Dos billeteras dan la misma transcripción, salvo en las salidas declaradas.',
    'same-times': 'Con dos billeteras se responde en el mismo tiempo.',
    'words-on-glass-only':
      'Ninguna palabra, índice ni entropía de una billetera pasa por el cable, en ninguna codificación.',
    'first-second': 'Una pantalla que abre un host no acepta ninguna pulsación durante su primer segundo.',
    'hold-time': 'Para ver las palabras hay que mantener pulsado un botón 1,5 s sin interrupción.',
    'whole-after-faults':
      'Lo almacenado queda entero tras un corte, o dos fallos, en mitad de una escritura.',
    'try-written-first': 'Un intento de PIN se anota antes de compararlo.',
    'random-source': 'La fuente de azar se prueba, y si falla, el dispositivo se detiene.',
    erased: 'La frase, la entropía, el PIN y las claves se sobrescriben al terminar una operación.',
    'mark-on-glass': 'Un simulador dice en cada imagen que lo es.',
  },
  verdicts: { holds: 'se cumple', broken: 'INCUMPLIDA', 'not-tried': 'no probada' },
  reasons: {
    'out-of-reach': 'ningún host puede verlo: toca a las pruebas del fabricante',
    'not-asked': 'quedó fuera de esta prueba',
    'needs-person': 'no había nadie ante el dispositivo',
    'needs-press': 'requiere un comando de pulsación',
    'needs-long': 'requiere minutos de espera: --long',
    absent: 'el dispositivo dice que no lo tiene',
    'not-applicable': 'no había nada de este tipo que probar',
    'has-wallet': 'el dispositivo ya tenía una billetera al empezar',
    'one-link': 'la conexión admite un solo host',
    'unknown-issuer': 'este programa no conoce al emisor: --roots',
    'not-reached': 'el dispositivo no llegó al punto donde se prueba',
  },
  prompts: {
    agree: 'Di que sí a lo que pregunta el dispositivo.',
    decline: 'Di que no a lo que pregunta el dispositivo.',
    next: 'Pasa a la pantalla siguiente.',
    back: 'Vuelve atrás o para: el botón que sale de esta pantalla.',
    hold: 'Mantén pulsado el botón hasta que se llene la barra.',
    'write-down': 'Anota todas las palabras de la pantalla en una sola hoja, y pasa de la última.',
    confirm: 'Elige confirmar las palabras.',
    'confirm-words': 'Confirma cada palabra con la última hoja que escribiste.',
    'roll-dice': 'Tira los dados, introduce cada tirada y sigue cuando estén todas.',
    'choose-letters': 'Elige introducir las palabras por letras.',
    'choose-standard': 'Elige el formato Standard.',
    'enter-words': 'Introduce las palabras de tu última hoja completa con las palabras de una billetera.',
    'enter-other-words': 'Introduce las mismas palabras, pero con otra en primer lugar.',
    'enter-code': 'Introduce las palabras de tu última hoja completa con un código de respaldo.',
    'enter-other-code': 'Introduce las mismas palabras del código, pero con otra en primer lugar.',
    'copy-squares': 'Pasa por todos los cuadros hasta el último, y sigue adelante.',
    'read-addresses': 'Pasa por las direcciones hasta la última, y sigue adelante.',
    'power-off': 'Apaga el dispositivo: desconéctalo.',
    'power-on': 'Vuelve a encenderlo.',
  },
  enterPin: (pin) => `Introduce las cifras ${pin} y OK.`,
  readTo: (position) =>
    `Anota las palabras hasta la número ${position}, en una hoja nueva si está la primera, y quédate ahí.`,
  warning: [
    'Esto crea billeteras en el dispositivo y las elimina. No uses ninguna para guardar dinero.',
    'Haz lo que dice cada línea y nada más: al dispositivo se le juzga por lo que haces.',
  ],
  journey: (name) => `- ${name}`,
  brokenSoFar: (rule) => `  INCUMPLIDA: ${rule}`,
  report: {
    title: 'Informe de conformidad de Hostblind',
    device(claims) {
      if (claims === undefined)
        return 'El dispositivo no dio información que se pueda leer; no se probó nada más.';
      const { maker, product, kind } = claims;
      const kinds = {
        maker: 'dispositivo de fabricante',
        simulator: 'simulador',
        'self-built': 'dispositivo de montaje propio',
      };
      const named = maker === undefined ? '' : `“${product ?? ''}” de “${maker}”, `;
      return `Dispositivo  ${named}${kinds[kind]}, según él`;
    },
    firmware: (firmware, protocol) => `Firmware     ${firmware}, protocolo ${protocol}`,
    can: (capabilities) => `Puede        ${capabilities.join(', ')}`,
    facts: ({ date, kit, link }) => `Prueba       ${date}, hostblind ${kit}, --link ${link}`,
    ledBy: {
      command: 'A cargo de   un comando de pulsación',
      person: 'A cargo de   una persona',
      nobody: 'A cargo de   nadie',
    },
    summary: ({ holds, broken, untried }) =>
      `${plural(holds, { one: 'Una regla se cumple', other: `${holds} reglas se cumplen` })}, ${broken === 0 ? 'ninguna se incumple' : plural(broken, { one: 'una se INCUMPLE', other: `${broken} se INCUMPLEN` })} y ${plural(untried, { one: 'una no se probó', other: `${untried} no se probaron` })}.`,
    checks: (count) => plural(count, { one: 'una comprobación', other: `${count} comprobaciones` }),
    failed: (failed, checks) =>
      plural(checks, {
        one: `${failed} de una comprobación`,
        other: `${failed} de ${checks} comprobaciones`,
      }),
    failure: ({ where, sent, came, expected }) =>
      `${where === '' ? '' : `en ${where}: `}${sent === '' ? '' : `${sent} → `}${came}; se esperaba ${expected}`,
    more: (count) => plural(count, { one: 'y una más', other: `y ${count} más` }),
    medians: (medians) =>
      `Medianas de las respuestas, en ms: ${medians.map(([command, milliseconds]) => `${command} ${milliseconds}`).join(', ')}`,
    grid: (fit) =>
      `Ajuste de las respuestas al intervalo de 10 ms con el dispositivo ocupado: ${String(fit).replace('.', ',')} (1 es exacto; menos de 0,4, ninguno)`,
    worth: [
      'Un informe es lo que una prueba ha visto de un dispositivo. No dice nada de lo que un host no puede',
      'ver, y cualquiera puede escribir uno: haz la prueba antes de fiarte del informe de un fabricante.',
    ],
  },
  written: (file) => `Informe escrito en ${file}.`,
  pressFailed: (meaning, code) =>
    code === null
      ? `El comando de pulsación terminó por una señal en “${meaning}”.`
      : `El comando de pulsación terminó con ${code} en “${meaning}”.`,
  noPerson:
    'No hay nadie en esta terminal: se omiten las partes que necesitan a alguien ante el dispositivo. Usa --press.',
};
