import { css } from 'lit';

export const deviceListStyles = css`
  :host {
    display: grid;
    gap: 28px;
  }
  section {
    display: grid;
    gap: 8px;
    min-width: 0;
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 6px 16px;
    align-items: center;
    padding: 14px 0;
    border-top: 1px solid var(--hb-line);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    grid-column: 1 / -1;
  }
  strong {
    font-weight: 640;
  }
  .head .soft {
    font-size: 0.9375rem;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    font-size: 0.875rem;
    line-height: 1.5;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
  }
  dt {
    color: var(--hb-text-soft);
  }
  .id {
    font-family: var(--hb-mono);
    font-size: 0.875rem;
  }
  .due {
    color: var(--hb-attention-text);
    font-weight: 600;
  }
  .chip {
    padding: 2px 10px;
    border: 1px solid var(--hb-line);
    border-radius: 999px;
    background: var(--hb-surface);
    font-size: 0.8125rem;
    line-height: 1.5;
    white-space: nowrap;
  }
  .chip.backed-up {
    border-color: transparent;
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
    font-weight: 600;
  }
  .chip.attention,
  .chip.doubtful,
  .chip.unfinished-backup {
    border-color: var(--hb-attention-line);
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
  }
  .chip.doubtful,
  .chip.unfinished-backup {
    font-weight: 600;
  }
  li > .button {
    min-height: 44px;
  }
  li > .quiet {
    margin-inline-end: -10px;
  }
  @media (max-width: 480px) {
    li {
      grid-template-columns: 1fr;
    }
    li > .button {
      justify-self: start;
    }
    li > .quiet {
      margin-inline-start: -10px;
    }
  }
`;
