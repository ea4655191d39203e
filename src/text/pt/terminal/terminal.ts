import type { AttestationFailure } from '../../../devices/hostblind/attestation/attestation-outcome.ts';
import { mayHoldMoney, type AlarmReason } from '../../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../../session/trust/cheat-chance.ts';
import { formatChoice, plural } from '../../locale/format.ts';
import type { TerminalMessages } from '../../types/terminal/terminal.ts';
import { proofInPortuguese } from '../proof.ts';

const ofTrust: Readonly<Partial<Record<AlarmReason, string>>> = {
  attestation: 'ele não conseguiu provar o que é',
  'attestation-lost': 'antes ele provou o que é, e agora não prova mais',
  'check-lost': 'antes a aleatoriedade dele podia ser verificada, e agora não pode mais',
  'key-changed': 'ele diz ser um dispositivo que este computador conhece, mas a chave é diferente',
  'wallet-unsigned': 'ele informou um ID de carteira e não o assinou',
  'simulator-mark-lost': 'antes ele era um simulador, e agora diz ser um dispositivo de verdade',
  'other-wallet':
    'ele tem uma carteira diferente da que este computador conhece; se foi você que o redefiniu, use --forget-wallet',
};

const failures: Readonly<Record<AttestationFailure, string>> = {
  malformed: 'o certificado ou a resposta dele está malformada',
  'challenge-signature': 'ele não tem a chave do próprio certificado',
  'issuer-signature': 'o certificado dele não foi assinado pelo emissor que indica',
  'simulator-mark-missing': 'o certificado dele é de um simulador, e ele diz não ser um',
  'other-maker': 'o certificado dele indica um fabricante diferente do emissor',
  revoked: 'o fabricante o revogou',
  'not-this-device': 'o certificado dele é de outro dispositivo',
};

const outputFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'o disco está cheio',
  EDQUOT: 'a cota do disco se esgotou',
  EFBIG: 'o arquivo é grande demais',
};

const wrongRoots = {
  'no-json': 'ele não é JSON',
  empty: 'ele não indica nenhuma raiz',
  'no-such-field': 'este campo falta, é desconhecido ou tem o valor errado',
  maker: 'o nome de um fabricante tem de 1 a 20 caracteres simples e começa com uma letra ou um dígito',
  key: 'uma chave pública é 04 e mais 128 dígitos hexadecimais',
  'no-point': 'isto não é uma chave pública na curva P-256',
  reserved: 'este nome já é usado por este projeto',
  twice: 'esta chave já é conhecida',
} as const;

