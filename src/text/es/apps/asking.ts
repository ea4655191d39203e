import type { AskingMessages } from '../../types/apps/asking.ts';

export const askingInSpanish: AskingMessages = {
  apps: 'Apps',
  choose: (app) => ({
    title: app,
    body: `¿Abrir ${app} para usar la billetera con un programa del equipo?`,
    left: 'Volver',
    right: 'Abrir',
  }),
  nextApp: 'Siguiente',
  ready: (app) => ({
    title: app,
    body: 'Listo. Aquí verás lo que pida tu programa.',
    left: 'Cerrar',
  }),
  allow: (app) => ({
    title: '¿Direcciones?',
    body: `Un programa vería todas tus direcciones de ${app}, también las futuras.`,
    left: 'No',
    right: 'Sí',
  }),
  review: {
    title: 'Léelo aquí',
    body: 'Solo esta pantalla dice qué firmas.',
    left: 'Rechazar',
    right: 'Leer',
  },
  back: 'Volver',
  next: 'Seguir',
  reject: 'Rechazar',
  hold: 'Mantén el botón derecho para firmar.',
  sign: 'Firmar',
  compare: { title: 'Tu dirección', body: 'Compárala con la del equipo.', left: 'No', right: 'Ver' },
  same: { title: '¿Es la misma?', body: 'La dirección de aquí y la del equipo.', left: 'No', right: 'Sí' },
  refused: 'OK',
  place: (at, of) => `${at}/${of}`,
};
