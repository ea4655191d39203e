import { plural } from '../locale/format.ts';
import type { FormsMessages } from '../types/forms.ts';

export const formsInPortuguese: FormsMessages = {
  title: 'Imprimir um formulário em branco',
  lead: 'Uma folha com linhas em branco, para você preencher à mão olhando para a tela do dispositivo. Ela sai da impressora sem nenhuma palavra.',
  why: 'Seu dispositivo alerta sobre impressoras, e com razão: impressoras e computadores guardam o que imprimem, por isso suas palavras nunca devem passar por eles. Um formulário em branco pode.',
  form: {
    legend: 'Para que serve',
    options: {
      words: { title: 'Frase de recuperação', hint: 'Linhas numeradas para as suas palavras' },
      'seed-qr': { title: 'Grade de SeedQR', hint: 'Quadrados vazios para preencher à caneta' },
      'backup-code': { title: 'Código de backup', hint: 'Para o código de um arquivo de backup' },
    },
  },
  paper: 'Papel',
  words: { legend: 'Quantas palavras', option: (count) => `${count} palavras` },
  size: {
    legend: 'Tamanho da grade',
    options: {
      21: { title: '21 x 21', hint: '12 palavras, compacto' },
      25: { title: '25 x 25', hint: '12 palavras, padrão; 24 palavras, compacto' },
      29: { title: '29 x 29', hint: '24 palavras, padrão' },
    },
  },
  boxes: {
    legend: 'Para placas de metal',
    with: { title: 'Com caixinhas', hint: 'As quatro primeiras letras identificam cada palavra' },
    without: { title: 'Só linhas' },
  },
  fixed: {
    legend: 'Quadrados iguais em todo código',
    with: { title: 'Imprimir', hint: 'Os cantos, que não revelam nada' },
    without: { title: 'Deixar em branco' },
  },
  checks: {
    legend: 'Datas das suas verificações',
    with: { title: 'Uma segunda folha', hint: 'Para guardar separada das palavras' },
    without: { title: 'Sem segunda folha' },
  },
  walletId: {
    legend: 'ID da carteira',
    with: { title: 'Imprimir', hint: 'Ele não abre nada' },
    without: { title: 'Deixar em branco' },
  },
  print: 'Imprimir',
  back: 'Voltar',
  preview: (sheets) => plural(sheets, { one: 'Uma folha', other: `${sheets} folhas` }),
  sheet: {
    heading: { words: 'Frase de recuperação', 'seed-qr': 'SeedQR', 'backup-code': 'Código de backup' },
    warning: {
      words:
        'Preencha à mão, olhando para a tela do dispositivo. Nunca digite, fotografe, escaneie nem copie esta folha.',
      'seed-qr':
        'Preencha à mão, bloco por bloco, olhando para a tela do dispositivo. Nunca fotografe nem escaneie esta folha com um celular.',
      'backup-code':
        'Isto não é uma frase de recuperação. Estas palavras abrem um arquivo de backup e mais nada. Guarde-as longe do arquivo.',
    },
    walletId: 'ID da carteira',
    device: 'Dispositivo',
    date: 'Anotado em',
    words: 'Palavras',
    file: 'Nome do arquivo',
    format: 'Padrão ou compacto',
    firstLetters: 'quatro primeiras letras',
    foot: {
      words:
        'Quem lê esta folha pode levar tudo o que há na carteira. Para restaurá-la, insira as palavras em um dispositivo físico que aceite frases BIP-39, nunca em um computador.',
      'seed-qr':
        'Quem vê esta folha pode levar tudo o que há na carteira: os quadrados são a frase de recuperação. Para lê-la, use um dispositivo físico com câmera e sem rede.',
      'backup-code':
        'Quem tem o arquivo e esta folha pode levar tudo o que há na carteira. Para restaurá-la, escolha o arquivo no app e insira o código no dispositivo.',
    },
    checks: {
      title: 'Verificações de um backup',
      lead: 'De tempos em tempos, verifique seu backup no dispositivo e anote a data. Nunca escreva uma palavra nesta folha.',
      columns: ['Data', 'Confere', 'Não confere', 'Dispositivo', 'Por quem'],
    },
    grid: (size) =>
      `${size} x ${size} quadrados. Os blocos são indicados por linha e coluna, como no dispositivo: A1 fica no canto superior esquerdo.`,
  },
};
