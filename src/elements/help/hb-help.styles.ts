import { css } from 'lit';

export const helpStyles = css`
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr));
    gap: 28px 56px;
    width: 100%;
  }
  section {
    display: grid;
    gap: 10px;
    align-content: start;
    min-width: 0;
  }
  h2 {
    font-size: 1.0625rem;
  }
  section p,
  li,
  dd {
    color: var(--hb-text-soft);
    line-height: 1.5;
  }
  ul {
    display: grid;
    gap: 8px;
  }
  li {
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--hb-line);
  }
  dl {
    display: grid;
    gap: 2px;
  }
  dd + dt {
    margin-top: 8px;
  }
  dt,
  .versions b {
    font-weight: 640;
    color: var(--hb-text);
  }
  pre {
    margin: 0;
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--hb-sunken);
    color: var(--hb-text);
    font-family: var(--hb-mono);
    font-size: 0.8125rem;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  details details {
    border-color: var(--hb-line);
  }
  details details pre {
    margin: 0 16px 16px;
  }
`;
