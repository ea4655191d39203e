import type { SeedQrMessages } from '../types/seed-qr-page.ts';

export const seedQrPageInFrench: SeedQrMessages = {
  seedQr: {
    title: 'SeedQR, copié à la main',
    body: 'Votre appareil affiche votre phrase sur son propre écran, sous forme de grille : entière, puis bloc par bloc. Vous la recopiez à la main sur une grille vierge, pour qu’un appareil à caméra puisse la lire plus tard.',
    advice: [
      'Quiconque voit les cases a vos mots : c’est votre phrase, non chiffrée.',
      'Ne pointez jamais un téléphone vers l’écran de l’appareil ou vers la grille, pas même pour relire votre copie.',
      'Gardez-la en plus de vos mots sur papier, pas à leur place : peu d’appareils savent la lire.',
    ],
    show: 'Afficher sur l’appareil',
    grid: 'Imprimer une grille vierge',
  },
  forms: {
    title: 'Fiches vierges à imprimer',
    body: 'Des fiches à lignes vides pour vos mots, une plaque métallique ou un code de sauvegarde. Elles ne contiennent rien de secret, et vous les remplissez à la main.',
    words: 'Pour les mots',
    code: 'Pour un code de sauvegarde',
  },
};
