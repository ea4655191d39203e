import type { HelpMessages } from '../../types/about/help.ts';

export const helpInPortuguese: HelpMessages = {
  title: 'Ajuda e sobre',
  lead: 'O Hostblind orienta você para fazer backup, verificar e recuperar uma carteira cujas palavras só o seu dispositivo e o seu papel conhecem.',
  can: {
    title: 'O que você pode fazer aqui',
    points: [
      'Criar uma carteira: o dispositivo gera as palavras, você anota e confirma cada uma.',
      'Recuperar uma carteira com as palavras ou com um arquivo de backup.',
      'Verificar um backup quando quiser e pôr a data da próxima verificação na sua agenda.',
      'Fazer cópias: um SeedQR no papel, ou um arquivo criptografado com o código no papel. Há formulários em branco para imprimir.',
      'Rever as palavras no dispositivo, trocar o PIN, dar outro nome a ele ou apagá-lo.',
      'Experimentar tudo isso no simulador, que nunca é para dinheiro de verdade.',
    ],
  },
  safe: {
    title: 'Com o que você pode contar',
    points: [
      'Nenhuma palavra chega a este computador: o dispositivo não tem nenhum comando que envie ou receba uma.',
      'O dispositivo só mostra as palavras depois que você segura o botão dele por 1,5 segundo, pelo relógio dele. Nenhum computador pode apertar por você.',
      'O PIN e as palavras são digitados no dispositivo. Este app não tem nenhum campo que possa recebê-los.',
      'Uma carteira nova não fornece nenhum endereço antes de você confirmar cada palavra.',
      'Desconecte, recarregue ou cancele em qualquer etapa: o dispositivo continua de onde estava, ou ainda não tem nada.',
      'Esta página se comunica com o seu dispositivo e com mais ninguém. Quando ela também funciona sem rede, o rodapé avisa.',
    ],
  },
  cannot: {
    title: 'Do que ele não protege você',
    points: [
      'De alguém que vê o seu papel ou a tela do dispositivo, ou de uma câmera que vê.',
      'De digitar suas palavras em um computador ou celular porque uma tela pediu.',
      'De um dispositivo que mostra as palavras de outra carteira. Restaurar o seu papel no dispositivo de outro fabricante revela isso.',
      'De alguém que desmonta o dispositivo. O arquivo do simulador é tão seguro quanto a sua conta neste computador.',
      'De perder o dispositivo e o papel ao mesmo tempo. Ninguém pode recuperar as palavras.',
      'Ele não mantém contas nem faz pagamentos. Para isso, use o dispositivo com um app de carteira.',
    ],
  },
  devices: {
    title: 'Dispositivos',
    rows: () => [
      {
        name: 'Protocolo do Hostblind',
        can: 'Tudo nesta página: o simulador e qualquer dispositivo que fale o protocolo.',
      },
      {
        name: 'Ledger Nano X, Nano S Plus, Stax, Flex, Nano Gen5',
        can: 'Orientados pela própria configuração e restauração deles. Testados com um Ledger simulado e com software da Ledger, não com um aparelho físico.',
      },
      { name: 'Ledger Nano S', can: 'Não é possível: ele não informa que tela mostra.' },
    ],
    browsers:
      'Dispositivos USB precisam do Chrome, do Edge ou de outro navegador Chromium. O simulador também funciona no Firefox e no WebKit.',
  },
  trouble: {
    title: 'Se algo não funcionar',
    points: [
      'O dispositivo não responde: desbloqueie, feche outras abas e programas que o usam e conecte de novo.',
      'A lista do navegador está vazia: tente outro cabo. Muitos só carregam.',
      'No Linux, o sistema pode precisar de uma regra para dispositivos USB. Esta página mostra a regra quando ela falta.',
      'Você não sabe onde parou: conecte o dispositivo. Ele sabe.',
    ],
  },
  versions: {
    title: 'Versão',
    app: 'App',
    protocol: 'Protocolo',
    verify:
      'O mesmo código-fonte gera os mesmos arquivos, byte a byte. Para verificar o que um site entrega, compile o app e compare cada arquivo com o seu:',
    commands: () => ['npm ci && npm run build', 'npm run verify -- https://…'],
    verified: 'Uma página não pode atestar a si mesma: verifique de fora, e antes de confiar nela.',
  },
  source: {
    title: 'Documentos e licença',
    body: 'Os documentos vêm com o código-fonte, em docs/: threat-model.md diz o que é protegido e de quem, proof.md indica o teste de cada afirmação, protocol.md traz cada comando.',
    licence: 'O Hostblind é software livre sob a licença MIT.',
  },
  licences: {
    title: 'Software de terceiros',
    body: 'Este app contém partes destes, cada um com a sua licença:',
    none: 'Um servidor de desenvolvimento não os reúne. O app compilado lista todos aqui.',
    entry: (name, version, licence) => `${name} ${version}, ${licence}`,
  },
};
