import { css } from 'lit';

export const quizStyles = css`
  .emblem.wrong {
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
  }
  .position {
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .text {
    display: grid;
    gap: 14px;
    max-width: 36rem;
    font-size: 1.0625rem;
  }
  .answers {
    display: grid;
    gap: 12px;
    width: 100%;
  }
  .answers .button {
    justify-content: flex-start;
    min-height: 64px;
    text-align: start;
  }
`;
