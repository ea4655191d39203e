/** The texts of the blank forms and of the page that prints them: loaded with that page. */
import type { SeedQrSize } from '../../protocol/files/seed-qr.ts';

/** What a blank form is for. */
export type FormKind = 'words' | 'seed-qr' | 'backup-code';

interface Choice {
  readonly title: string;
  readonly hint?: string;
}

export interface FormsMessages {
  readonly title: string;
  readonly lead: string;
  readonly why: string;
  readonly form: { legend: string; options: Record<FormKind, Choice> };
  readonly paper: string;
  readonly words: { legend: string; option: (count: number) => string };
  readonly size: { legend: string; options: Record<SeedQrSize, Choice> };
  readonly boxes: { legend: string; with: Choice; without: Choice };
  readonly fixed: { legend: string; with: Choice; without: Choice };
  readonly checks: { legend: string; with: Choice; without: Choice };
  readonly walletId: { legend: string; with: Choice; without: Choice };
  readonly print: string;
  readonly back: string;
  readonly preview: (sheets: number) => string;
  readonly sheet: {
    readonly heading: Record<FormKind, string>;
    readonly warning: Record<FormKind, string>;
    readonly walletId: string;
    readonly device: string;
    readonly date: string;
    readonly words: string;
    readonly file: string;
    readonly format: string;
    readonly firstLetters: string;
    readonly foot: Record<FormKind, string>;
    readonly checks: { title: string; lead: string; columns: readonly string[] };
    readonly grid: (size: SeedQrSize) => string;
  };
}
