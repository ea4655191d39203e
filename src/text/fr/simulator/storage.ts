import type { SimulatorStorageMessages } from '../../types/simulator/storage.ts';

const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'le disque est plein. Libérez de la place, puis relancez.',
  EDQUOT: 'le quota du disque est épuisé. Libérez de la place, puis relancez.',
  EROFS: 'son disque est en lecture seule. Indiquez un fichier ailleurs.',
  EACCES: 'vous n’avez pas le droit de l’ouvrir. Indiquez un autre fichier, ou changez son propriétaire.',
  EPERM: 'vous n’avez pas le droit de le modifier. Indiquez un autre fichier, ou changez son propriétaire.',
  ENOENT: 'son dossier n’existe pas. Créez le dossier, ou indiquez un autre fichier.',
  ENOTDIR: 'son dossier est un fichier. Indiquez un autre fichier.',
  EISDIR: 'c’est un dossier. Indiquez un fichier dans ce dossier.',
  EIO: 'le disque ne fonctionne pas. Indiquez un fichier sur un autre disque.',
};

export const simulatorStorageInFrench: SimulatorStorageMessages = {
  fault: (path, code) =>
    `fichier de stockage ${path} : ${faults[code] ?? `${code}. Indiquez un autre fichier.`}`,
  inUseBy: (path, pid) =>
    `le fichier de stockage ${path} est utilisé par le processus ${pid}. Arrêtez ce processus, ou indiquez un autre fichier.`,
  inUse: (path) =>
    `le fichier de stockage ${path} est utilisé par un autre simulateur, peut-être dans un autre conteneur. Arrêtez-le, ou indiquez un autre fichier.`,
  perhapsInUse: (path, pid) =>
    `le fichier de stockage ${path} est peut-être utilisé : ${path}.lock nomme le processus ${pid}, et rien ne permet de savoir d’ici si c’est un simulateur. Si aucun simulateur n’utilise le fichier, supprimez ${path}.lock et relancez.`,
  notAFile: (path) => `le stockage ${path} n’est pas un fichier. Indiquez un fichier, ou omettez --storage.`,
  wrongSize: (path, bytes, expected) =>
    `le fichier de stockage ${path} a ${bytes} octets au lieu de ${expected} : ce n’est pas un fichier de stockage de ce simulateur. Indiquez un autre fichier.`,
  becameShorter: 'le fichier de stockage a raccourci pendant son utilisation',
  openToOthers: (path, mode) =>
    `le fichier de stockage ${path} est ouvert à d’autres utilisateurs (mode ${mode}), et cela ne peut pas être changé ici. Indiquez un fichier qui vous appartient.`,
  wasOpenToOthers: (path, mode) =>
    `le fichier de stockage ${path} était ouvert à d’autres utilisateurs (mode ${mode}). Désormais, vous seul pouvez l’ouvrir (mode 600).`,
};
