import type { WalletMessages } from '../types/wallet.ts';

export const walletInSpanish: WalletMessages = {
  save: {
    again: 'Guardarlo otra vez',
    retry: 'Guardar el archivo',
    name: 'Nombre del archivo',
    write:
      'Anota el nombre del archivo en el papel de su código. Si el navegador le añadió un número, anótalo también.',
  },
  loading: 'Cargando esta página…',
  noted: (date) => `Última comprobación: ${date}.`,
  restored: {
    title: 'Restaurada',
    ask: 'Tu dispositivo creó esta billetera con lo que introdujiste. Compara su ID con el de tu hoja.',
    same: 'Tu billetera vuelve a estar en el dispositivo. Este equipo no ha visto ninguna de sus palabras.',
    none: 'Nada demuestra todavía que esta sea la billetera correcta. Antes de enviarle nada, asegúrate de que tiene las direcciones y las monedas que esperas.',
  },
  doubt: {
    title: 'Tu papel no coincide',
    lead: (date) =>
      `${date === undefined ? 'Las' : `El ${date}, las`} palabras que introdujiste no correspondían a la billetera de este dispositivo. No te fíes de ese papel: compáralo con las palabras del dispositivo y repite la comprobación.`,
    otherTitle: 'Esta no es la billetera de tu hoja',
    otherLead:
      'O se introdujo mal una palabra, o la hoja es de otra billetera. No envíes nada a esta. Compara tu papel con las palabras del dispositivo, o borra el dispositivo y restaura de nuevo.',
    show: 'Ver las palabras en el dispositivo',
    check: 'Repetir la comprobación',
  },
  tryAgain: 'Reintentar',
  wipe: {
    title: '¿Borrar este dispositivo?',
    body: [
      'Se eliminan del dispositivo la billetera, su PIN y sus palabras. Nada en este equipo puede recuperarlos.',
      'Si tienes tus palabras en papel, puedes restaurar la billetera. Si no las tienes, o si tienes dudas, todo lo que contiene se pierde para siempre: comprueba antes tu copia de seguridad.',
      'Tu dispositivo lo pregunta una vez más y solo elimina la billetera después de que mantengas pulsado su botón. No se puede deshacer.',
    ],
    ask: 'Borrar en el dispositivo',
    keep: 'Conservar la billetera',
  },
};
