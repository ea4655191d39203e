import type { CopiesMessages } from '../types/copies.ts';

export const copiesInPortuguese: CopiesMessages = {
  title: 'Cópias',
  lead: 'Papel pode queimar e uma casa pode ser assaltada. Uma segunda cópia em outro lugar protege você nos dois casos.',
  noClipboard:
    'Não existe um botão para copiar as palavras: qualquer programa deste computador poderia lê-las, e esta página nem chega a tê-las.',
  file: {
    title: 'Arquivo de backup criptografado',
    body: 'Seu dispositivo salva a carteira em um arquivo que este computador pode guardar, mas nunca ler. Ele só abre com um código de backup de 12 palavras-código, que você copia da tela do dispositivo para o papel.',
    advice: [
      'Guarde o arquivo e o código separados. Sozinho, nenhum dos dois serve a um ladrão.',
      'Juntos, valem tanto quanto a sua frase de recuperação: restauram a carteira inteira.',
      'Cada arquivo tem o seu próprio código. Anote o nome do arquivo no papel em que está o código dele.',
      'Verifique o arquivo quando ele já estiver no lugar em que vai ficar e, depois, uma vez por ano.',
    ],
    make: 'Criar um arquivo de backup',
    check: 'Verificar um arquivo de backup',
  },
  choose: {
    'check-file': {
      title: 'Verificar um arquivo de backup',
      body: [
        'Escolha o arquivo e digite no dispositivo o seu PIN e o código de backup. Ele diz se o arquivo contém a carteira dele. Nada muda no dispositivo nem no arquivo.',
      ],
      ask: 'Verificar no dispositivo',
    },
    'restore-file': {
      title: 'Restaurar de um arquivo de backup',
      body: [
        'Escolha o arquivo e tenha à mão o código de backup dele. Você vai inserir o código no dispositivo, com os dois botões. Nunca o digite em um computador.',
      ],
      ask: 'Restaurar no dispositivo',
    },
    pick: 'Escolher o arquivo',
    pickAnother: 'Escolher outro arquivo',
    chosen: 'Arquivo',
    walletId: 'ID da carteira',
    otherWallet: {
      title: 'Este arquivo indica outra carteira',
      body: [
        'Ele não é uma cópia da carteira do seu dispositivo. Escolha outro arquivo, ou verifique este com o dispositivo que tem a carteira dele.',
      ],
    },
    unreadable: {
      title: 'Não foi possível ler o arquivo',
      body: [
        'Este computador não deixou a página abri-lo. Copie o arquivo para outra pasta e tente de novo.',
      ],
    },
    problems: {
      'not-a-backup': {
        title: 'Isto não é um arquivo de backup',
        body: [
          'O nome de um arquivo de backup costuma terminar em .hbbackup. O arquivo que você escolheu contém outra coisa.',
        ],
      },
      cut: {
        title: 'O arquivo está incompleto',
        body: ['Falta o final dele, então não é possível restaurá-lo. Use outra cópia do arquivo.'],
      },
      damaged: {
        title: 'O arquivo está danificado',
        body: [
          'Parte do conteúdo dele foi alterada, então não é possível restaurá-lo. Use outra cópia do arquivo.',
        ],
      },
      'newer-version': {
        title: 'O arquivo é de uma versão mais nova',
        body: [
          'Um dispositivo mais novo o criou. Atualize este app e o firmware do seu dispositivo e escolha o arquivo de novo.',
        ],
      },
    },
  },
};
