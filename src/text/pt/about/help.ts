import type { HelpMessages } from '../../types/about/help.ts';

export const helpInPortuguese: HelpMessages = {
  title: 'Ajuda e informações',
  lead: 'O Hostblind orienta você a fazer e verificar o backup de uma carteira e a recuperá-la. As palavras dela, só o seu dispositivo e o seu papel conhecem.',
  can: {
    title: 'O que você pode fazer aqui',
    points: [
      'Criar uma carteira: o dispositivo gera as palavras, você anota e confirma cada uma.',
      'Recuperar uma carteira com as palavras ou com um arquivo de backup.',
      'Verificar um backup quando quiser e pôr a data da próxima verificação na sua agenda.',
      'Fazer cópias: um SeedQR no papel, ou um arquivo criptografado com o código no papel. Há formulários em branco para imprimir.',
      'Rever as palavras no dispositivo, mudar o PIN, renomear o dispositivo ou apagá-lo.',
      'Usar sua carteira com programas de carteira, se o dispositivo tiver apps: o que eles perguntam, você lê e responde no dispositivo.',
      'Experimentar tudo isso com o simulador, mas nunca com dinheiro de verdade.',
    ],
  },
  safe: {
    title: 'Com o que você pode contar',
    points: [
      'Nenhuma palavra chega a este computador: o dispositivo não tem nenhum comando que envie ou receba uma.',
      'O dispositivo só mostra as palavras depois que você segura o botão dele por 1,5 segundo, pelo relógio dele. Nenhum computador pode apertá-lo por você.',
      'O PIN e as palavras são digitados no dispositivo. Este app nunca os pede: seu único campo de texto é para uma mensagem a assinar e recusa uma frase de recuperação.',
      'Uma carteira nova não fornece nenhum endereço antes de você confirmar cada palavra.',
      'Desconecte, recarregue ou cancele em qualquer etapa: o dispositivo continua de onde estava, ou ainda não tem nada.',
      'Esta página se comunica com o seu dispositivo e com mais ninguém. Quando ela também funciona offline, o rodapé avisa.',
    ],
  },
  cannot: {
    title: 'Do que o Hostblind não pode proteger você',
    points: [
      'De alguém que veja o seu papel ou a tela do dispositivo, ou de uma câmera que os veja.',
      'De digitar suas palavras em um computador ou celular porque uma tela pediu.',
      'De um dispositivo que mostre as palavras de outra carteira. Restaurar com o seu papel no dispositivo de outro fabricante revela isso.',
      'De alguém que desmonte o dispositivo. O arquivo do simulador é tão seguro quanto a sua conta neste computador.',
      'De perder o dispositivo e o papel ao mesmo tempo. Ninguém pode recuperar as palavras.',
      'O Hostblind não mantém contas nem faz pagamentos. Para isso, use o dispositivo com um app de carteira.',
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
        can: 'O Hostblind orienta você na configuração e na restauração do próprio aparelho. Testado com um Ledger simulado e com o software da própria Ledger, não com um aparelho físico.',
      },
      { name: 'Ledger Nano S', can: 'Não é possível: ele não informa em que tela está.' },
    ],
    browsers:
      'Dispositivos USB precisam do Chrome, do Edge ou de outro navegador Chromium. O simulador também funciona no Firefox e no WebKit.',
  },
  trouble: {
    title: 'Se algo não funcionar',
    points: [
      'O dispositivo não responde: desbloqueie-o, feche outras abas e programas que o estejam usando e conecte-o de novo.',
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
    body: 'Este app contém partes destes projetos, cada um com a própria licença:',
    none: 'Um servidor de desenvolvimento não os reúne. O app compilado lista todos aqui.',
    entry: (name, version, licence) => `${name} ${version}, ${licence}`,
  },
};
