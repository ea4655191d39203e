import type { ErrorMessages } from '../types/errors.ts';

export const errorsInPortuguese: ErrorMessages = {
  disconnected: {
    when: 'Seu dispositivo foi desconectado ou desligado.',
    todo: 'Conecte-o de novo. Nada se perdeu: ele se lembra de onde você parou.',
  },
  timeout: {
    when: 'Seu dispositivo não respondeu a tempo.',
    todo: 'Desconecte-o, espere um momento e conecte-o de novo.',
  },
  aborted: {
    when: 'Isto foi cancelado.',
    todo: '',
  },
  locked: {
    when: 'Seu dispositivo está bloqueado.',
    todo: 'Digite seu PIN no dispositivo.',
  },
  busy: {
    when: 'Seu dispositivo está ocupado.',
    todo: 'Conclua ou interrompa o que está na tela dele.',
  },
  declined: {
    when: 'Você recusou no dispositivo.',
    todo: 'Comece de novo quando quiser.',
  },
  'not-in-this-state': {
    when: 'Seu dispositivo não pode fazer isso agora. Talvez ele já tenha uma carteira.',
    todo: 'Olhe para o dispositivo e veja o que ele está esperando.',
  },
  'device-fault': {
    when: 'Seu dispositivo detectou um defeito em si mesmo.',
    todo: 'Não use este dispositivo para uma carteira.',
  },
  refused: {
    when: 'Seu dispositivo não entendeu o pedido deste app.',
    todo: 'Atualize este app.',
  },
  unsupported: {
    when: 'Seu dispositivo não tem este recurso. Talvez outro app esteja aberto nele, ou o firmware seja antigo demais.',
    todo: 'Abra o Hostblind no dispositivo ou atualize o firmware dele.',
  },
  'unknown-refusal': {
    when: 'Seu dispositivo recusou, por um motivo que só o fabricante conhece.',
    todo: 'Olhe para o dispositivo.',
  },
  'other-version': {
    when: 'Seu dispositivo e este app usam versões diferentes do protocolo Hostblind.',
    todo: 'Atualize o dispositivo ou este app.',
  },
  'bad-response': {
    when: 'O dispositivo enviou uma resposta malformada.',
    todo: 'Atualize o dispositivo ou este app.',
  },
  'cannot-protect': {
    when: 'Seu dispositivo não consegue incluir em uma assinatura o número aleatório deste computador. Nada foi assinado.',
    todo: 'Atualize o firmware dele ou use outro dispositivo.',
  },
  'number-ignored': {
    when: 'Seu dispositivo ignorou o número aleatório deste computador. A assinatura dele poderia ter levado as chaves secretas para fora e foi descartada.',
    todo: 'Não use mais este dispositivo. Restaure seu papel em outro dispositivo, crie uma carteira nova e mova seu dinheiro para ela.',
  },
  'other-key': {
    when: 'Seu dispositivo assinou com uma chave diferente da que tinha informado a este computador.',
    todo: 'Não use mais este dispositivo. Restaure seu papel em outro dispositivo e mova seu dinheiro a partir dele.',
  },
  'app-fault': {
    when: 'Algo deu errado neste app, ou o navegador negou algo de que ele precisa.',
    todo: 'Recarregue a página. Se acontecer de novo, tente outro navegador.',
  },
  'chooser-blocked': {
    when: 'O navegador fechou a lista de dispositivos antes que alguém pudesse escolher.',
    todo: 'Permita que este site use dispositivos nas configurações do navegador. Uma política da empresa pode estar bloqueando.',
  },
  'chooser-cancelled': {
    when: 'Você fechou a lista sem escolher um dispositivo.',
    todo: '',
  },
  'permission-denied': {
    when: 'O navegador ou o sistema operacional não permitiu o acesso ao dispositivo.',
    todo: 'Autorize o dispositivo nas configurações do site. No Linux, instale a regra do udev.',
  },
  'in-use': {
    when: 'Seu dispositivo está aberto em outro programa ou em outra aba.',
    todo: 'Feche outros programas de carteira e abas que estejam usando o dispositivo.',
  },
  'not-found': {
    when: 'Nenhum dispositivo encontrado.',
    todo: 'Conecte seu dispositivo ou inicie o simulador.',
  },
  'no-webhid': {
    when: 'Este navegador não acessa dispositivos USB.',
    todo: 'Use o Chrome, o Edge ou outro navegador Chromium em um computador, ou o simulador.',
  },
  'no-usb-driver': {
    when: 'As bibliotecas para dispositivos USB não estão instaladas neste computador.',
    todo: 'Rode npm ci na pasta do Hostblind ou use --link process.',
  },
};
