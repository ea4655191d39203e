import { css } from 'lit';

export const preferencesStyles = css`
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
    gap: 20px;
    width: 100%;
    align-items: start;
  }
  fieldset {
    margin: 0;
    padding: 6px 18px 8px;
    border: 1px solid var(--hb-line);
    border-radius: 14px;
    background: var(--hb-surface);
    min-inline-size: 0;
  }
  legend {
    padding: 0 6px;
    margin-inline-start: -6px;
    font-size: 0.9375rem;
    font-weight: 640;
  }
  label {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 48px;
    cursor: pointer;
  }
  label + label {
    border-top: 1px solid var(--hb-line);
  }
  input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--hb-accent);
  }
  .hint {
    padding: 10px 0 8px;
    border-top: 1px solid var(--hb-line);
    color: var(--hb-muted);
    font-size: 0.9375rem;
  }
  input:focus-visible {
    outline: 3px solid var(--hb-focus);
    outline-offset: 2px;
  }
`;
