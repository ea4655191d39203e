import type { SimulatorStorageMessages } from '../../types/simulator/storage.ts';

const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'el disco está lleno. Libera espacio y vuelve a iniciar.',
  EDQUOT: 'la cuota de disco está agotada. Libera espacio y vuelve a iniciar.',
  EROFS: 'su disco es de solo lectura. Indica un archivo en otro sitio.',
  EACCES: 'no tienes permiso para abrirlo. Indica otro archivo o cambia su propietario.',
  EPERM: 'no tienes permiso para cambiarlo. Indica otro archivo o cambia su propietario.',
  ENOENT: 'su carpeta no existe. Crea la carpeta o indica otro archivo.',
  ENOTDIR: 'su carpeta es un archivo. Indica otro archivo.',
  EISDIR: 'es una carpeta. Indica un archivo dentro de ella.',
  EIO: 'el disco no funciona. Indica un archivo en otro disco.',
};

export const simulatorStorageInSpanish: SimulatorStorageMessages = {
  fault: (path, code) =>
    `archivo de almacenamiento ${path}: ${faults[code] ?? `${code}. Indica otro archivo.`}`,
  inUseBy: (path, pid) =>
    `el archivo de almacenamiento ${path} lo está usando el proceso ${pid}. Detén ese proceso o indica otro archivo.`,
  inUse: (path) =>
    `el archivo de almacenamiento ${path} lo está usando otro simulador, quizá en otro contenedor. Detenlo o indica otro archivo.`,
  perhapsInUse: (path, pid) =>
    `puede que el archivo de almacenamiento ${path} esté en uso: ${path}.lock nombra al proceso ${pid}, y desde aquí no hay forma de saber si es un simulador. Si ningún simulador está usando el archivo, elimina ${path}.lock y vuelve a iniciar.`,
  notAFile: (path) => `el almacenamiento ${path} no es un archivo. Indica un archivo, o no uses --storage.`,
  wrongSize: (path, bytes, expected) =>
    `el archivo de almacenamiento ${path} tiene ${bytes} bytes y no ${expected}: no es un archivo de almacenamiento de este simulador. Indica otro archivo.`,
  becameShorter: 'el archivo de almacenamiento se acortó mientras estaba en uso',
  openToOthers: (path, mode) =>
    `el archivo de almacenamiento ${path} está abierto a otros usuarios (modo ${mode}), y eso no se puede cambiar aquí. Indica un archivo que sea tuyo.`,
  wasOpenToOthers: (path, mode) =>
    `el archivo de almacenamiento ${path} estaba abierto a otros usuarios (modo ${mode}). Ahora solo tú puedes abrirlo (modo 600).`,
};
