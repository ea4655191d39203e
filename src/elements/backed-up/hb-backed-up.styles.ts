import { css } from 'lit';

export const backedUpStyles = css`
  .emblem {
    display: grid;
    place-items: center;
    width: 64px;
    height: 64px;
    border-radius: 50%;
    background: var(--hb-accent);
    color: var(--hb-on-accent);
  }
  .emblem.restored {
    background: var(--hb-surface);
    color: var(--hb-text);
    border: 1px solid var(--hb-line-strong);
  }
  .emblem.doubtful {
    background: var(--hb-danger-surface);
    color: var(--hb-danger);
  }
  .paper {
    width: 5.75rem;
  }
  .compare {
    display: grid;
    gap: 16px;
    width: 100%;
    padding: 18px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 16px;
    background: var(--hb-surface);
  }
  .compare .id {
    font-size: min(1.375rem, 5.2vw);
  }
  .emblem .icon {
    width: 36px;
    height: 36px;
    stroke-width: 2.2;
  }
  .receipt {
    width: 100%;
    border: 1px solid var(--hb-line);
    border-radius: 16px;
    background: var(--hb-surface);
    overflow: hidden;
  }
  .receipt > div {
    display: grid;
    grid-template-columns: minmax(min-content, 10rem) 1fr;
    gap: 4px 16px;
    padding: 14px 18px;
  }
  .receipt > div + div {
    border-top: 1px solid var(--hb-line);
  }
  dt {
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
    overflow-wrap: normal;
  }
  dd {
    overflow-wrap: anywhere;
    font-weight: 560;
  }
  .id {
    font-family: var(--hb-mono);
    font-size: 1.0625rem;
    line-height: 1.6;
    letter-spacing: 0.01em;
    display: grid;
    grid-template-columns: repeat(4, max-content);
    gap: 0 1ch;
  }
  .keep {
    display: grid;
    gap: 10px;
    margin-top: -8px;
  }
  .keep li {
    display: grid;
    grid-template-columns: 22px 1fr;
    gap: 10px;
    line-height: 1.5;
  }
  .keep .icon {
    width: 20px;
    height: 20px;
    margin-top: 2px;
    color: var(--hb-accent);
  }
  @media (max-width: 480px) {
    .receipt > div {
      padding: 10px 14px;
    }
    .receipt > div:has(.id) {
      grid-template-columns: 1fr;
    }
    .receipt > div:not(:has(.id)) {
      grid-template-columns: minmax(min-content, 2fr) 3fr;
    }
    /* The end fits a phone: its picture stands beside its title. */
    .end {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 14px;
    }
    .end > * {
      grid-column: 1 / -1;
    }
    .end > .paper,
    .end > .emblem {
      grid-area: 1 / 2;
      width: 4rem;
    }
    .end > h1 {
      grid-area: 1 / 1;
      align-self: center;
    }
    .end .keep {
      gap: 6px;
    }
    .end > .actions {
      position: sticky;
      z-index: 1;
      bottom: 0;
      margin-top: 0;
      padding-block: 12px;
      background: var(--hb-page);
    }
  }
`;
