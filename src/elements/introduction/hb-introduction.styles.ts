import { css } from 'lit';

export const introductionStyles = css`
  .points {
    display: grid;
    gap: 18px;
    width: 100%;
    max-width: 38rem;
  }
  .points li {
    display: grid;
    grid-template-columns: 40px 1fr;
    gap: 14px;
  }
  .points p {
    color: var(--hb-text-soft);
    margin-top: 2px;
  }
  .tick {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 12px;
    align-items: center;
    min-height: 48px;
    padding: 12px 16px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 12px;
    background: var(--hb-surface);
    font-weight: 600;
    line-height: 1.4;
    cursor: pointer;
  }
  .tick.missing {
    border-color: var(--hb-danger);
  }
  .tick input {
    width: 22px;
    height: 22px;
    margin: 0;
    accent-color: var(--hb-accent);
  }
  .tick:focus-within {
    outline: 3px solid var(--hb-focus);
    outline-offset: 2px;
  }
  .tick input:focus {
    outline: none;
  }
  .why {
    margin-top: -12px;
    color: var(--hb-danger);
    font-size: 0.9375rem;
  }
  .why:empty {
    display: none;
  }
`;
