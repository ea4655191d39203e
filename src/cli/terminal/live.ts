/**
 * Lines at the bottom of a terminal that are drawn over themselves: what is shown now, whole, on as many lines as it takes. After a
 * change of the width they are drawn again.
 */
import { widthOf } from './wrap.ts';

export interface LiveOut {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

export interface LiveLines {
  /** Draws in place of what was drawn before. `layOut` gives lines that fit the width. */
  show(layOut: (width: number) => readonly string[]): void;
  /** Takes them away; what is printed next stands in their place. */
  clear(): void;
  /** Leaves them where they are; what is printed next stands below. */
  keep(): void;
  /** The terminal has another width. */
  resized(): void;
}

const clearBelow = '\u001B[J';

export function createLiveLines(out: LiveOut): LiveLines {
  let shown: ((width: number) => readonly string[]) | undefined;
  let drawn: readonly string[] = [];

  /** Rows that they take now: a terminal that became narrower has broken them itself. */
  const rows = (): number => {
    const { columns } = out;
    const broken = (line: string): number =>
      columns === undefined ? 1 : Math.max(1, Math.ceil(line.length / Math.max(1, columns)));
    return drawn.reduce((sum, line) => sum + broken(line), 0);
  };

  const toTheTop = (): string => {
    if (drawn.length === 0) return '';
    const above = rows() - 1;
    return `\r${above > 0 ? `\u001B[${above}A` : ''}${clearBelow}`;
  };

  const draw = (layOut: (width: number) => readonly string[]): void => {
    const lines = layOut(widthOf(out.columns));
    out.write(`${toTheTop()}${lines.join('\n')}`);
    drawn = lines;
  };

  return {
    show(layOut) {
      shown = layOut;
      draw(layOut);
    },
    clear() {
      const back = toTheTop();
      if (back !== '') out.write(back);
      [shown, drawn] = [undefined, []];
    },
    keep() {
      if (drawn.length > 0) out.write('\n');
      [shown, drawn] = [undefined, []];
    },
    resized() {
      if (shown !== undefined) draw(shown);
    },
  };
}
