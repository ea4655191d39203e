import { css } from 'lit';

export const signMessageStyles = css`
  .field {
    display: grid;
    gap: 8px;
    width: 100%;
  }
  .field label,
  dt {
    font-weight: 620;
    line-height: 1.4;
  }
  /* A press on it is one into its field. */
  .field label {
    display: grid;
    align-items: end;
    min-height: 44px;
  }
  textarea,
  input {
    width: 100%;
    padding: 12px 14px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 12px;
    background: var(--hb-surface);
    color: var(--hb-text);
    font: inherit;
    line-height: 1.5;
  }
  textarea {
    min-height: 8rem;
    resize: vertical;
  }
  input {
    max-width: 12rem;
    min-height: 48px;
  }
  textarea:focus-visible,
  input:focus-visible,
  [tabindex]:focus-visible {
    outline: 3px solid var(--hb-focus);
    outline-offset: 2px;
  }
  [aria-invalid='true'] {
    border-color: var(--hb-danger);
  }
  .trouble {
    display: grid;
    gap: 8px;
  }
  .parts {
    display: grid;
    gap: 20px;
    width: 100%;
  }
  .parts > div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8px 12px;
    align-items: end;
  }
  .parts .value {
    grid-column: 1 / -1;
    padding: 12px 14px;
    border: 1px solid var(--hb-line);
    border-radius: 12px;
    background: var(--hb-surface);
    font-family: var(--hb-mono);
    line-height: 1.6;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    hyphens: none;
    max-height: 20rem;
    overflow-y: auto;
  }
  .parts .button {
    min-height: 44px;
    padding: 6px 16px;
  }
  .told {
    grid-column: 1 / -1;
  }
  .way {
    margin-block: -6px;
  }
  .checked {
    display: grid;
    gap: 6px;
  }
  .checked strong {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 10px;
    font-weight: 640;
    line-height: 1.5;
  }
  .checked .icon {
    color: var(--hb-accent);
  }
  @media (forced-colors: active) {
    textarea,
    input,
    .parts .value {
      border-color: ButtonBorder;
    }
  }
`;
