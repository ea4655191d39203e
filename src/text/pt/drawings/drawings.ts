import type { DrawingMessages } from '../../types/drawings/drawings.ts';

export const drawingsInPortuguese: DrawingMessages = {
  layouts: {
    screen: 'Um dispositivo com tela.',
    'buttons-above': 'Um dispositivo com tela e dois botões na borda de cima.',
    'buttons-below': 'Um dispositivo com tela e dois botões abaixo dela.',
    'buttons-beside': 'Um dispositivo com tela entre dois botões redondos.',
    touch: 'Um dispositivo com tela sensível ao toque.',
    edges: 'Um dispositivo com tela. Você toca nas bordas de cima e de baixo.',
  },
  legend: 'O que os botões fazem',
  left: 'Esquerdo',
  right: 'Direito',
  both: 'Os dois',
  touch: 'Na tela',
  unused: 'sem uso',
  hold: 'Segure mais ou menos este tempo: um segundo e meio. Só o seu dispositivo mostra quanto falta.',
  connect: { 'plug-in': 'Conecte', unlock: 'Desbloqueie', choose: 'Escolha na lista' },
};
