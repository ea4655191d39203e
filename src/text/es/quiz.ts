import type { QuizMessages } from '../types/quiz.ts';

export const quizInSpanish: QuizMessages = {
  start: {
    title: 'Antes de ver tus palabras',
    body: [
      'Quien ve tu frase de recuperación puede llevarse todo lo que hay en la billetera. Dos preguntas breves te ayudan a protegerla.',
      'Son solo para practicar: si fallas no pasa nada, y puedes volver a intentarlo. Quien protege tus palabras es tu dispositivo, con su PIN y un botón que hay que mantener pulsado.',
    ],
    next: 'Empezar',
  },
  position: (index, total) => `Pregunta ${index} de ${total}`,
  questions: [
    {
      title: 'Perdiste tu dispositivo y tu papel. ¿Quién puede devolverte la billetera?',
      right: 'Nadie',
      wrong: 'El fabricante del dispositivo o esta aplicación',
      afterRight: {
        title: 'Exacto: nadie',
        body: [
          'Tus palabras están en tu dispositivo y en tu papel, y en ningún otro sitio. Por eso el papel es tan importante.',
        ],
      },
      afterWrong: {
        title: 'No exactamente',
        body: [
          'Ni el fabricante ni esta aplicación tienen nunca tus palabras, así que no hay nada que puedan devolverte. Piensa qué significa eso para tu papel.',
        ],
      },
      more: {
        title: 'Más información: ¿por qué no hay otra copia?',
        body: [
          'Una copia que alguien guarda por ti se puede perder, vender o embargar. La única la tienes tú: eso es la autocustodia.',
          'Así que guarda tu papel a salvo del fuego, del agua y de las visitas. Una segunda copia en otro lugar te protege si pierdes la primera.',
        ],
      },
    },
    {
      title:
        'Alguien del servicio técnico necesita algunas de tus palabras para resolver un problema. ¿Qué haces?',
      right: 'No le digo nada y cuelgo',
      wrong: 'Le digo unas pocas para que me ayude',
      afterRight: {
        title: 'Exacto: es una estafa',
        body: [
          'Nadie necesita tus palabras para ayudarte, ni siquiera una. Quien te las pide va detrás de tu dinero, por muy amable que sea.',
        ],
      },
      afterWrong: {
        title: 'Así es como roban',
        body: [
          'Ningún técnico, sitio web ni programa necesita nunca tus palabras, y cada una que das hace más fácil adivinar las demás. Vuelve a mirar la pregunta.',
        ],
      },
      more: {
        title: 'Más información: cómo es una estafa',
        body: [
          'Puede ser una llamada, un correo, una carta con un dispositivo nuevo o una página que se parece a esta. Siempre es urgente, y siempre termina con tus palabras en un formulario, una foto o un chat.',
          'Solo hay un lugar donde introducir tus palabras: un dispositivo con su propia pantalla y sus botones. Esta aplicación nunca las pide.',
        ],
      },
    },
  ],
  next: 'Continuar',
  again: 'Responder otra vez',
  done: {
    title: 'Ahora mira tu dispositivo',
    body: [
      'Asegúrate de que nadie te vea y de que ninguna cámara alcance el dispositivo.',
      'Te pide que confirmes, después tu PIN y después que mantengas pulsado su botón derecho. Entonces muestra tus palabras, una por una.',
    ],
    ask: 'Ver en el dispositivo',
  },
};
