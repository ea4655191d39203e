import type { SimulatorStorageMessages } from '../../types/simulator/storage.ts';

const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'o disco está cheio. Libere espaço e inicie de novo.',
  EDQUOT: 'a cota do disco se esgotou. Libere espaço e inicie de novo.',
  EROFS: 'o disco dele é somente leitura. Informe um arquivo em outro lugar.',
  EACCES: 'você não tem permissão para abri-lo. Informe outro arquivo ou mude o dono dele.',
  EPERM: 'você não tem permissão para alterá-lo. Informe outro arquivo ou mude o dono dele.',
  ENOENT: 'a pasta dele não existe. Crie a pasta ou informe outro arquivo.',
  ENOTDIR: 'a pasta dele é um arquivo. Informe outro arquivo.',
  EISDIR: 'ele é uma pasta. Informe um arquivo dentro dela.',
  EIO: 'o disco não está funcionando. Informe um arquivo em outro.',
};

export const simulatorStorageInPortuguese: SimulatorStorageMessages = {
  fault: (path, code) => `arquivo de dados ${path}: ${faults[code] ?? `${code}. Informe outro arquivo.`}`,
  inUseBy: (path, pid) =>
    `o arquivo de dados ${path} está em uso pelo processo ${pid}. Encerre esse processo ou informe outro arquivo.`,
  inUse: (path) =>
    `o arquivo de dados ${path} está em uso por outro simulador, talvez em outro contêiner. Pare-o ou informe outro arquivo.`,
  perhapsInUse: (path, pid) =>
    `o arquivo de dados ${path} pode estar em uso: ${path}.lock indica o processo ${pid}, e não há como saber daqui se é um simulador. Se nenhum simulador estiver usando o arquivo, apague ${path}.lock e inicie de novo.`,
  notAFile: (path) => `${path} não é um arquivo. Informe um arquivo ou deixe --storage de fora.`,
  wrongSize: (path, bytes, expected) =>
    `o arquivo de dados ${path} tem ${bytes} bytes em vez de ${expected}: ele não é um arquivo de dados deste simulador. Informe outro arquivo.`,
  becameShorter: 'o arquivo de dados encolheu enquanto estava em uso',
  openToOthers: (path, mode) =>
    `o arquivo de dados ${path} está aberto a outros usuários (modo ${mode}), e não é possível mudar isso aqui. Informe um arquivo que seja seu.`,
  wasOpenToOthers: (path, mode) =>
    `o arquivo de dados ${path} estava aberto a outros usuários (modo ${mode}). Agora só você pode abri-lo (modo 600).`,
};
