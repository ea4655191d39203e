import { plural } from '../locale/format.ts';
import type { RecordsMessages } from '../types/records.ts';

export const recordsInPortuguese: RecordsMessages = {
  product: (name) => (name === '' ? 'Dispositivo' : `“${name}”`),
  title: 'Registros e lembretes',
  lead: 'Este navegador guarda uma lista dos seus dispositivos e do que você fez com eles, só neste computador. Nela nunca há uma palavra.',
  back: 'Voltar',
  erased:
    'Tudo o que este navegador guardava foi apagado. Uma nova lista começa na próxima vez que você usar um dispositivo.',
  problems: {
    unavailable:
      'Seu navegador bloqueia o armazenamento aqui, então esta lista se perde quando você fecha a página. Seus dispositivos funcionam normalmente.',
    full: 'O armazenamento deste navegador está cheio. O que for novo se perde quando você fecha a página, a não ser que você libere espaço antes. Salve a lista em um arquivo ou apague-a.',
    blocked:
      'Outra aba com este app está usando o armazenamento. Feche essa aba, e o que houver de novo aqui será salvo.',
    newer:
      'Esta lista foi escrita por uma versão mais nova do app, então esta versão não mexe nela. Recarregue a página para obter a mais nova.',
    damaged:
      'O armazenamento desta página está danificado, então esta lista se perde quando você fecha a página. Apague tudo para começar uma nova lista.',
  },
  unreadable: (count) =>
    plural(count, {
      one: 'Um registro não pode ser usado. Talvez uma versão anterior tenha dado outro ID à carteira dele. Ele fica até você apagar tudo.',
      other: `${count} registros não podem ser usados. Talvez uma versão anterior tenha dado outros IDs às carteiras deles. Eles ficam até você apagar tudo.`,
    }),
  devices: {
    title: 'Seus dispositivos',
    none: 'Nenhum dispositivo ainda. Um dispositivo entra na lista quando você o conecta e ele prova o que é.',
    wallet: 'Carteira',
    seen: 'Última conexão',
    connected: 'Conectado',
    checked: 'Backup verificado',
    never: 'Nunca',
    longAgo: 'há mais de um ano',
    failed: 'Falhou em',
    simulator: 'Simulador',
    named: (name) => `“${name}”`,
    actions: {
      unfinished: 'Terminar o backup',
      failed: 'Ver o que houve',
      'long-ago': 'Verificar de novo',
    },
    forget: 'Esquecer',
    forgetNamed: (name) => `Esquecer ${name}`,
  },
  backups: {
    title: 'Outros backups',
    backedUp: 'Backup feito',
    unknownDate: 'antes de este navegador conhecer a carteira',
  },
  reminders: {
    title: 'Verificações dos seus backups',
    unchecked: (count) =>
      plural(count, {
        one: 'Um backup não é verificado há mais de um ano. Insira as palavras dele no dispositivo para ter certeza de que ainda consegue lê-las.',
        other: `${count} backups não são verificados há mais de um ano. Insira as palavras deles no dispositivo para ter certeza de que ainda consegue lê-las.`,
      }),
    failed: (count) =>
      plural(count, {
        one: 'A última verificação de um backup falhou. Mostre as palavras dele no dispositivo, compare com o seu papel e verifique de novo.',
        other: `As últimas verificações de ${count} backups falharam. Mostre as palavras deles no dispositivo, compare com os seus papéis e verifique de novo.`,
      }),
    allChecked: 'Todos os backups que este navegador conhece foram verificados no último ano.',
    about:
      'Adicione lembretes à sua agenda para daqui a 1, 6 e 12 meses. Eles dizem apenas “Verificação de rotina”, caso outras pessoas vejam a sua agenda.',
    save: 'Salvar arquivo de agenda',
    saved: 'O arquivo está na sua pasta de downloads. Abra-o para adicionar as datas à sua agenda.',
    file: 'reminders.ics',
    event: {
      title: 'Verificação de rotina',
      description: 'Um lembrete que você deixou para si.',
    },
  },
  ceremonies: {
    title: 'Atividade',
    none: 'Nada ainda.',
    all: (count) => `Mostrar todos os ${count}`,
    what: {
      create: 'Carteira nova',
      unlock: 'Digitação do PIN',
      resume: 'Backup inacabado',
      reveal: 'Exibição das palavras',
      check: 'Verificação do backup',
      restore: 'Restauração',
      'change-pin': 'Mudança de PIN',
      wipe: 'Apagamento do dispositivo',
      language: 'Idioma',
      rename: 'Mudança de nome',
      'seed-qr': 'Cópia em SeedQR',
      'backup-file': 'Arquivo de backup',
      'check-file': 'Verificação do arquivo de backup',
      'restore-file': 'Restauração de um arquivo',
      addresses: 'Endereços mostrados',
      identify: 'Endereços de um papel',
    },
    results: {
      completed: 'Concluído',
      declined: 'Recusado no dispositivo',
      cancelled: 'Cancelado nesta página',
      stopped: 'Interrompido no dispositivo',
      discarded: 'Carteira descartada',
      wiped: 'Dispositivo apagado após PINs errados',
      fault: 'Defeito no dispositivo',
      match: 'As palavras conferem',
      'no-match': 'As palavras não conferem',
      'file-match': 'O arquivo confere',
      'file-no-match': 'O arquivo não confere',
      'wrong-code': 'O código de backup não abriu o arquivo',
      'other-wallet': 'O arquivo é de outra carteira',
      'under-way': 'Em andamento',
      interrupted: 'Interrompido: o fim não foi visto aqui',
    },
  },
  keeping: {
    title: 'Seus dados',
    about:
      'Datas, IDs de carteiras e os IDs e nomes dos seus dispositivos. Nenhuma palavra, nenhum PIN, nenhuma chave. O arquivo fica com você, a não ser que você o compartilhe.',
    export: 'Salvar a lista em um arquivo',
    file: 'hostblind-records.json',
    erase: 'Apagar tudo',
    sureTitle: 'Apagar tudo o que este navegador guarda?',
    sure: 'Isto não tem volta. A lista, seus dispositivos e as datas das suas verificações são apagados, e este app não pode mais avisar você quando um dispositivo volta com uma carteira diferente. Seus dispositivos, carteiras e papéis ficam como estão.',
    yes: 'Apagar agora',
    no: 'Manter',
  },
  open: 'Registros e lembretes',
};
