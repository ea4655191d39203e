import type { QuizMessages } from '../types/quiz.ts';

export const quizInGerman: QuizMessages = {
  start: {
    title: 'Bevor du deine Wörter siehst',
    body: [
      'Wer deine Wieder\u00ADherstellungs\u00ADphrase sieht, kann alles aus der Wallet nehmen. Zwei kurze Fragen helfen dir, sie zu schützen.',
      'Sie sind nur zur Übung: Eine falsche Antwort schadet nicht, und du kannst es noch einmal versuchen. Deine Wörter schützt das Gerät, mit PIN und gehaltener Taste.',
    ],
    next: 'Los geht’s',
  },
  position: (index, total) => `Frage ${index} von ${total}`,
  questions: [
    {
      title: 'Du hast dein Gerät und dein Blatt verloren. Wer kann deine Wallet zurückholen?',
      right: 'Niemand',
      wrong: 'Der Hersteller des Geräts oder diese App',
      afterRight: {
        title: 'Richtig: niemand',
        body: [
          'Deine Wörter sind auf deinem Gerät und deinem Blatt, und sonst nirgends. Deshalb ist das Blatt so wichtig.',
        ],
      },
      afterWrong: {
        title: 'Nicht ganz',
        body: [
          'Weder der Hersteller noch diese App hat je deine Wörter. Also können sie dir auch nichts zurückgeben. Überlege, was das für dein Blatt heißt.',
        ],
      },
      more: {
        title: 'Mehr dazu: Warum gibt es keine Kopie?',
        body: [
          'Eine Kopie, die jemand für dich aufbewahrt, kann verloren gehen, verkauft oder beschlagnahmt werden. Die einzige hast du: Genau das heißt Selbstverwahrung.',
          'Schütze dein Blatt deshalb vor Feuer, Wasser und Besuchern. Eine zweite Kopie an einem anderen Ort hilft dir, wenn du die erste verlierst.',
        ],
      },
    },
    {
      title: 'Jemand vom Support braucht ein paar deiner Wörter, um ein Problem zu lösen. Was tust du?',
      right: 'Ich verrate nichts und lege auf',
      wrong: 'Ich verrate ein paar, damit man mir hilft',
      afterRight: {
        title: 'Richtig: Das ist Betrug',
        body: [
          'Niemand braucht deine Wörter, um dir zu helfen, auch nicht ein einziges. Wer danach fragt, will dein Geld, so freundlich er auch ist.',
        ],
      },
      afterWrong: {
        title: 'Genau so werden Menschen bestohlen',
        body: [
          'Kein Support, keine Website und kein Programm braucht je deine Wörter, und mit jedem, das du verrätst, sind die übrigen leichter zu erraten. Schau dir die Frage noch einmal an.',
        ],
      },
      more: {
        title: 'Mehr dazu: Woran du Betrug erkennst',
        body: [
          'Es kann ein Anruf sein, eine E-Mail, ein Brief mit einem neuen Gerät oder eine Seite, die aussieht wie diese. Es eilt immer, und am Ende stehen deine Wörter in einem Formular, auf einem Foto oder in einem Chat.',
          'Deine Wörter gehören nur an einen Ort: in ein Gerät mit eigenem Bildschirm und eigenen Tasten. Diese App fragt nie danach.',
        ],
      },
    },
  ],
  next: 'Weiter',
  again: 'Erneut antworten',
  done: {
    title: 'Schau jetzt auf dein Gerät',
    body: [
      'Sorge dafür, dass du allein bist und keine Kamera das Gerät sieht.',
      'Es bittet dich um Bestätigung, dann um deine PIN, und dann hältst du seine rechte Taste gedrückt. Danach zeigt es deine Wörter nacheinander.',
    ],
    ask: 'Auf dem Gerät anzeigen',
  },
};
