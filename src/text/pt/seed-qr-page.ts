import type { SeedQrMessages } from '../types/seed-qr-page.ts';

export const seedQrPageInPortuguese: SeedQrMessages = {
  seedQr: {
    title: 'SeedQR, copiado à mão',
    body: 'Seu dispositivo mostra a frase na própria tela como uma grade de quadrados, primeiro inteira e depois bloco por bloco. Você os copia à mão em uma grade em branco, para um dispositivo com câmera ler depois.',
    advice: [
      'Quem vê os quadrados tem as suas palavras: eles são a sua frase, sem criptografia.',
      'Nunca aponte um celular para a tela do dispositivo nem para a grade, nem mesmo para conferir a cópia.',
      'Guarde a grade como complemento das palavras no papel, não no lugar delas: poucos dispositivos conseguem lê-la.',
    ],
    show: 'Mostrar no dispositivo',
    grid: 'Imprimir uma grade em branco',
  },
  forms: {
    title: 'Formulários em branco para imprimir',
    body: 'Folhas com linhas em branco para as suas palavras, uma placa de metal ou um código de backup. Elas não têm nada de secreto, e você as preenche à mão.',
    words: 'Para as palavras',
    code: 'Para um código de backup',
  },
};
