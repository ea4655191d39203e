import type { ErrorMessages } from '../types/errors.ts';

export const errorsInSpanish: ErrorMessages = {
  disconnected: {
    when: 'Tu dispositivo se desconectó o se apagó.',
    todo: 'Vuelve a conectarlo. No se ha perdido nada: recuerda por dónde ibas.',
  },
  timeout: {
    when: 'Tu dispositivo no respondió a tiempo.',
    todo: 'Desconéctalo, espera un momento y vuelve a conectarlo.',
  },
  aborted: {
    when: 'Se ha cancelado.',
    todo: '',
  },
  locked: {
    when: 'Tu dispositivo está bloqueado.',
    todo: 'Introduce tu PIN en el dispositivo.',
  },
  busy: {
    when: 'Tu dispositivo está ocupado.',
    todo: 'Termina o detén lo que hay en su pantalla.',
  },
  declined: {
    when: 'Lo rechazaste en el dispositivo.',
    todo: 'Vuelve a empezar cuando quieras.',
  },
  'not-in-this-state': {
    when: 'Tu dispositivo no puede hacer eso ahora. Puede que ya tenga una billetera.',
    todo: 'Mira en tu dispositivo qué está esperando.',
  },
  'device-fault': {
    when: 'Tu dispositivo detectó un fallo interno.',
    todo: 'No uses este dispositivo para una billetera.',
  },
  refused: {
    when: 'Tu dispositivo no entendió lo que le pidió esta aplicación.',
    todo: 'Actualiza esta aplicación.',
  },
  unsupported: {
    when: 'Tu dispositivo no es compatible con esto. Puede que tenga abierta otra aplicación o que su firmware sea demasiado antiguo.',
    todo: 'Abre Hostblind en tu dispositivo o actualiza su firmware.',
  },
  'unknown-refusal': {
    when: 'Tu dispositivo se negó, por un motivo que solo conoce su fabricante.',
    todo: 'Mira tu dispositivo.',
  },
  'other-version': {
    when: 'Tu dispositivo y esta aplicación hablan versiones distintas del protocolo de Hostblind.',
    todo: 'Actualiza tu dispositivo o esta aplicación.',
  },
  'bad-response': {
    when: 'El dispositivo envió una respuesta mal formada.',
    todo: 'Actualiza tu dispositivo o esta aplicación.',
  },
  'cannot-protect': {
    when: 'Tu dispositivo no puede incluir en una firma el número aleatorio de este equipo, así que no se firmó nada.',
    todo: 'Actualiza su firmware o usa otro dispositivo.',
  },
  'number-ignored': {
    when: 'Tu dispositivo ignoró el número aleatorio de este equipo. Su firma podría haber sacado sus claves secretas, así que se descartó.',
    todo: 'No uses más este dispositivo. Restaura tu papel en otro dispositivo, crea una billetera nueva y mueve allí tu dinero.',
  },
  'other-key': {
    when: 'Tu dispositivo firmó con una clave distinta de la que había mostrado a este equipo.',
    todo: 'No uses más este dispositivo. Restaura tu papel en otro dispositivo y mueve tu dinero desde allí.',
  },
  'app-fault': {
    when: 'Algo falló en esta aplicación, o el navegador le negó algo que necesita.',
    todo: 'Recarga la página. Si vuelve a pasar, prueba con otro navegador.',
  },
  'chooser-blocked': {
    when: 'El navegador cerró su lista de dispositivos antes de que nadie pudiera elegir.',
    todo: 'En los ajustes del navegador, permite que este sitio use dispositivos. Puede que una directiva de tu empresa lo bloquee.',
  },
  'chooser-cancelled': {
    when: 'Cerraste la lista sin elegir un dispositivo.',
    todo: '',
  },
  'permission-denied': {
    when: 'Tu navegador o tu sistema operativo no permitió el acceso al dispositivo.',
    todo: 'Autoriza el dispositivo en los permisos del sitio. En Linux, instala la regla de udev.',
  },
  'in-use': {
    when: 'Tu dispositivo está abierto en otro programa o en otra pestaña.',
    todo: 'Cierra los demás programas de billetera y las pestañas que lo usen.',
  },
  'not-found': {
    when: 'No se encontró ningún dispositivo.',
    todo: 'Conecta tu dispositivo o inicia el simulador.',
  },
  'no-webhid': {
    when: 'Este navegador no puede acceder a dispositivos USB.',
    todo: 'Usa Chrome, Edge u otro navegador basado en Chromium en un equipo, o el simulador.',
  },
  'no-usb-driver': {
    when: 'Las bibliotecas para dispositivos USB no están instaladas en este equipo.',
    todo: 'Ejecuta npm ci en la carpeta de Hostblind o usa --link process.',
  },
};
