import { formatChoice } from '../../locale/format.ts';
import type { SimulatorMessages } from '../../types/simulator/command.ts';

export const simulatorInPortuguese: SimulatorMessages = {
  help: ({
    models,
    kinds,
    personaModels,
    personaModes,
    ports,
  }) => `firmware-sim: um dispositivo Hostblind simulado. Só palavras de teste, nunca uma carteira de verdade.

  --model MODELO       ${formatChoice(models)} (padrão: ${models[0]}): de quem são os IDs USB, para as ferramentas da Ledger
  --kind TIPO          ${formatChoice(kinds)} (padrão: simulator): quem ele diz que o fez, para testar um host
  --maker, --product   os nomes no certificado dele, com --kind self-built ou maker
  --issuer-key ARQUIVO a chave do fabricante (64 dígitos hexadecimais), com --kind maker; docs/makers.md explica
  --persona ledger     agir como um Ledger comum (docs/devices.md), com opções próprias:
                       --model ${personaModels.join(', ')}; --firmware VERSÃO;
                       --mode ${personaModes.join(', ')}; --deriving-ms N
  --storage ARQUIVO    guardar os dados do dispositivo em ARQUIVO; sem isso, ele esquece tudo ao reiniciar
  --api-port PORTA     a bancada: tela, botões e APDUs por HTTP (padrão: ${ports.api})
  --apdu-port PORTA    APDUs por TCP (padrão: ${ports.apdu})
  --wire-port PORTA    APDUs por WebSocket, para páginas da web (padrão: ${ports.wire})
  --device-window      servir uma página que mostra o dispositivo e imprimir o endereço secreto dela
  --allow-origin URL   deixar esta página usar a porta wire, além do app neste computador; pode ser repetida
  --wire-clients N     quantos podem usar a porta wire ao mesmo tempo, de 1 a 16 (padrão: 1)
  --usb                ser um dispositivo USB para este computador, por USB/IP; docs/plug-in.md explica
  --usb-port PORTA     USB/IP por TCP (padrão: ${ports.usb})
  --usb-id VID:PID     IDs USB em hexadecimal (padrão: os da Ledger, para que as ferramentas dela o achem)
  --attach             conectá-lo já a este computador (Linux, como root)
  --malicious NOME     para testes: um dispositivo que trapaceia e avisa; docs/threat-model.md lista os nomes
  --json               imprimir os endereços como uma linha de JSON
  --version, --help

A porta 0 usa qualquer porta livre. Todas as portas só aceitam este computador. docs/bench.md as descreve.
`,
  usage: {
    choose: (flag, given, choices) => `${flag} ${given}: escolha ${formatChoice(choices)}.`,
    port: (flag, given) =>
      `${flag} ${given}: uma porta é um número de 0 a 65535. 0 usa qualquer porta livre.`,
    origin: (flag, given) =>
      `${flag} ${given}: informe um endereço como https://wallet.example, sem caminho.`,
    count: (flag, given, least, most) => `${flag} ${given}: informe um número de ${least} a ${most}.`,
    milliseconds: (flag, given, most) => `${flag} ${given}: informe milissegundos de 0 a ${most}.`,
    usbIds: (flag, given) => `${flag} ${given}: informe dois números hexadecimais, como 2c97:5000.`,
    version: (flag, given) => `${flag} ${given}: informe uma versão, como 2.2.3.`,
    fileNeeded: (flag) => `${flag}: informe um arquivo.`,
    onlyWith: (flag, other) => `${flag}: use com ${other}.`,
    notWith: (flag, other) => `${flag}: não use com ${other}.`,
    onePersona: (given) => `--persona ${given}: a única persona é ledger.`,
    makeName: (flag, given) =>
      `${flag} ${given}: informe de 1 a 20 caracteres simples, começando com uma letra ou um dígito.`,
    unreadable: (flag, path, code) => `${flag} ${path}: não é possível ler o arquivo (${code}).`,
    notAKey: (flag, path) =>
      `${flag} ${path}: o arquivo precisa ter uma chave privada P-256, em 64 dígitos hexadecimais.`,
    unknownFlag: (flag) => `${flag}: essa opção não existe.`,
    noArguments: (given) => `${given}: tudo se define por opções, que começam com --.`,
    valueNeeded: (flag) =>
      `${flag}: precisa de um valor. Escreva um que comece com hífen como ${flag}=VALOR.`,
    noValue: (flag) => `${flag}: não aceita valor.`,
  },
  usualMake: { maker: 'Minha marca', product: 'Modelo de teste' },
  seeHelp: 'Veja firmware-sim --help.',
  cheats: (name) =>
    `ESTE DISPOSITIVO TRAPACEIA (${name}). Ele é só para testes. Nunca use uma carteira que ele criar.`,
  poses: (kind) =>
    `este dispositivo diz ser ${kind === 'maker' ? 'de um fabricante' : 'feito em casa'}, para testar um host. Ele continua sendo um simulador. Nunca use uma carteira que ele criar.`,
  portInUse: (port, flag) =>
    `a porta ${port} está em uso. Pare o programa que a usa ou escolha outra com ${flag} (0 usa qualquer uma).`,
  portRefused: (port, code, flag) =>
    `não é possível abrir a porta ${port} (${code}). Escolha outra com ${flag}.`,
  outputLost: (code) =>
    `não é possível escrever a saída: ${code === 'ENOSPC' ? 'o disco está cheio' : code}.`,
  unknownFault: 'erro desconhecido',
};
