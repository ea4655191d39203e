/** The texts of the advanced choices about a new wallet. */

export interface CheckOptionsMessages {
  readonly title: string;
  readonly lead: string;
  readonly rangeLegend: string;
  readonly range: (range: number) => string;
  readonly rangeHint: (range: number) => string;
  readonly diceLegend: string;
  readonly noDice: string;
  readonly noDiceHint: string;
  readonly dice: string;
  readonly diceHint: string;
  readonly diceBody: string;
}
