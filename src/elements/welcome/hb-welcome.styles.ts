import { css } from 'lit';

export const welcomeStyles = css`
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: 12px;
    width: 100%;
  }
  .choice {
    display: grid;
    grid-template-rows: auto auto 1fr;
    gap: 6px;
    padding: 18px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 16px;
    background: var(--hb-surface);
    text-align: start;
    transition: background-color 120ms ease;
  }
  .choice:hover {
    background: var(--hb-hover);
    border-color: var(--hb-accent);
  }
  .choice .badge {
    margin-bottom: 6px;
  }
  .choice strong {
    font-weight: 640;
    line-height: 1.3;
  }
  .choice .body {
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
    line-height: 1.45;
  }
  .manage {
    margin: -12px 0 -8px -10px;
  }
  .about {
    display: grid;
    gap: 4px;
  }
  .points {
    display: grid;
    gap: 18px;
    margin-top: 12px;
    padding-top: 24px;
    border-top: 1px solid var(--hb-line);
    width: 100%;
  }
  .points li {
    display: grid;
    grid-template-columns: 40px 1fr;
    gap: 14px;
  }
  .points p {
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
    margin-top: 2px;
  }
  hb-device-list {
    width: 100%;
  }
  @media (max-width: 599px) {
    .choices {
      grid-template-columns: 1fr;
    }
    .choice {
      grid-template-columns: 40px 1fr;
      grid-template-rows: auto auto;
      gap: 2px 14px;
      padding: 14px 16px;
    }
    .choice .badge {
      grid-row: 1 / span 2;
      margin: 0;
    }
  }
  @media (forced-colors: active) {
    .choice {
      border-color: ButtonBorder;
    }
  }
`;
