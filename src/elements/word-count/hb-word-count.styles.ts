import { css } from 'lit';

export const wordCountStyles = css`
  fieldset {
    width: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .options {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
    gap: 12px;
  }
  /* Five in a row where they fit, and else in rows that are full. */
  .options.all {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }
  .options.all label {
    grid-column: span 2;
  }
  .options.all label:nth-child(n + 4) {
    grid-column: span 3;
  }
  .options.short {
    grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
  }
  .options.short label {
    min-height: 56px;
  }
  .options.short .whole {
    grid-column: 1 / -1;
  }
  label {
    position: relative;
    display: grid;
    gap: 2px;
    min-height: 76px;
    align-content: center;
    padding: 14px 18px 14px 52px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 14px;
    background: var(--hb-surface);
    cursor: pointer;
  }
  label:hover {
    background: var(--hb-hover);
  }
  label:has(input:checked) {
    border-color: var(--hb-accent);
    box-shadow: inset 0 0 0 1px var(--hb-accent);
    background: var(--hb-accent-soft);
  }
  label:has(input:focus-visible) {
    outline: 3px solid var(--hb-focus);
    outline-offset: 2px;
  }
  input {
    position: absolute;
    inset-inline-start: 18px;
    top: calc(50% - 10px);
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--hb-accent);
  }
  input:focus {
    outline: none;
  }
  strong {
    font-weight: 640;
    white-space: nowrap;
  }
  @media (max-width: 480px) {
    .options.all label:nth-child(n) {
      grid-column: span 3;
    }
    .options.all label:last-child {
      grid-column: 1 / -1;
    }
    label {
      padding: 12px 10px 12px 44px;
    }
    input {
      inset-inline-start: 14px;
    }
  }
  @media (max-width: 340px) {
    .options.all label:nth-child(n) {
      grid-column: 1 / -1;
      min-height: 56px;
    }
  }
  .hint {
    color: var(--hb-text-soft);
    font-size: 0.875rem;
  }
  /* What it takes when its code has come: a button that moves away from under a finger is missed. */
  hb-check-options:not(:defined) {
    display: block;
    min-height: max(50px, calc(26px + 1.5em));
  }
  /* Its text lines up with the text above. */
  .others {
    margin: 8px 0 0 -11px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .blank-form .others {
    margin-top: 0;
  }
  .needs {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .needs .icon {
    flex: none;
    color: var(--hb-accent);
  }
  @media (forced-colors: active) {
    /* There a quiet button has a border. */
    .others {
      margin-inline-start: 0;
    }
    label:has(input:checked) {
      border: 2px solid Highlight;
    }
  }
`;
