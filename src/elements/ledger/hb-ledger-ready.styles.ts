import { css } from 'lit';

export const ledgerReadyStyles = css`
  .abilities {
    display: grid;
    gap: 14px;
    margin-top: -8px;
    max-width: 38rem;
  }
  .abilities dt {
    color: var(--hb-text);
  }
  .abilities dd {
    color: var(--hb-text-soft);
    font-weight: 400;
    font-size: 0.9375rem;
    line-height: 1.5;
  }
`;
