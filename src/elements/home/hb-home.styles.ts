import { css } from 'lit';

export const homeStyles = css`
  .state {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    padding: 8px 14px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 999px;
    background: var(--hb-surface);
    font-weight: 620;
    line-height: 1.35;
  }
  .dot {
    flex: none;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--hb-accent);
  }
  .state.attention {
    border-color: var(--hb-attention-line);
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
  }
  .attention .dot {
    background: var(--hb-attention-text);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    border-radius: 0;
  }
  .state.danger {
    border-color: var(--hb-danger);
    background: var(--hb-danger-surface);
    color: var(--hb-danger);
  }
  .danger .dot {
    background: var(--hb-danger);
    border-radius: 2px;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
    gap: 12px;
    width: 100%;
  }
  .tile {
    display: grid;
    grid-template-columns: 40px 1fr;
    gap: 12px;
    align-items: center;
    min-height: 68px;
    padding: 12px 14px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 14px;
    background: var(--hb-surface);
    text-align: start;
    line-height: 1.3;
    transition: background-color 120ms ease;
  }
  .tile:hover {
    background: var(--hb-hover);
    border-color: var(--hb-accent);
  }
  .tile strong {
    font-weight: 620;
  }
  .disconnect {
    margin-inline-start: -10px;
  }
  .rows {
    display: grid;
    gap: 12px;
    color: var(--hb-text);
  }
  .rows > div {
    display: grid;
    grid-template-columns: minmax(7rem, 10rem) 1fr;
    gap: 2px 16px;
  }
  @media (max-width: 480px) {
    .rows > div {
      grid-template-columns: 1fr;
    }
  }
  @media (forced-colors: active) {
    .tile,
    .state {
      border-color: ButtonBorder;
    }
    .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
