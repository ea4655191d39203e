import { todoAfter, type AlarmReason } from '../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../session/trust/cheat-chance.ts';
import { isVouchedFor, strangerOf } from '../../session/trust/stranger.ts';
import type { DeviceFacts, UnprovenReason } from '../../session/state.ts';
import { plural } from '../locale/format.ts';
import type { NoticeText } from '../types/app.ts';
import type { Found, ProofTexts, StrangerText } from '../types/proof.ts';

const candidates = (count: number): string =>
  plural(count, { one: `${count} candidata`, other: `${count} candidatas` });

/** What the device did, in one sentence each. */
const happened: Readonly<Record<AlarmReason, string>> = {
  attestation:
    'Ele não conseguiu provar o que é: o certificado ou a assinatura dele é falsa. Pode ser um dispositivo falsificado, ou pode haver alguém entre ele e este computador.',
  malformed: 'Na verificação da aleatoriedade, ele deu uma resposta que nenhum dispositivo honesto dá.',
  'wrong-number': 'Ele numerou errado as candidatas na verificação da aleatoriedade.',
  reused:
    'Ele usou os mesmos valores duas vezes na verificação da aleatoriedade. Com aleatoriedade de verdade, isso nunca acontece.',
  'bad-part': 'O que ele chama de aleatório é sempre igual.',
  'bad-commitment':
    'Ele se comprometeu com a parte aleatória dele antes de ver a deste computador e depois mostrou outra. Assim, poderia escolher as suas palavras.',
  'wrong-wallet-id':
    'A carteira que ele mostrou não vem da aleatoriedade dele e deste computador juntas. Talvez alguém já saiba as palavras dela.',
  refused: 'Ele aceitou a verificação da aleatoriedade e depois se recusou a continuar.',
  skipped: 'Ele pulou a verificação da aleatoriedade que você tinha aceitado.',
  'check-lost':
    'Antes, a aleatoriedade dele podia ser verificada; agora, ele diz que não. Um dispositivo adulterado pode estar fugindo da verificação.',
  'attestation-lost':
    'Antes, ele provou o que é; agora, diz que não consegue. Outro dispositivo pode ter tomado o lugar dele.',
  'key-changed':
    'Ele diz ser um dispositivo que este navegador conhece, mas a chave é diferente. Ele foi trocado ou adulterado.',
  'wallet-unsigned':
    'Ele informou um ID de carteira e não o assinou. Outro dispositivo pode estar respondendo no lugar dele.',
  'number-ignored':
    'Ele assinou sem o número aleatório deste computador, embora tivesse aceitado usá-lo. Uma assinatura assim pode levar suas chaves, bit a bit. Esta página a descartou.',
  'other-key':
    'Ele assinou com uma chave diferente da do endereço que tinha informado. Esta página descartou a assinatura.',
  'simulator-mark-lost':
    'Ele era um simulador quando este navegador o viu pela primeira vez; agora, diz ser um dispositivo de verdade.',
  'other-wallet-after-backup':
    'A carteira do seu backup não é a que foi verificada: ela foi trocada. Talvez alguém saiba as palavras dela.',
  'other-wallet': 'Ele voltou com uma carteira diferente da que este navegador conhece.',
};

const todo = {
  empty:
    'Ainda não há nada nele. Não crie uma carteira nem insira palavras nele. Se você o comprou, avise quem vendeu e o fabricante.',
  wallet:
    'Não envie dinheiro para a carteira dele. Se já houver dinheiro nela, transfira-o para uma carteira criada em outro dispositivo. Não insira nenhuma palavra neste.',
  signing:
    'Não assine mais nada com ele, nem para transferir dinheiro. Restaure suas palavras em outro dispositivo e transfira o dinheiro de lá para uma carteira nova.',
  other:
    'Se você o apagou e o configurou de novo em outro lugar, está tudo bem: este navegador pode esquecer a carteira antiga. Se não foi você, não o use e transfira seu dinheiro para uma carteira criada em outro dispositivo.',
} as const;

