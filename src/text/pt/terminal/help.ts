import { formatChoice } from '../../locale/format.ts';
import type { TerminalHelpMessages } from '../../types/terminal/help.ts';

export const terminalHelpInPortuguese: TerminalHelpMessages = {
  title:
    'hostblind: faz o backup de uma carteira em um dispositivo. As palavras aparecem no dispositivo e nunca aqui.',
  usage: 'Uso:',
  usageLine: 'hostblind COMANDO [OPÇÕES]',
  usageOf: (command) => `hostblind ${command} [OPÇÕES]`,
  groups: {
    backup: 'Fazer backup, verificar e restaurar',
    copies: 'Cópias',
    signing: 'Assinar',
    device: 'O dispositivo',
    looking: 'Consultar',
    makers: 'Para fabricantes',
  },
  options: 'Opções',
  exitCodes: 'Códigos de saída',
  more: 'hostblind COMANDO --help diz mais sobre cada comando. Nada secreto é digitado aqui: palavras, PINs e códigos, você insere no dispositivo.',
  commands: {
    create: {
      summary: 'Criar uma carteira nova e fazer o backup dela',
      about: [
        'Cria uma carteira nova em um dispositivo vazio e conduz você pelo backup: definir um PIN, anotar as palavras, confirmar cada uma. Tudo isso acontece no dispositivo. Um backup inacabado é retomado.',
        'Enquanto isso, este computador verifica a aleatoriedade do dispositivo e guarda o ID da carteira.',
      ],
    },
    resume: {
      summary: 'Retomar um backup interrompido',
      about: [
        'Retoma um backup que foi iniciado e não terminou. O dispositivo pergunta se deve retomá-lo ou descartá-lo.',
      ],
    },
    check: {
      summary: 'Verificar seu papel: inserir as palavras dele no dispositivo',
      about: [
        'Você insere no dispositivo as palavras do seu papel. Ele diz se elas conferem com a carteira. Nada muda nele.',
        'Uma verificação que falha é lembrada até que outra dê certo: hostblind info e hostblind records a mostram, e também todo comando com essa carteira. Termina com 11 se as palavras não conferem.',
      ],
    },
    restore: {
      summary: 'Restaurar uma carteira com as palavras do seu papel',
      about: [
        'Você insere as palavras do seu papel em um dispositivo vazio, e ele cria a carteira a partir delas. Depois, compare o ID da carteira com o do seu formulário.',
      ],
    },
    reveal: {
      summary: 'Mostrar as palavras de novo, no dispositivo',
      about: [
        'O dispositivo mostra as palavras na própria tela, depois do PIN e de um botão segurado. Antes vêm duas perguntas sobre golpes, com as respostas.',
      ],
    },
    addresses: {
      summary: 'Mostrar os primeiros endereços da carteira, no dispositivo',
      about: [
        'Depois do PIN, o dispositivo mostra seu primeiro endereço de Ethereum e de Bitcoin na própria tela. Compare com o que a sua outra carteira mostra. Eles nunca chegam a este computador.',
      ],
    },
    identify: {
      summary: 'Ver quais endereços as palavras de um papel abrem',
      about: [
        'Você insere as palavras em um dispositivo vazio. Ele mostra o primeiro endereço de Ethereum e de Bitcoin delas na própria tela e não guarda nada. Para um papel antigo que ninguém ousa digitar em lugar nenhum.',
      ],
    },
    'backup-file': {
      summary: 'Salvar uma cópia criptografada da carteira em um arquivo',
      about: [
        'O dispositivo criptografa a carteira com um código de backup de 12 palavras-código, que mostra na própria tela para você anotar. Este computador recebe o arquivo e nunca o código.',
        'O arquivo é gravado inteiro ou não é gravado, e só você pode lê-lo. Um arquivo que já existe só é substituído com --force.',
      ],
    },
    'check-file': {
      summary: 'Verificar se um arquivo de backup está bom',
      about: [
        'Você insere o código de backup no dispositivo. Ele diz se o arquivo contém a carteira dele. Nada muda.',
      ],
    },
    'restore-file': {
      summary: 'Restaurar uma carteira de um arquivo de backup',
      about: [
        'Você insere o código de backup em um dispositivo vazio. Antes, compare o ID da carteira no dispositivo com o do arquivo.',
      ],
    },
    'seed-qr': {
      summary: 'Mostrar as palavras como quadrados, para copiar à mão',
      about: [
        'O dispositivo mostra a frase como SeedQR na própria tela, bloco por bloco. Você copia os quadrados à mão, para um dispositivo com câmera e sem rede. Os quadrados são as suas palavras: nunca os fotografe.',
      ],
    },
    'sign-message': {
      summary: 'Assinar uma mensagem, com o número aleatório deste computador',
      about: [
        'Seu dispositivo mostra a mensagem inteira e a assina com uma chave de Ethereum da carteira quando você segura o botão dele. Este computador põe na assinatura um número aleatório próprio e confere se ele está lá. Assim, um dispositivo desonesto não consegue esconder suas palavras nela. A um dispositivo que não consegue fazer isso, nenhuma assinatura é pedida.',
        'TEXTO é assinado como está. Com -, ele é lido da entrada padrão, com a última quebra de linha. Nunca ponha palavras da sua frase em uma mensagem: uma mensagem assinada é pública.',
      ],
    },
    rename: {
      summary: 'Dar outro nome ao dispositivo',
      about: ['O dispositivo mostra o nome e pede que você aceite.'],
    },
    language: {
      summary: 'Mudar o idioma do dispositivo',
      about: ['A tela dele pergunta duas vezes: no idioma atual e depois no novo.'],
    },
    'change-pin': {
      summary: 'Mudar o PIN do dispositivo, no dispositivo',
      about: ['Você digita seu PIN no dispositivo e, depois, o novo duas vezes.'],
    },
    wipe: {
      summary: 'Apagar a carteira do dispositivo',
      about: [
        'Diz o que se perde, pergunta a você, e depois o dispositivo também pergunta: ele só apaga a carteira depois que você segura o botão dele. Antes, verifique seu papel.',
      ],
    },
    list: { summary: 'Listar os dispositivos ao alcance', about: [] },
    info: {
      summary: 'Mostrar o que o dispositivo é, o que ele prova e o que se sabe dele',
      about: [
        'Mostra o tipo e a prova do dispositivo, e o que este computador lembra dele: a carteira, a última verificação do backup e as verificações da aleatoriedade que não chegaram ao fim. Nada é pedido ao dispositivo e nada é guardado.',
      ],
    },
    status: { summary: 'Mostrar o que o dispositivo está fazendo', about: [] },
    records: {
      summary: 'Mostrar o que este computador lembra',
      about: [
        'Lista seus dispositivos, suas carteiras, a última verificação de cada uma, as que falharam ou já deviam ter sido feitas, e o que você fez. Com --json, imprime a lista como a página a salva. Ela não tem palavras, nem PIN, nem chaves.',
      ],
    },
    cancel: {
      summary: 'Pedir ao dispositivo que pare o que está fazendo',
      about: [],
    },
    conform: {
      summary: 'Testar se um dispositivo cumpre o protocolo',
      about: ['Para fabricantes de dispositivos. Cria e apaga carteiras: use um dispositivo vazio.'],
    },
  },
  argument: { file: 'ARQUIVO', name: 'NOME', language: 'IDIOMA', message: 'TEXTO' },
  values: {
    words: 'NÚMERO',
    candidates: 'FAIXA',
    account: 'NÚMERO',
    link: 'CONEXÃO',
    port: 'PORTA',
    path: 'CAMINHO',
    records: 'ARQUIVO',
    roots: 'ARQUIVO',
    only: 'PARTE',
    press: 'COMANDO',
    report: 'ARQUIVO',
  },
  flags: ({ words, candidates, only }) => ({
    words: `quantas palavras: ${formatChoice(words.map(String))} (padrão: 24)`,
    candidates: `abrir de 1 a este número de candidatas na verificação da aleatoriedade: ${formatChoice(candidates.map(String))} (padrão: 8)`,
    dice: 'lançar dados no dispositivo',
    force: 'substituir o arquivo se ele já existe',
    yes: 'confirmar já, onde não há como perguntar a você',
    'forget-wallet': 'você sabe por que o dispositivo tem outra carteira, ou nenhuma: esquecer a antiga',
    account: 'a conta cuja chave assina; 0 é a primeira (padrão: 0)',
    link: 'usb (padrão), process ou tcp: a porta wire ou a porta APDU de um simulador',
    port: 'a porta do simulador (padrão: 9997 para process, 9999 para tcp)',
    path: 'o dispositivo USB a usar, como list o mostra (padrão: o primeiro)',
    records: 'o arquivo com o que este computador lembra (padrão: $XDG_STATE_HOME/hostblind/records.json)',
    'no-records': 'não lembrar nada',
    roots: 'um arquivo com raízes de fabricantes em que também confiar (docs/makers.md)',
    only: `só esta parte: ${only.join(', ')}; pode ser repetida`,
    press: 'um comando que age no dispositivo em seu lugar (docs/conformance.md)',
    report: 'gravar o relatório ali: em JSON se o nome termina em .json, senão em texto',
    long: 'executar também o que exige minutos de espera',
    json: 'uma linha de JSON para cada evento',
    version: 'imprimir a versão',
    help: 'imprimir esta ajuda',
  }),
  names: (names) => `O nome é um destes: ${names.join(', ')}.`,
  languages: (languages) => `Os idiomas: ${languages.join(', ')}.`,
};
