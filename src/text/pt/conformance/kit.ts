import { plural } from '../../locale/format.ts';
import type { ConformanceMessages } from '../../types/conformance/kit.ts';

export const conformanceInPortuguese: ConformanceMessages = {
  parts: {
    static: 'O que é recusado em qualquer estado',
    attestation: 'O que o dispositivo prova',
    entropy: 'A verificação da aleatoriedade',
    guided: 'Cada etapa de cada operação',
    interruptions: 'Cancelado e desconectado em cada etapa',
    timing: 'Tempo',
    twins: 'Duas carteiras, um roteiro',
    status: 'O status',
    'out-of-reach': 'O que um host não pode ver',
  },
  rules: {
    'app-name': 'O nome do app tem o formato certo, com um nome dentro.',
    info: 'Info tem o formato certo, a versão 3, um ID de dispositivo sorteado e um byte reservado 0.',
    'info-constant': 'Info é igual em todos os estados.',
    'foreign-class': 'Outra classe recebe 6E00, em mensagem de qualquer tamanho.',
    form: 'Uma mensagem que não é um comando recebe 6700.',
    'unknown-instruction': 'Uma instrução desconhecida recebe 6D00, antes dos parâmetros e dos dados.',
    parameters: 'P1 ou P2 diferente de zero recebe 6B00, antes do tamanho e dos dados.',
    length: 'Dados de outro tamanho recebem 6700.',
    data: 'Um valor que um comando nunca aceita recebe 6A80.',
    'short-form': 'Quatro bytes valem como um comando sem dados.',
    'named-commands': 'Todo comando que os recursos anunciam é conhecido.',
    'absent-commands': 'Todo comando que eles não anunciam recebe 6D00.',
    'refusals-change-nothing': 'Uma mensagem recusada não muda nada.',
    'status-layout': 'Todo status tem o formato certo.',
    'status-codes': 'Todo código nele é conhecido, e a etapa pertence à operação.',
    'status-position': 'Posição e total são dados na etapa das palavras e são 0 no resto.',
    'status-waits-for-pin': 'O byte 2 diz se uma carteira espera pelo PIN.',
    'status-outcome': 'O resultado é dado quando uma operação termina, é o certo e permanece.',
    'status-number': 'O número sobe um a cada operação que começa.',
    'status-tries': 'As tentativas de PIN informadas são as que restam.',
    'status-word-count': 'O número de palavras é 0 sem carteira, e só então.',
    stages: 'Cada operação passa pelas suas etapas só com os toques de uma pessoa nos botões.',
    answers: 'Em todos os estados, todo comando recebe a resposta que o protocolo prevê.',
    steady: 'O status fica como está enquanto ninguém aperta nada.',
    'wallet-withheld':
      'O ID da carteira e o arquivo de backup só são entregues depois que a pessoa os libera.',
    'wallet-stays':
      'O ID da carteira fica o mesmo enquanto a carteira existe, também depois de um corte de energia.',
    languages: 'O dispositivo pode falar inglês e diz qual idioma fala.',
    'language-kept': 'O dispositivo fala o idioma que a pessoa aceitou.',
    'name-kept': 'O dispositivo tem o nome que a pessoa aceitou.',
    'file-names-wallet': 'O arquivo de backup tem o formato certo e indica a carteira.',
    'other-link': 'Outra conexão é recusada enquanto a operação não é dela.',
    'left-alone': 'Depois de três pedidos retirados, o dispositivo é deixado em paz por 30 segundos.',
    'check-order': 'Um passo da verificação da aleatoriedade fora de ordem recebe 6986.',
    'check-goes-on': 'A verificação continua até o host manter uma candidata.',
    'candidate-number': 'As candidatas são numeradas a partir de 1.',
    commitment: 'A parte do dispositivo é aquela com que ele se comprometeu.',
    'commitment-fresh': 'Cada candidata tem o seu próprio compromisso.',
    'device-part': 'A parte do dispositivo não é constante e é outra para cada candidata.',
    'candidate-wallet': 'O ID da carteira de uma candidata resulta das duas partes.',
    'host-part': 'Uma parte do host que é constante ou já veio antes recebe 6A80.',
    'named-candidate': 'Abrir ou manter com outro ID de carteira recebe 6A80.',
    'candidate-cap': 'Sessenta e quatro candidatas podem ser abertas, e não mais.',
    keep: 'A candidata mantida leva ao PIN.',
    'kept-wallet': 'A carteira é a candidata mantida.',
    'host-silence': 'Dois minutos de silêncio encerram a verificação como cancelada.',
    certificate: 'O certificado tem o formato certo, fica o mesmo e é o do dispositivo.',
    issuer: 'O certificado é assinado pelo emissor e prova o que diz.',
    challenge: 'Todo desafio novo é assinado com a chave do certificado.',
    'signed-status': 'O status assinado é o status.',
    'signed-wallet': 'O ID da carteira assinado é o que o comando da carteira dá, ou nenhum.',
    'cancel-said':
      'Um cancelamento aparece no dispositivo, e nada mais é aceito até a pessoa sair dessa tela.',
    'cancel-result': 'O resultado de um cancelamento é o da tabela de interrupções.',
    'unplug-result': 'O resultado de um corte de energia é o da tabela de interrupções.',
    'answer-limit': 'Toda resposta chega em até 5 segundos.',
    'answer-budget': 'A resposta usual a cada comando chega dentro do prazo dela.',
    computing:
      'Um dispositivo que está calculando avisa, menos em nome do app, info e status, e tem a resposta em um minuto.',
    'answer-grid': 'As respostas de um dispositivo ocupado saem em uma grade de 10 ms.',
    'answer-beat': 'As respostas de um dispositivo ocupado levam pelo menos um intervalo da grade.',
    'same-transcript': 'Duas carteiras dão a mesma transcrição, fora as saídas declaradas.',
    'same-times': 'Para duas carteiras, as respostas levam o mesmo tempo.',
    'words-on-glass-only':
      'Nenhuma palavra, índice ou entropia de uma carteira passa pela conexão, em nenhuma codificação.',
    'first-second': 'Uma tela que um host faz aparecer não aceita toques nos botões no primeiro segundo.',
    'hold-time': 'Mostrar as palavras exige um botão segurado por 1,5 s sem interrupção.',
    'whole-after-faults':
      'O que está guardado fica inteiro depois de um corte, ou de duas falhas, no meio de uma gravação.',
    'try-written-first': 'Uma tentativa de PIN é registrada antes de ser comparada.',
    'random-source': 'A fonte de aleatoriedade é testada e, se ela falha, o dispositivo para.',
    erased: 'Frase, entropia, PIN e chaves são sobrescritos quando uma operação termina.',
    'mark-on-glass': 'Um simulador diz em todas as imagens que é um simulador.',
  },
  verdicts: { holds: 'cumprida', broken: 'VIOLADA', 'not-tried': 'não testada' },
  reasons: {
    'out-of-reach': 'nenhum host pode vê-la: cabe aos testes do fabricante',
    'not-asked': 'deixada de fora desta execução',
    'needs-person': 'não havia ninguém no dispositivo',
    'needs-press': 'exige um comando que aperte os botões: --press',
    'needs-long': 'exige minutos de espera: --long',
    absent: 'o dispositivo diz que não tem isto',
    'not-applicable': 'não havia nada desse tipo para testar',
    'has-wallet': 'o dispositivo tinha uma carteira quando a execução começou',
    'one-link': 'a conexão só aceita um host',
    'unknown-issuer': 'este programa não conhece o emissor: --roots',
    'not-reached': 'o dispositivo não chegou ao ponto em que ela é testada',
  },
  prompts: {
    agree: 'Diga sim ao que o dispositivo pergunta.',
    decline: 'Diga não ao que o dispositivo pergunta.',
    next: 'Avance para a próxima tela.',
    back: 'Volte ou pare: o botão que sai desta tela.',
    hold: 'Segure o botão até a barra encher.',
    'write-down': 'Anote todas as palavras da tela em uma só folha e avance além da última.',
    confirm: 'Escolha confirmar as palavras.',
    'confirm-words': 'Confirme cada palavra da última folha que você anotou.',
    'roll-dice': 'Lance os dados, insira cada lançamento e avance quando todos estiverem inseridos.',
    'choose-letters': 'Escolha inserir as palavras por letras.',
    'choose-standard': 'Escolha o formato padrão.',
    'enter-words': 'Insira as palavras da sua última folha completa com as palavras de uma carteira.',
    'enter-other-words': 'Insira as mesmas palavras, mas outra em primeiro lugar.',
    'enter-code': 'Insira as palavras da sua última folha completa com um código de backup.',
    'enter-other-code': 'Insira as mesmas palavras-código, mas outra em primeiro lugar.',
    'copy-squares': 'Passe por todos os quadrados até o último e avance além dele.',
    'read-addresses': 'Passe pelos endereços até o último e avance além dele.',
    'power-off': 'Desligue o dispositivo: desconecte-o.',
    'power-on': 'Ligue-o de novo.',
  },
  enterPin: (pin) => `Digite ${pin} e OK.`,
  readTo: (position) =>
    `Anote as palavras até a palavra ${position}, em uma folha nova se a primeira estiver na tela, e fique lá.`,
  warning: [
    'Isto cria carteiras no dispositivo e as apaga. Não use nenhuma delas para dinheiro.',
    'Faça o que cada linha diz e nada mais: o dispositivo é julgado pelo que você faz.',
  ],
  journey: (name) => `- ${name}`,
  brokenSoFar: (rule) => `  VIOLADA: ${rule}`,
  report: {
    title: 'Relatório de conformidade Hostblind',
    device(claims) {
      if (claims === undefined)
        return 'O dispositivo não deu uma info que se possa ler; nada mais foi testado.';
      const { maker, product, kind } = claims;
      const kinds = {
        maker: 'um dispositivo de fabricante',
        simulator: 'um simulador',
        'self-built': 'um dispositivo feito em casa',
      };
      const named = maker === undefined ? '' : `“${product ?? ''}”, de “${maker}”, `;
      return `Dispositivo  ${named}${kinds[kind]}, segundo ele`;
    },
    firmware: (firmware, protocol) => `Firmware     ${firmware}, protocolo ${protocol}`,
    can: (capabilities) => `Recursos     ${capabilities.join(', ')}`,
    facts: ({ date, kit, link }) => `Execução     ${date}, hostblind ${kit}, --link ${link}`,
    ledBy: {
      command: 'Condução     um comando que aperta os botões',
      person: 'Condução     uma pessoa',
      nobody: 'Condução     ninguém',
    },
    summary: ({ holds, broken, untried }) =>
      [
        plural(holds, { one: `${holds} regra cumprida`, other: `${holds} regras cumpridas` }),
        broken === 0
          ? 'nenhuma violada'
          : plural(broken, { one: 'uma VIOLADA', other: `${broken} VIOLADAS` }),
        untried === 0
          ? 'todas testadas.'
          : plural(untried, { one: 'uma não testada.', other: `${untried} não testadas.` }),
      ].join(', '),
    checks: (count) => plural(count, { one: `${count} teste`, other: `${count} testes` }),
    failed: (failed, checks) => `${failed} de ${checks} testes`,
    failure: ({ where, sent, came, expected }) =>
      `${where === '' ? '' : `em ${where}: `}${sent === '' ? '' : `${sent} → `}${came}, esperado ${expected}`,
    more: (count) => plural(count, { one: 'e mais um', other: `e mais ${count}` }),
    medians: (medians) =>
      `Respostas medianas em ms: ${medians.map(([command, milliseconds]) => `${command} ${milliseconds}`).join(', ')}`,
    grid: (fit) =>
      `Ajuste das respostas ocupadas à grade de 10 ms: ${String(fit).replace('.', ',')} (1 é exato, abaixo de 0,4 é nenhum)`,
    worth: [
      'Um relatório é o que uma execução viu de um dispositivo. Ele nada diz do que um host não pode ver, e',
      'qualquer pessoa pode escrever um: rode o kit por conta própria antes de confiar no de um fabricante.',
    ],
  },
  written: (file) => `Relatório gravado em ${file}.`,
  pressFailed: (meaning, code) =>
    `O comando que aperta os botões terminou com ${code === null ? 'um sinal' : code} em “${meaning}”.`,
  noPerson:
    'Não há ninguém neste terminal: as partes que precisam de alguém no dispositivo ficam de fora. Use --press.',
};
