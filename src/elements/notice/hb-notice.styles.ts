import { css } from 'lit';

export const noticeStyles = css`
  .attention .emblem,
  .lost .emblem {
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
  }
  .danger .emblem {
    background: var(--hb-danger-surface);
    color: var(--hb-danger);
  }
  .danger h1 {
    color: var(--hb-danger);
  }
  .text {
    display: grid;
    gap: 14px;
    max-width: 36rem;
    font-size: 1.0625rem;
  }
  .facts {
    display: grid;
    gap: 2px;
    width: 100%;
    padding: 14px 18px;
    border: 1px solid var(--hb-line);
    border-radius: 14px;
    background: var(--hb-surface);
  }
  .danger .facts {
    border-color: var(--hb-danger-line);
  }
  .facts dt {
    color: var(--hb-text-soft);
    font-size: 0.875rem;
  }
  .facts dd {
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  /* Wallet IDs, to be compared digit by digit. */
  .danger .facts dd {
    font-family: var(--hb-mono);
  }
  .facts dd + dt {
    margin-top: 10px;
  }
  .progress {
    display: inline-flex;
    align-items: center;
    gap: 12px;
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
  }
  .pulse {
    display: inline-flex;
    gap: 5px;
  }
  .pulse i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--hb-accent);
    animation: pulse 1.4s ease-in-out infinite;
  }
  .pulse i:nth-child(2) {
    animation-delay: 0.18s;
  }
  .pulse i:nth-child(3) {
    animation-delay: 0.36s;
  }
  @keyframes pulse {
    0%,
    70%,
    100% {
      opacity: 0.3;
    }
    35% {
      opacity: 1;
    }
  }
`;
