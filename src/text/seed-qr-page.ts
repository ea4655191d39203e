import { part } from './locale/language.ts';
import type { SeedQrMessages } from './types/seed-qr-page.ts';

export type { SeedQrMessages } from './types/seed-qr-page.ts';

export const seedQrMessages: SeedQrMessages = part('seedQrPage');