function alarmText(reason: AlarmReason): NoticeText {
  const next = todo[todoAfter(reason)];
  return {
    title:
      reason === 'other-wallet'
        ? 'Este dispositivo agora tem uma carteira diferente'
        : 'Não use este dispositivo',
    body: [happened[reason], next],
  };
}

const ifNotYou =
  'Se não foi você e isso acontecer de novo, não use este dispositivo: ele pode estar fugindo da verificação.';

const unproven: Readonly<Partial<Record<UnprovenReason, readonly string[]>>> = {
  stopped: ['Você interrompeu no dispositivo durante a verificação da aleatoriedade.', ifNotYou],
  cancelled: ['O dispositivo recebeu um pedido para parar durante a verificação da aleatoriedade.'],
  disconnected: ['O dispositivo foi desconectado durante a verificação da aleatoriedade.', ifNotYou],
  timeout: ['O dispositivo não respondeu a tempo durante a verificação da aleatoriedade.', ifNotYou],
  'not-computed': ['Esta página não conseguiu calcular a verificação. Recarregue a página e comece de novo.'],
};

/** One alone says nothing about a device; several in a row are what a device does that cheats and knows when to stop. */
const inARow = (count: number): string =>
  `${count} verificações seguidas com este dispositivo não chegaram ao fim. Um dispositivo honesto vai até o fim, a menos que alguém o interrompa. Se não foi você, não use este dispositivo: ele pode estar desistindo sempre que seria pego. Quanto mais verificações inacabadas, menos a próxima prova.`;

function unprovenText(reason: UnprovenReason, count: number): NoticeText {
  const [what, advice] = unproven[reason] ?? [
    'O dispositivo passou a outra coisa durante a verificação.',
    ifNotYou,
  ];
  const again = count > 1 && reason !== 'not-computed' ? inARow(count) : advice;
  const nothingLost = 'Nenhuma carteira foi criada e nada se perdeu. Você pode começar de novo.';
  return {
    title: 'A verificação não chegou ao fim',
    body: [what, again, nothingLost].filter((sentence) => sentence !== undefined),
  };
}

/** What the check proved, and how likely a cheat was to get through: at this check, and at those that it gave up before. */
function provenText(found: Found): string {
  const { opened, range, unfinishedBefore } = found;
  const { times, of } = cheatChance(found);
  const count = unfinishedBefore.length;
  if (provesNothing(found)) {
    return plural(count, {
      one: 'A verificação da aleatoriedade não é confiável: uma anterior com este dispositivo não chegou ao fim. Se não foi você que a interrompeu, não ponha dinheiro nesta carteira. Crie uma em outro dispositivo.',
      other: `A verificação da aleatoriedade não é confiável: ${count} anteriores seguidas com este dispositivo não chegaram ao fim. Se não foi você que as interrompeu, não ponha dinheiro nesta carteira. Crie uma em outro dispositivo.`,
    });
  }
  const proven = `Suas palavras vêm da aleatoriedade do dispositivo e da deste computador, juntas, e nenhum dos dois soube a parte do outro a tempo de escolher. Para confirmar isso, este computador fez o dispositivo abrir ${candidates(opened)}, um número que sorteou em segredo de 1 a ${range}, e recalculou tudo.`;
  const chance = plural(times, { one: `${times} chance`, other: `${times} chances` });
  if (count === 0) return `${proven} Um dispositivo desonesto teria no máximo ${chance} em ${of} de passar.`;
  return plural(count, {
    one: `${proven} Uma verificação anterior com este dispositivo não chegou ao fim. Se não foi você que a cancelou, um dispositivo desonesto teria até ${chance} em ${of} de passar. Para ter mais certeza, crie uma carteira em outro dispositivo.`,
    other: `${proven} ${count} verificações anteriores seguidas com este dispositivo não chegaram ao fim. Se não foi você que as cancelou, um dispositivo desonesto teria até ${chance} em ${of} de passar. Para ter mais certeza, crie uma carteira em outro dispositivo.`,
  });
}

