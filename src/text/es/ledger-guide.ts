import type { LedgerWay } from '../../devices/ledger/ledger-state.ts';
import { ledgerInputs, type LedgerInput } from '../../protocol/ledger/models.ts';
import { ledgerOperations, type LedgerOperation } from '../../protocol/ledger/operation.ts';
import type {
  LedgerGuide,
  LedgerOperationTexts,
  LedgerSentences,
  Onboarding,
} from '../types/ledger-guide.ts';

const operations: Readonly<Record<LedgerOperation, LedgerOperationTexts>> = {
  'turn-pages': {
    buttons: { left: 'Atrás', right: 'Siguiente' },
    touch: 'Toca para continuar',
  },
  'pick-option': {
    buttons: { left: 'Anterior', right: 'Siguiente', both: 'Elegir' },
    touch: 'Toca tu elección',
  },
  'enter-digits': {
    buttons: { left: 'Bajar', right: 'Subir', both: 'Introducir' },
    touch: 'Toca las cifras',
  },
  'enter-letters': {
    buttons: { left: 'Anterior', right: 'Siguiente', both: 'Introducir' },
    touch: 'Escribe en la pantalla del dispositivo',
  },
};

const welcome = {
  title: 'Empieza en el dispositivo',
  buttons:
    'Pulsa el botón derecho para leer sus páginas hasta que te ofrezca configurarlo. Ten a mano papel y bolígrafo, y asegúrate de que nadie te vea.',
  touch:
    'Pasa sus páginas tocando la pantalla hasta que te ofrezca configurarlo. Ten a mano papel y bolígrafo, y asegúrate de que nadie te vea.',
};

function at(
  position: number,
  total: number | undefined,
  some: string,
  each: (place: string) => string,
): string {
  return position === 0 || total === undefined ? some : each(`${position} de ${total}`);
}

function titleAndExplain(
  { screen, position, wordCount }: Onboarding,
  input: LedgerInput,
  way: LedgerWay,
): {
  title: string;
  explain: string;
} {
  const buttons = input === 'buttons';
  switch (screen) {
    case 'welcome-1':
    case 'welcome-2':
    case 'welcome-3':
    case 'welcome-4':
    case 'welcome-reminder':
      return { title: welcome.title, explain: buttons ? welcome.buttons : welcome.touch };
    case 'early-check':
      return {
        title: 'Comprobar ahora o después',
        explain:
          'El dispositivo ofrece que lo compruebe la aplicación de Ledger. Para eso hace falta el servidor de Ledger, así que esta página no puede hacerlo. Sáltatelo en el dispositivo y hazlo después, o hazlo antes en la aplicación de Ledger.',
      };
    case 'choose-name':
      return {
        title: 'Ponle nombre al dispositivo',
        explain: 'Sirve cualquiera. Elígelo en el dispositivo, o deja el que te propone.',
      };
    case 'set-up-choice':
      return {
        title: '¿Nuevo o restaurar?',
        explain: buttons
          ? 'Pulsa izquierda o derecha para buscar una opción y los dos botones para elegirla. Configúralo como nuevo para recibir palabras nuevas, o restaura para introducir las que ya tienes en papel.'
          : 'Toca una opción. Configúralo como nuevo para recibir palabras nuevas, o restaura para introducir las que ya tienes en papel.',
      };
    case 'restore-choice':
      return {
        title: '¿Cómo vas a restaurar?',
        explain: 'Elige en el dispositivo. Para restaurar con tu papel, elige cuántas palabras tiene.',
      };
    case 'pin':
      return {
        title: 'Elige un PIN',
        explain: buttons
          ? 'De 4 a 8 cifras. Pulsa izquierda o derecha para cambiar una cifra y los dos botones para introducirla. Después repite el mismo PIN. Nunca lo escribas en un equipo.'
          : 'Toca de 4 a 8 cifras en el dispositivo y después repite el mismo PIN. Nunca lo escribas en un equipo.',
      };
    case 'new-words':
      return {
        title: at(position, wordCount, 'Anota las palabras', (place) => `Palabra ${place}`),
        explain: buttons
          ? 'Anota la palabra que muestra el dispositivo, con su número. Pulsa izquierda para volver atrás.'
          : 'Anota todas las palabras que muestra el dispositivo, con su número. En él puedes volver atrás.',
      };
    case 'confirm-words':
      return {
        title: at(position, wordCount, 'Confirma las palabras', (place) => `Confirma la palabra ${place}`),
        explain: buttons
          ? 'El dispositivo pide una palabra. Búscala en tu papel, pulsa izquierda o derecha hasta que aparezca y después pulsa los dos botones.'
          : 'El dispositivo pide una palabra. Búscala en tu papel y tócala en el dispositivo.',
      };
    case 'restore-words':
      return {
        title: at(position, wordCount, 'Introduce las palabras', (place) => `Introduce la palabra ${place}`),
        explain: buttons
          ? 'Introdúcela en el dispositivo letra por letra: izquierda y derecha para cambiar, los dos botones para introducir. Nunca escribas una palabra en un equipo.'
          : 'Introdúcela en la pantalla del propio dispositivo. Nunca escribas una palabra en un equipo.',
      };
    case 'restore-by-recover':
      return {
        title: 'Ledger Recover',
        explain:
          'El dispositivo restaura con la suscripción de Ledger, y la aplicación de Ledger te guía. Para usar tu papel, elige otra forma en el dispositivo.',
      };
    case 'restore-by-key':
      return {
        title: 'Recovery Key',
        explain: 'Sigue al dispositivo: restaura con la tarjeta que le acercas.',
      };
    case 'safety-warnings':
      return {
        title: 'Lee sus consejos de seguridad',
        explain:
          way === 'new'
            ? 'Tus palabras solo están en tu papel. Lee las últimas páginas del dispositivo y confirma en él.'
            : 'Lee las últimas páginas del dispositivo y confirma en él.',
      };
    case 'ready':
      return {
        title: 'Ya casi está',
        explain: 'El dispositivo dice que está listo. Termina en él.',
      };
  }
}

function sentences(reading: Onboarding, way: LedgerWay): LedgerSentences {
  const input = ledgerInputs[reading.device.model];
  const operation = operations[ledgerOperations[reading.screen]];
  const words = titleAndExplain(reading, input, way);
  return input === 'buttons' ? { ...words, ...operation.buttons } : { ...words, touch: operation.touch };
}

export const ledgerGuideInSpanish: LedgerGuide = { sentences };
