import { plural } from '../locale/format.ts';
import type { SigningMessages } from '../types/signing.ts';

export const signingInPortuguese: SigningMessages = {
  title: 'Assinar uma mensagem',
  lead: 'Prove a alguém que um endereço é seu. O dispositivo mostra a mensagem a você antes de assiná-la.',
  message: 'Mensagem',
  noWords:
    'Nunca digite aqui suas palavras nem seu PIN. Eles são inseridos no dispositivo e em nenhum outro lugar.',
  left: (bytes) => plural(bytes, { one: 'Resta um byte.', other: `Restam ${bytes} bytes.` }),
  tooLong: (bytes) =>
    plural(bytes, {
      one: 'Um byte a mais: o dispositivo não aceita.',
      other: `${bytes} bytes a mais: o dispositivo não aceita.`,
    }),
  looksLikeWords: {
    title: 'Isto parece uma frase de recuperação',
    body: [
      'Esta página não aceita nenhuma, e nada foi enviado. Limpe o campo e nunca digite suas palavras em um computador.',
      'Se forem as palavras de uma carteira com dinheiro, transfira o dinheiro para uma carteira nova: algo neste computador pode tê-las lido.',
    ],
  },
  brokenCharacter: 'Falta parte de um caractere. Escreva-o de novo.',
  otherAccount: 'Assinar com outra conta',
  account: 'Número da conta',
  accountHint: 'A maioria das carteiras tem uma conta, a número 1.',
  ask: 'Assinar no dispositivo',
  running: {
    title: 'Leia no dispositivo',
    sent: 'Sua mensagem',
    onGlass: 'Como o dispositivo escreve',
    stop: 'Agora só você pode parar isto, no dispositivo. Se você fechar esta página, a pergunta continua lá e a resposta não chega a lugar nenhum.',
  },
  steps: {
    opening: 'Abrindo o Ethereum no dispositivo.',
    consent:
      'O dispositivo pode perguntar se esta página pode ver seus endereços do Ethereum. Aceite nele: a página precisa do endereço que assina.',
    reading:
      'Leia cada tela no dispositivo. Se for a sua mensagem, segure o botão direito dele até que seja assinada. Se não for, recuse.',
    finishing: 'Verificando a assinatura.',
  },
  failed: {
    title: 'Nada foi assinado',
    failures: {
      declined: [
        'Você recusou no dispositivo, ou ele recusou. Sua mensagem continua aqui: altere-a ou tente de novo.',
      ],
      locked: [
        'O dispositivo está bloqueado. Insira seu PIN nele e tente de novo. Sua mensagem continua aqui.',
      ],
      busy: [
        'O dispositivo está ocupado com outra coisa. Termine ou pare o que está na tela dele e tente de novo. Sua mensagem continua aqui.',
      ],
      disconnected: [
        'O dispositivo foi desconectado antes de responder, e esta página não tem nenhuma assinatura. Sua mensagem continua aqui: tente de novo.',
      ],
      timeout: [
        'O dispositivo não respondeu a tempo, e esta página não tem nenhuma assinatura. Sua mensagem continua aqui: tente de novo.',
      ],
    },
  },
  signed: {
    title: 'Mensagem assinada',
    lead: 'Envie a mensagem, o endereço e a assinatura. Juntos eles são a prova, e nenhum deles é segredo.',
    address: 'Endereço',
    signature: 'Assinatura',
    select: 'Selecionar',
    selected: 'Selecionado. Copie com o teclado ou pelo menu.',
    checked: 'O número aleatório deste computador está na assinatura.',
    why: 'Por isso a assinatura não pode levar suas chaves: um dispositivo adulterado poderia escondê-las em assinaturas, bit a bit. Esta página verificou isso.',
    save: 'Salvar como arquivo',
    another: 'Assinar outra mensagem',
    done: 'Concluir',
  },
};