const strangers = {
  'unknown-issuer': {
    title: 'Fabricante desconhecido',
    body: [
      'Seu dispositivo tem um certificado, mas este app não conhece quem o emitiu. É o que se vê com o dispositivo de um fabricante novo, e também com um falsificado.',
    ],
    accept: 'Conheço este dispositivo: continuar',
  },
  'self-built': {
    title: 'Dispositivo feito em casa',
    body: [
      'Nenhum fabricante responde por ele. Este navegador guarda a chave dele e avisa você se outro dispositivo responder no lugar.',
      'Se você não o montou nem o recebeu de quem montou, não o use.',
    ],
    accept: 'Sei quem o montou: continuar',
  },
  none: {
    title: 'Este dispositivo não consegue provar o que é',
    body: [
      'Ele não tem certificado, então este app não consegue distingui-lo de um falsificado nem reconhecê-lo da próxima vez.',
      'Continue só se souber de onde ele vem.',
    ],
    accept: 'Conheço este dispositivo: continuar',
  },
} as const;

function strangerText({
  proof,
  maker,
  product,
}: Pick<DeviceFacts, 'proof' | 'maker' | 'product'>): StrangerText {
  const claims =
    product === ''
      ? []
      : [
          { name: 'Fabricante, segundo ele', value: `“${maker}”` },
          { name: 'Como ele se apresenta', value: `“${product}”` },
        ];
  return { ...strangers[strangerOf(proof)], claims };
}

const deviceTitle: ProofTexts['deviceTitle'] = ({ proof, maker, product }) => {
  if (product === '') return 'Dispositivo sem nome';
  return isVouchedFor(proof) ? `${maker} ${product}` : `“${product}”`;
};

const deviceProof: ProofTexts['deviceProof'] = ({ proof, maker, addedRoot }) =>
  ({
    simulator: 'Simulador',
    genuine: addedRoot === true ? `${maker} (adicionado a esta versão)` : `Dispositivo ${maker} autêntico`,
    'self-built': 'Feito em casa',
    'unknown-issuer': 'Fabricante desconhecido',
    none: 'Não consegue provar o que é',
  })[proof];

export const proofInPortuguese: ProofTexts = {
  deviceTitle,
  deviceProof,
  strangerText,
  alarmText,
  unprovenText,
  progress: (opened: number): string =>
    opened === 0
      ? 'Iniciando a verificação.'
      : plural(opened, {
          one: `${opened} candidata verificada: tudo certo até agora.`,
          other: `${opened} candidatas verificadas: tudo certo até agora.`,
        }),
  attached: 'Esta verificação começou antes e não pode ser retomada. Cancele e comece de novo.',
  passed: ({ opened }: Found): string =>
    `Aleatoriedade verificada: este computador abriu ${candidates(opened)} e não achou nada de errado.`,
  row: 'Aleatoriedade',
  rowProven: (found: Found, date: string): string =>
    provesNothing(found) ? `Verificada em ${date}, mas não confiável` : `Verificada em ${date}`,
  rowUnproven: 'Não verificada por este navegador',
  proven: provenText,
  provesNothing,
  forgottenPin: {
    title: 'Esqueceu o PIN?',
    body: [
      'Ninguém pode consultá-lo nem redefini-lo, e isso protege você. Depois de três PINs errados, o dispositivo apaga a própria carteira.',
      'Se você tem as palavras no papel, nada se perde: restaure a carteira no dispositivo vazio e escolha um novo PIN. Se não tem, pense com calma antes da terceira tentativa.',
    ],
  },
  noCapability:
    'O firmware deste dispositivo não mostra como sorteia a aleatoriedade, então este navegador não pôde verificá-la.',
};
