import { css } from 'lit';

/** The page of choices around the sheets; on paper there is nothing of it. */
export const formsStyles = css`
  .forms {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 26rem);
    gap: 32px 56px;
    align-items: start;
    width: 100%;
    max-width: var(--hb-width);
    margin: 0 auto;
    padding: 20px 24px 56px;
  }
  .view fieldset {
    margin-top: 4px;
  }
  legend {
    padding: 0;
    margin-bottom: 8px;
    font-size: 0.9375rem;
    font-weight: 640;
  }
  .options {
    grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
  }
  label {
    min-height: 56px;
    padding-block: 10px;
  }
  label strong {
    white-space: normal;
  }
  .preview {
    display: grid;
    gap: 16px;
    position: sticky;
    top: 16px;
    min-width: 0;
    container-type: inline-size;
  }
  @media (max-width: 899px) {
    .forms {
      grid-template-columns: minmax(0, 40rem);
      justify-content: center;
    }
    .preview {
      position: static;
    }
  }
  @media (max-width: 599px) {
    .forms {
      padding: 4px 20px 32px;
    }
  }
  @media print {
    .forms {
      display: block;
      max-width: none;
      margin: 0;
      padding: 0;
    }
    .view,
    .count {
      display: none;
    }
    .preview {
      display: block;
      position: static;
      container-type: normal;
    }
  }
`;

/**
 * The sheets, in millimetres: `--mm` is a millimetre on paper, and on the screen the part of the column that makes the
 * sheet as wide as it. Ink on white, whatever the colours of the page are.
 */
export const sheetStyles = css`
  .sheets {
    display: grid;
    gap: 16px;
    --mm: calc(100cqw / var(--hb-sheet-width));
    --hb-sheet-width: 210;
    --hb-sheet-height: 297;
  }
  .sheets.letter {
    --hb-sheet-width: 215.9;
    --hb-sheet-height: 279.4;
  }
  .sheet {
    display: flex;
    flex-direction: column;
    gap: calc(var(--mm) * 5);
    width: calc(var(--mm) * var(--hb-sheet-width));
    height: calc(var(--mm) * var(--hb-sheet-height));
    padding: calc(var(--mm) * 12) calc(var(--mm) * 14);
    overflow: hidden;
    background: #fff;
    color: #000;
    font-size: calc(var(--mm) * 3.6);
    line-height: 1.4;
    box-shadow: 0 0 0 1px var(--hb-line-strong);
  }
  .sheet h2 {
    font-size: calc(var(--mm) * 8);
    line-height: 1.15;
  }
  .sheet p {
    line-height: 1.4;
  }
  .warning {
    font-weight: 600;
  }
  .foot {
    margin-top: auto;
    font-size: calc(var(--mm) * 3.2);
  }
  .fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--mm) * 4) calc(var(--mm) * 8);
  }
  .field {
    display: flex;
    align-items: baseline;
    gap: calc(var(--mm) * 2);
    border-bottom: calc(var(--mm) * 0.25) solid #000;
    min-height: calc(var(--mm) * 7);
  }
  /* A wallet ID is as long as the sheet is wide. */
  .field:first-child,
  .field.wide {
    grid-column: 1 / -1;
  }
  .field .label {
    flex: none;
    font-size: calc(var(--mm) * 3);
  }
  .field .value {
    font-family: var(--hb-mono);
    font-size: calc(var(--mm) * 3.8);
  }
  .columns {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--mm) * 10);
    margin-top: calc(var(--mm) * 2);
  }
  .letters {
    font-size: calc(var(--mm) * 2.6);
    text-align: end;
  }
  .row {
    display: flex;
    align-items: end;
    gap: calc(var(--mm) * 2);
    height: calc(var(--mm) * 12);
  }
  .number {
    flex: none;
    width: calc(var(--mm) * 7);
    font-size: calc(var(--mm) * 4.2);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .line {
    flex: 1;
    border-bottom: calc(var(--mm) * 0.25) solid #000;
  }
  .boxes {
    display: flex;
  }
  .box {
    width: calc(var(--mm) * 6.5);
    height: calc(var(--mm) * 8);
    border: calc(var(--mm) * 0.25) solid #000;
  }
  .box + .box {
    border-inline-start: 0;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: calc(var(--mm) * 5);
  }
  .code {
    height: calc(var(--mm) * 26);
    padding: calc(var(--mm) * 1.5);
    border: calc(var(--mm) * 0.4) dashed #000;
  }
  .code .number {
    text-align: start;
  }
  .grid-note {
    font-size: calc(var(--mm) * 3.2);
  }
  .grid {
    align-self: center;
  }
  .grid.size-21 {
    width: calc(var(--mm) * 152.5);
    height: calc(var(--mm) * 152.5);
  }
  .grid.size-25 {
    width: calc(var(--mm) * 166);
    height: calc(var(--mm) * 166);
  }
  .grid.size-29 {
    width: calc(var(--mm) * 168.25);
    height: calc(var(--mm) * 168.25);
  }
  /* Pale, so that a reader of the finished code does not take the lines for squares. */
  .thin {
    stroke: #b0b0b0;
    stroke-width: 0.12;
  }
  .block {
    stroke: #606060;
    stroke-width: 0.65;
  }
  .names {
    font-size: 4.5px;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }
  th {
    padding: calc(var(--mm) * 1) calc(var(--mm) * 2);
    font-size: calc(var(--mm) * 3.2);
    text-align: start;
  }
  td {
    height: calc(var(--mm) * 11);
    border: calc(var(--mm) * 0.25) solid #000;
  }
  @media print {
    .sheets {
      display: block;
      --mm: 1mm;
    }
    .sheet {
      /* A hair less than the paper: rounding must not make a second page. */
      height: calc(var(--mm) * var(--hb-sheet-height) - 0.5mm);
      box-shadow: none;
      break-inside: avoid;
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    .sheet:not(:last-child) {
      break-after: page;
    }
  }
`;
