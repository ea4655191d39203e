import { css } from 'lit';

/** Beside those of the word count, whose options look the same. */
export const checkOptionsStyles = css`
  :host {
    width: 100%;
  }
  summary {
    min-height: 44px;
    padding: 10px 0;
    color: var(--hb-text-soft);
    cursor: pointer;
  }
  summary:hover {
    color: var(--hb-text);
  }
  .inside {
    display: grid;
    gap: 16px;
    padding: 4px 0 8px;
  }
  .options {
    grid-template-columns: 1fr 1fr;
  }
  strong {
    white-space: normal;
  }
  legend {
    padding: 0 0 8px;
    font-weight: 600;
  }
`;
