import { css } from 'lit';

/** Beside those of the word count, whose options look the same. */
export const checkOptionsStyles = css`
  :host {
    width: 100%;
  }
  summary {
    color: var(--hb-text-soft);
  }
  summary:hover {
    color: var(--hb-text);
  }
  .inside {
    display: grid;
    gap: 16px;
    padding: 4px 16px 16px;
  }
  .options {
    grid-template-columns: 1fr 1fr;
  }
  @media (max-width: 480px) {
    .options {
      grid-template-columns: 1fr;
    }
  }
  strong {
    white-space: normal;
  }
  legend {
    padding: 0 0 8px;
    font-weight: 600;
  }
`;
