import { plural } from '../../locale/format.ts';
import type { FrameMessages } from '../../types/simulator/pages.ts';

export const frameInPortuguese: FrameMessages = {
  title: 'Dispositivo simulado',
  screen: 'Tela do dispositivo',
  buttons: 'Botões do dispositivo',
  left: 'Esquerdo',
  both: 'Os dois',
  right: 'Direito',
  notSpoken: 'Há um texto secreto na tela. Ele não é falado.',
  mark: 'Simulador: só palavras de teste, nunca dinheiro de verdade',
  unseen: 'Os botões só funcionam com a tela inteira à vista.',
  leftButton: 'Botão esquerdo:',
  bothButtons: 'Os dois botões:',
  rightButton: 'Botão direito:',
  keys: 'Teclas: [←] esquerdo, [→] direito, [↓] ou [Enter] os dois. Segure uma tecla para segurar o botão.',
  options: 'Opções',
  latch: 'Segurar por mim: um toque prende o botão, o seguinte solta',
  speech: 'Falar as palavras secretas (para leitores de tela)',
  speechWarning:
    'Seu leitor de tela vai dizer as palavras e o PIN em voz alta. Quem estiver ouvindo fica sabendo. Antes, ponha fones de ouvido.',
  speechAgree: 'Estou com fones de ouvido: fale as palavras',
  keepsNothing:
    'Este dispositivo não guarda nada: se você recarregar ou fechar a página, recebe um novo e vazio.',
  does: (button, action) =>
    ({
      left: `Botão esquerdo: ${action}`,
      both: `Os dois botões: ${action}`,
      right: `Botão direito: ${action}`,
    })[button],
  turn: (button, entry) => `Gire para a ${button === 'left' ? 'esquerda' : 'direita'} até ${entry}`,
  digitsEntered: (count) =>
    plural(count, { one: `${count} dígito inserido`, other: `${count} dígitos inseridos` }),
  selected: (item) => `Selecionado: ${item}`,
};
