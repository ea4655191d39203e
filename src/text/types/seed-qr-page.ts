/** The texts of the SeedQR and of the blank forms on the page of copies: loaded with that page. */
import type { NoticeText } from './app.ts';

export interface SeedQrMessages {
  readonly seedQr: {
    readonly title: string;
    readonly body: string;
    readonly advice: readonly string[];
    readonly show: string;
    readonly grid: string;
  };
  readonly forms: Omit<NoticeText, 'body'> & {
    readonly body: string;
    readonly words: string;
    readonly code: string;
  };
}
