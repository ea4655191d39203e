import type { SeedQrMessages } from '../types/seed-qr-page.ts';

export const seedQrPageInGerman: SeedQrMessages = {
  seedQr: {
    title: 'SeedQR, von Hand abgezeichnet',
    body: 'Dein Gerät zeigt deine Phrase als Raster aus Kästchen auf seinem eigenen Bildschirm, erst ganz und dann Block für Block. Du zeichnest sie von Hand in ein leeres Raster, das später ein Gerät mit Kamera liest.',
    advice: [
      'Wer die Kästchen sieht, hat deine Wörter: Sie sind deine Phrase, unverschlüsselt.',
      'Richte nie ein Handy auf den Bildschirm des Geräts oder das Raster, auch nicht, um deine Kopie zu prüfen.',
      'Bewahre das Raster zusätzlich zu deinen aufgeschriebenen Wörtern auf, nicht statt ihrer: Nur wenige Geräte können es lesen.',
    ],
    show: 'Auf dem Gerät anzeigen',
    grid: 'Leeres Raster drucken',
  },
  forms: {
    title: 'Leere Vordrucke zum Ausdrucken',
    body: 'Blätter mit leeren Zeilen für deine Wörter, eine Metallplatte oder einen Backup-Code. Auf ihnen steht nichts Geheimes, und du füllst sie von Hand aus.',
    words: 'Für die Wörter',
    code: 'Für einen Backup-Code',
  },
};