export const terminalInPortuguese: TerminalMessages = {
  exits: {
    done: 'Concluído.',
    fault: 'Um erro neste programa.',
    usage: 'A linha de comando não foi entendida.',
    noDevice: 'Nenhum dispositivo encontrado, ou o simulador não está rodando.',
    notAllowed:
      'O dispositivo está aí, mas não pode ser aberto: falta permissão, faltam bibliotecas USB ou ele está em uso.',
    notFinished:
      'Acabou antes de terminar: recusado, interrompido, cancelado, descartado, apagado ou desligado.',
    notNow:
      'O dispositivo não pode fazer isso agora: tem carteira ou não tem nenhuma, está bloqueado ou ocupado, não consegue proteger uma assinatura, ou não há o que cancelar.',
    link: 'O dispositivo foi desconectado ou não deu uma resposta válida.',
    doNotUse:
      'O dispositivo não conseguiu provar o que é, não passou na verificação da aleatoriedade, mudou desde que este computador o conheceu, assinou de um jeito que poderia revelar as chaves dele ou detectou um defeito. Não o use.',
    outputLost:
      'Não foi possível escrever a saída, por exemplo em um disco cheio. O dispositivo recebeu o pedido de parar.',
    notConforming: 'O dispositivo viola uma regra do protocolo; o relatório diz qual.',
    notMatching: 'Não confere: as palavras, o código de backup ou o arquivo não correspondem à carteira.',
    badFile:
      'O arquivo não pode ser usado: ele já existe, não é um arquivo de backup ou não pôde ser lido ou gravado.',
    interrupted:
      'Ctrl-C, ou ninguém mais lê a saída. O dispositivo recebeu o pedido de parar o que este programa começou, exceto com conform.',
  },
  notes: {
    simulator: 'Este é um simulador. Nunca envie dinheiro de verdade para a carteira dele.',
    'simulator-link':
      'Esta conexão é feita para simuladores. A não ser que você saiba o que há do outro lado, nunca envie dinheiro de verdade para a carteira dele.',
    'unknown-maker':
      'Este programa não sabe quem fez este dispositivo. Se você também não sabe, aperte Ctrl-C e não o use.',
    'self-built':
      'Este dispositivo foi feito em casa: nenhum fabricante responde por ele. A partir de agora, este computador se lembra da chave dele. Se você não sabe quem o montou, aperte Ctrl-C.',
    'cannot-prove':
      'Este dispositivo não consegue provar o que é. Se você não sabe de onde ele vem, aperte Ctrl-C.',
    'not-checked': 'O firmware deste dispositivo não mostra como sorteia a aleatoriedade.',
    back: 'Seu dispositivo está de volta.',
    'other-device': 'Este é outro dispositivo. Conecte o primeiro.',
    'not-kept':
      'O que este computador sabe dos seus dispositivos não pode ser lido ou guardado, então ele não vai perceber se um dispositivo mudar.',
    locked: 'Seu dispositivo está bloqueado. Digite o PIN no dispositivo, e continuamos a partir daí.',
    busy: 'Seu dispositivo está ocupado com algo que não começou aqui. Continuamos quando isso terminar.',
    asked:
      'Um programa pergunta algo no seu dispositivo. Leia a pergunta lá e responda lá. Depois disso, continuamos.',
  },
  labels: {
    device: 'dispositivo',
    kind: 'tipo',
    firmware: 'firmware',
    deviceId: 'ID do disp.',
    can: 'recursos',
    proof: 'prova',
    name: 'nome',
    walletId: 'ID carteira',
    wallet: 'carteira',
    tries: 'tentativas',
    backup: 'backup',
    backedUp: 'backup em',
    checked: 'verificação',
    checks: 'aleatoriedade',
    known: 'conhecido',
    lastSeen: 'visto em',
    file: 'arquivo',
    address: 'endereço',
    signature: 'assinatura',
  },
  walletState: (state, locked) => (locked ? `${state}, dispositivo bloqueado` : state),
  proven(proof) {
    const { opened } = proof;
    const { times, of } = cheatChance(proof);
    const before = proof.unfinishedBefore.length;
    if (provesNothing(proof)) {
      return [
        plural(before, {
          one: 'Esta verificação não é confiável: uma anterior com este dispositivo não chegou ao fim.',
          other: `Esta verificação não é confiável: ${before} anteriores com este dispositivo não chegaram ao fim.`,
        }),
        plural(before, {
          one: 'Se não foi você que a interrompeu, não ponha dinheiro nesta carteira.',
          other: 'Se não foi você que as interrompeu, não ponha dinheiro nesta carteira.',
        }),
      ];
    }
    return [
      plural(opened, {
        one: 'Aleatoriedade verificada: uma candidata aberta, nada de errado.',
        other: `Aleatoriedade verificada: ${opened} candidatas abertas, nada de errado.`,
      }),
      ...(before === 0
        ? []
        : [
            plural(before, {
              one: 'Uma verificação anterior com este dispositivo não chegou ao fim.',
              other: `${before} verificações anteriores com este dispositivo não chegaram ao fim.`,
            }),
          ]),
      `Um dispositivo desonesto teria no máximo ${plural(times, { one: `${times} chance`, other: `${times} chances` })} em ${of} de passar.`,
    ];
  },
  unfinished(reason, count) {
    const { title, body } = proofInPortuguese.unprovenText(reason, count);
    return [`${title}.`, ...body].join(' ');
  },
  alarm(reason) {
    const detail = ofTrust[reason] ?? `ele não passou na verificação da aleatoriedade: ${reason}`;
    const known = reason === 'other-wallet';
    return mayHoldMoney(reason) && !known ? `${detail}; não envie dinheiro para a carteira dele` : detail;
  },
  doNotUse: (why) => `Não use este dispositivo: ${why}.`,
  changed: [
    'Nada foi pedido ao dispositivo.',
    'Se você sabe o motivo, rode o mesmo comando de novo com --forget-wallet. Se não sabe, não use o dispositivo.',
  ],
  kinds: {
    maker: 'dispositivo de um fabricante',
    simulator: 'simulador: não é para dinheiro de verdade',
    'self-built': 'feito em casa',
  },
  make: ({ maker, product }, vouched) =>
    vouched ? `${maker} ${product}` : `“${product}”, de “${maker}”, segundo ele`,
  claims: ({ maker, product }) => `Ele se apresenta como “${product}”, de “${maker}”.`,
  attested(proof) {
    switch (proof?.kind) {
      case undefined:
        return 'nenhuma: ele não consegue provar o que é';
      case 'simulator':
        return 'simulador, como diz o certificado dele';
      case 'genuine':
        return proof.added ? 'autêntico, por uma raiz que você adicionou' : 'autêntico';
      case 'self-built':
        return 'assinado só pela própria chave: nenhum fabricante responde por ele';
      case 'unknown-issuer':
        return 'tem um certificado, mas este programa não conhece o emissor';
      case 'failed':
        return `FALHOU: ${failures[proof.reason]}. Não use este dispositivo.`;
    }
  },
  links: {
    process: (kind) => (kind === 'simulator' ? 'Simulador em janela própria' : 'Dispositivo na porta wire'),
    tcp: (kind) => (kind === 'simulator' ? 'Simulador por TCP' : 'Dispositivo por TCP'),
  },
  usage: {
    choose: (what, given, choices) => `${what} ${given}: escolha ${choices.join(', ')}.`,
    port: (given) => `--port ${given}: uma porta é um número de 1 a 65535.`,
    account: (given, highest) => `--account ${given}: uma conta é um número de 0 a ${highest}.`,
    message: (longest) => `sign-message: uma mensagem tem de 1 a ${longest} bytes de texto em UTF-8.`,
    looksLikePhrase:
      'isso parece uma frase de recuperação. Nada foi enviado. Nunca digite suas palavras em um computador; se houver dinheiro nela, transfira-o para uma carteira nova.',
    commandNeeded: (commands) => `falta um comando: ${commands.join(', ')}.`,
    oneCommand: (more) => `um comando de cada vez: ${more.join(' ')} está sobrando.`,
    notWith: (flag, other) => `${flag}: não use com ${other}.`,
    fileNeeded: (flag) => `${flag}: informe um arquivo.`,
    programNeeded: (flag) => `${flag}: informe um comando.`,
    onlyWith: (flag, others) => `${flag}: use com ${formatChoice(others)}.`,
    notFor: (flag, command) => `${flag}: ${command} não aceita. Veja hostblind ${command} --help.`,
    argumentNeeded: (command, what) => `${command}: informe ${what}, como em hostblind ${command} ${what}.`,
    sayYes: (command) =>
      `${command}: acrescente --yes para confirmar. Este programa só pode perguntar em um terminal e sem --json.`,
  },
  roots: {
    problem(file, problem) {
      const where = 'where' in problem && problem.where !== '' ? `${problem.where}: ` : '';
      return `arquivo de raízes ${file}: ${where}${wrongRoots[problem.kind]}.`;
    },
    unreadable: (file, code) => `arquivo de raízes ${file}: não é possível lê-lo (${code}).`,
  },
  signing: {
    steps: {
      opening: 'Abrindo o app Ethereum no seu dispositivo.',
      consent: 'Se o dispositivo perguntar se um programa pode ver os endereços dele, leia e responda lá.',
      reading:
        'Leia a mensagem inteira no seu dispositivo. Se for o que você quer assinar, segure o botão direito dele no final.',
      finishing: 'Conferindo a assinatura.',
    },
    checked:
      'Conferido: o número aleatório deste computador está na assinatura, então seu dispositivo não pode ter escondido nada nela.',
    unreadable: (code) => `não dá para ler a mensagem da entrada padrão (${code}).`,
  },
  cancelled: 'O dispositivo parou, como você pediu.',
  nothingToCancel: 'Não há nada a cancelar no dispositivo agora.',
  noDevice: 'Nenhum dispositivo encontrado.',
  stopped: 'Parou aqui. Aperte Ctrl-C de novo para sair já.',
  seeHelp: 'Veja hostblind --help.',
  unknownFault: 'erro desconhecido',
  udevRule: (file) => `No Linux, coloque estas linhas em ${file}, como root:`,
  startSimulator: 'Para o simulador: inicie firmware-sim e use --link process.',
  outputLost: (code) =>
    `não é possível escrever a saída: ${outputFaults[code] ?? code}. O que falta nela não foi dito em nenhum outro lugar.`,
  otherService: (where, mayBeOff) =>
    mayBeOff
      ? `O que responde em ${where} não é um simulador, ou o dispositivo dele está desligado.`
      : `O que responde em ${where} não é um simulador.`,
  portPrinted: (name) => `Inicie firmware-sim e informe, com --port, a porta que ele imprime para ${name}.`,
  keys: 'Aperte s ou n e depois Enter. Nunca digite uma palavra ou o seu PIN em um computador.',
  unfinishedChecks: (count) =>
    plural(count, {
      one: 'uma verificação não chegou ao fim',
      other: `${count} verificações seguidas não chegaram ao fim`,
    }),
  acquainted: {
    known: (since) => `desde ${since}, pela mesma chave`,
    new: 'ainda não: nada deste dispositivo está guardado',
    unproven: 'não: ele não consegue provar qual dispositivo é, então nada dele é guardado',
  },
  records: {
    place: (file) =>
      file === undefined
        ? 'Nada é guardado: --no-records.'
        : `Guardado em ${file}, que só você pode ler: datas, IDs de carteiras e os IDs, nomes e chaves públicas dos seus dispositivos. Nenhuma palavra, nenhum PIN.`,
    allChecked: 'Todos os backups que este computador conhece foram verificados no último ano.',
    ceremony: (what, ended) => `${what}: ${ended}`,
    cancelled: 'Cancelado em um computador',
    none: 'Este computador ainda não lembra nada.',
    more: (count) =>
      plural(count, {
        one: 'Mais um registro antigo: --json o lista.',
        other: `Mais ${count} registros antigos: --json os lista.`,
      }),
  },
};
