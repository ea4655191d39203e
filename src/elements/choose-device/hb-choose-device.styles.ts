import { css } from 'lit';

export const chooseDeviceStyles = css`
  hb-connect-steps {
    width: 100%;
  }
  /* Their place while they are on their way. */
  hb-connect-steps:not(:defined) {
    height: 9.5rem;
  }
  .links {
    display: grid;
    gap: 12px;
    width: 100%;
  }
  .link {
    display: grid;
    grid-template-columns: 44px 1fr;
    gap: 4px 16px;
    align-items: center;
    width: 100%;
    min-height: 88px;
    padding: 16px 18px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 14px;
    background: var(--hb-surface);
    text-align: start;
    transition: background-color 120ms ease;
  }
  .link:hover:not([aria-disabled='true']) {
    background: var(--hb-hover);
    border-color: var(--hb-accent);
  }
  .link .badge {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 12px;
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
  }
  .link .badge.danger {
    background: var(--hb-danger-surface);
    color: var(--hb-danger);
  }
  .link strong {
    display: block;
    font-weight: 640;
  }
  .link .body {
    display: block;
    margin-top: 2px;
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
    line-height: 1.45;
  }
  .link[aria-disabled='true'] {
    border-style: dashed;
    cursor: default;
  }
  .link[aria-disabled='true'] .badge {
    background: var(--hb-sunken);
    color: var(--hb-text-soft);
  }
  .problem {
    display: grid;
    gap: 8px;
  }
  figure {
    margin: 4px 0 0;
  }
  figcaption {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  pre {
    margin: 6px 0 0;
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--hb-surface);
    color: var(--hb-text);
    font-family: var(--hb-mono);
    font-size: 0.8125rem;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
