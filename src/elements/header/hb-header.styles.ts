import { css } from 'lit';

export const headerStyles = css`
  /* No box of its own, so that the strip sticks to the top of the whole page and not of this element. */
  :host,
  header {
    display: contents;
  }
  .simulator {
    position: sticky;
    top: 0;
    z-index: 10;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    padding: 6px 16px;
    border-bottom: 1px solid var(--hb-attention-line);
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
    font-size: 0.875rem;
    font-weight: 620;
    text-align: center;
  }
  .simulator .icon {
    width: 18px;
    height: 18px;
    flex: none;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    max-width: var(--hb-width);
    width: 100%;
    margin: 0 auto;
    padding: 18px 24px;
  }
  .wordmark {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    font-size: 1.125rem;
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .wordmark .icon {
    color: var(--hb-accent);
    width: 28px;
    height: 28px;
  }
  .connection {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 6px 12px;
    border: 1px solid var(--hb-line);
    border-radius: 20px;
    background: var(--hb-surface);
    color: var(--hb-text-soft);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .backup {
    /* As high as the pill, whatever stands beside it. */
    align-self: stretch;
    display: flex;
    align-items: center;
    margin: -7px -13px -7px 4px;
    padding: 6px 12px;
    border: 1px solid var(--hb-line);
    border-radius: 0 20px 20px 0;
    font-weight: 600;
    overflow-wrap: normal;
  }
  .backup.backed-up {
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
  }
  .backup.doubtful,
  .backup.unfinished-backup {
    border-color: var(--hb-attention-line);
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
  }
  .remembered {
    min-height: 44px;
    padding: 6px 16px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 999px;
    background: var(--hb-surface);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .remembered:hover {
    background: var(--hb-hover);
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    border: 2px solid var(--hb-line-strong);
  }
  .connected .dot {
    border-color: var(--hb-accent);
    background: var(--hb-accent);
  }
  .connecting .dot {
    border-color: var(--hb-accent);
  }
  .lost .dot {
    border-color: var(--hb-danger);
    background: var(--hb-danger);
  }
  @media (min-width: 600px) and (max-width: 899px) and (max-height: 29.99rem) {
    :host([docked]) .bar {
      justify-content: start;
      padding-block: 8px;
      padding-inline-end: calc(min(21rem, 55vw) + 16px);
    }
  }
  @media (max-width: 599px) {
    .bar {
      flex-wrap: wrap;
      gap: 10px 12px;
      padding: 14px 20px;
    }
    .bar:has(.connection) {
      flex-wrap: nowrap;
      padding-block: 8px;
    }
    /* The device takes its place. */
    .bar:has(.connection) .wordmark > span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    /* With large text or a long name, two lines rather than out of the page. */
    .connection {
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }
`;
