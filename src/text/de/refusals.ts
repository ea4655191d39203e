import type { RefusalMessages } from '../types/refusals.ts';

export const refusalsInGerman: RefusalMessages = {
  framed: {
    title: 'Öffne Hostblind in einem eigenen Tab',
    text: 'Eine andere Seite hat Hostblind in sich eingebettet. Sie könnte verdecken, was du hier siehst, oder deine Klicks abfangen. Deshalb läuft Hostblind darin nicht. Gib die Adresse von Hostblind in einen neuen Tab ein.',
  },
  'foreign-worker': {
    title: 'Ein anderes Programm hatte die Kontrolle über diese Seite',
    text: 'Eine andere Website oder ein anderes Programm unter dieser Adresse hat einen Service Worker zurückgelassen. Er könnte alles auf dieser Seite verändern, deshalb läuft Hostblind nicht mit ihm. Er wird gerade entfernt: Schließe diesen Tab und öffne Hostblind noch einmal. Wenn du das hier wieder siehst, benutze Hostblind nicht unter dieser Adresse.',
  },
};
