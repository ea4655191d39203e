import { plural } from '../locale/format.ts';
import type { SettingsMessages } from '../types/settings.ts';

export const settingsInPortuguese: SettingsMessages = {
  deviceLanguage: { speaks: (language) => `Seu dispositivo fala ${language}.`, ask: 'Mudar para português' },
  open: 'Segurança e privacidade',
  title: 'Segurança e privacidade',
  lead: 'Tudo isto acontece no seu dispositivo. Esta página só pede, e é lá que você aceita ou recusa.',
  rows: {
    reveal: {
      title: 'Mostrar a frase de recuperação no dispositivo',
      body: 'Para comparar com o seu papel ou escrever outro. Antes, duas perguntas rápidas.',
    },
    check: {
      title: 'Verificar meu backup',
      body: 'Insira no dispositivo as palavras que você anotou. Ele diz se conferem e não muda nada.',
    },
    'change-pin': { title: 'Mudar o PIN', body: 'Você vai precisar do PIN atual.' },
    rename: { title: 'Renomear o dispositivo', body: 'Para não confundir seus dispositivos.' },
    wipe: {
      title: 'Apagar o dispositivo',
      body: 'Apaga a carteira do dispositivo. Antes, mostramos o que está em jogo.',
    },
  },
  copies: { title: 'Cópias', body: 'Mais uma cópia da sua carteira, para guardar em outro lugar.' },
  named: (name) => `Ele se chama “${name}”.`,
  unnamed: 'Ele ainda não tem nome.',
  lastChecked: 'Última verificação em',
  neverChecked: 'Ainda não, até onde este navegador sabe',
  remind:
    'Daqui a algumas semanas, verifique este backup: insira no dispositivo as palavras do seu papel para ter certeza de que consegue lê-las.',
  remindAgain:
    'Sua última verificação foi há mais de um ano. Insira no dispositivo as palavras do seu papel para ter certeza de que ainda consegue lê-las.',
  compare: {
    question: 'O ID no seu formulário é o mesmo?',
    answers: { same: 'É o mesmo', different: 'É diferente', none: 'Não tenho o ID' },
    known: 'Este navegador conhece esta carteira: o ID é o mesmo de antes.',
  },
  failed: { row: 'Última verificação', on: (date) => `Falhou em ${date}` },
  records: {
    title: 'Registros e lembretes',
    body: 'Seus dispositivos, suas atividades e lembretes para a agenda. Salve a lista ou apague-a.',
  },
  home: {
    title: 'Seu dispositivo',
    states: {
      backedUp: (date) => `Backup feito em ${date}`,
      checked: (date) => `Backup feito e verificado em ${date}`,
      known: 'Backup feito, segundo o dispositivo',
      never: 'Backup feito, nunca verificado aqui',
      due: 'Backup feito, hora de verificar',
    },
    reveal: 'Mostrar as palavras',
    addresses: 'Ver seus endereços',
    sign: 'Assinar uma mensagem',
    records: 'Registros',
    apps: 'Você pode usar esta carteira com programas de carteira: abra “Apps” no dispositivo ou deixe que o programa faça isso. O dispositivo não assina nada que não tenha mostrado a você antes.',
    details: 'Detalhes',
    disconnect: 'Desconectar',
  },
  receipt: {
    walletId: 'ID da carteira',
    date: 'Backup feito em',
    device: 'Dispositivo',
    words: 'Frase de recuperação',
    wordCount: (count) => plural(count, { one: `${count} palavra`, other: `${count} palavras` }),
    unknownDate: 'Antes de este navegador conhecer a carteira',
    finish: 'Concluir',
  },
  simulated: {
    device: 'Esta carteira está em um simulador. Nunca envie dinheiro de verdade para ela.',
    link: 'Este dispositivo está conectado do jeito que se conectam simuladores. A não ser que você saiba o que há do outro lado, nunca envie dinheiro de verdade para esta carteira.',
  },
  next: {
    title: 'Próximos passos',
    advice: [
      'Guarde o papel em lugar seco, fora da vista e longe do dispositivo.',
      'Quem pede as suas palavras está tentando roubar você.',
    ],
  },
  length: {
    title: 'Quantas palavras?',
    lead: 'Qualquer tamanho é seguro. Mais palavras levam mais tempo para anotar e confirmar.',
    legend: 'Tamanho da frase de recuperação',
    option: (wordCount) => `${wordCount} palavras`,
    hint: {
      12: 'Cerca de 5 minutos',
      15: 'Cerca de 6 minutos',
      18: 'Cerca de 8 minutos',
      21: 'Cerca de 9 minutos',
      24: 'Cerca de 10 minutos',
    },
    others: 'Outros tamanhos',
    create: 'Criar no dispositivo',
    needs: 'Tenha papel e caneta à mão e confira se não há ninguém por perto.',
  },
  restore: {
    offer: 'Restaurar com minhas palavras',
    title: 'Quantas palavras há no seu papel?',
    lead: 'Você vai inseri-las no dispositivo, com os dois botões dele. Nunca as digite em um computador.',
    ask: 'Restaurar no dispositivo',
    needs: 'Tenha o papel à mão e confira se não há ninguém por perto.',
    instead: 'Prefiro criar uma carteira nova',
    offerFile: 'Restaurar de um arquivo de backup',
    neither: {
      title: 'Nenhuma carteira neste dispositivo',
      lead: 'O firmware dele não sabe criar uma carteira nem restaurar uma com palavras.',
    },
  },
  identify: {
    offer: 'De qual carteira é este papel?',
    title: 'De qual carteira é este papel?',
    lead: 'Insira as palavras dele no dispositivo e veja quais endereços elas abrem. Nada é guardado, e nem as palavras nem os endereços chegam a este computador.',
    ask: 'Inserir as palavras no dispositivo',
  },
  rename: {
    title: 'Dê um nome a este dispositivo',
    lead: 'Escolha um nome e confirme no dispositivo. Os nomes já vêm prontos, para que ninguém se acostume a digitar aqui.',
    legend: 'Nome do dispositivo',
    keep: 'Sem mudança',
    ask: 'Renomear no dispositivo',
    keepAsk: 'Manter o nome',
  },
};
