import type { QuizMessages } from '../types/quiz.ts';

export const quizInPortuguese: QuizMessages = {
  start: {
    title: 'Antes de ver suas palavras',
    body: [
      'Quem vê a sua frase de recuperação pode levar tudo o que há na carteira. Duas perguntas curtas ajudam você a protegê-la.',
      'É só um treino: uma resposta errada não faz mal nenhum, e você pode tentar de novo. Quem protege suas palavras é o dispositivo, com o PIN e um botão que precisa ser segurado.',
    ],
    next: 'Começar',
  },
  position: (index, total) => `Pergunta ${index} de ${total}`,
  questions: [
    {
      title: 'Você perdeu o dispositivo e o papel. Quem pode recuperar sua carteira?',
      right: 'Ninguém',
      wrong: 'O fabricante do dispositivo ou este app',
      afterRight: {
        title: 'Isso mesmo: ninguém pode',
        body: [
          'Suas palavras estão no dispositivo e no papel, e em nenhum outro lugar. É por isso que o papel é tão importante.',
        ],
      },
      afterWrong: {
        title: 'Não é bem assim',
        body: [
          'Nem o fabricante nem este app jamais têm as suas palavras, então não têm o que devolver. Pense no que isso significa para o seu papel.',
        ],
      },
      more: {
        title: 'Saiba mais: por que não existe uma cópia?',
        body: [
          'Uma cópia que alguém guarda para você pode ser perdida, vendida ou confiscada. A única que existe está com você: é isso que significa autocustódia.',
          'Por isso, proteja o papel do fogo, da água e das visitas. Uma segunda cópia em outro lugar protege você se perder a primeira.',
        ],
      },
    },
    {
      title:
        'Alguém do suporte precisa de algumas das suas palavras para resolver um problema. O que você faz?',
      right: 'Não passo nada e desligo',
      wrong: 'Passo algumas para que possam ajudar',
      afterRight: {
        title: 'Isso mesmo: é golpe',
        body: [
          'Ninguém precisa das suas palavras para ajudar você, nem mesmo de uma só. Quem pede está atrás do seu dinheiro, por mais simpático que seja.',
        ],
      },
      afterWrong: {
        title: 'É assim que as pessoas são roubadas',
        body: [
          'Nenhum atendente, site ou programa precisa das suas palavras, e cada uma que você entrega deixa as outras mais fáceis de adivinhar. Leia a pergunta mais uma vez.',
        ],
      },
      more: {
        title: 'Saiba mais: como reconhecer um golpe',
        body: [
          'Pode ser uma ligação, um e-mail, uma carta com um dispositivo novo ou uma página parecida com esta. É sempre urgente e termina com as suas palavras em um formulário, em uma foto ou em uma conversa.',
          'Só existe um lugar para inserir suas palavras: um dispositivo com tela e botões próprios. Este app nunca as pede.',
        ],
      },
    },
  ],
  next: 'Continuar',
  again: 'Responder de novo',
  done: {
    title: 'Agora olhe para o dispositivo',
    body: [
      'Confira se não há ninguém por perto e se nenhuma câmera vê o dispositivo.',
      'Ele pede que você confirme, depois que digite o PIN e depois que segure o botão direito. Então mostra suas palavras, uma de cada vez.',
    ],
    ask: 'Mostrar no dispositivo',
  },
};
