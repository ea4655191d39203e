import { css } from 'lit';

export const onDeviceStyles = css`
  .look {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    padding: 6px 14px 6px 10px;
    border-radius: 999px;
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
    font-size: 0.9375rem;
    font-weight: 620;
  }
  .look.alarming {
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
  }
  .note.danger {
    border-color: var(--hb-danger-line);
    background: var(--hb-danger-surface);
    color: var(--hb-danger);
  }
  .look .icon {
    width: 22px;
    height: 22px;
  }
  .task {
    display: flex;
    align-items: center;
    gap: 20px;
  }
  hb-scene {
    flex: none;
    width: 6rem;
  }
  /* Its place while it is on its way. */
  hb-scene:not(:defined) {
    height: 6.3rem;
  }
  .says {
    display: grid;
    gap: 8px;
    max-width: 36rem;
  }
  .says .lead {
    color: var(--hb-text);
  }
  .progress {
    width: 100%;
    display: grid;
    gap: 8px;
  }
  .track {
    display: flex;
    gap: 3px;
    height: 8px;
  }
  .track span {
    flex: 1;
    border-radius: 3px;
    background: var(--hb-line);
  }
  .track span.passed {
    background: var(--hb-accent);
  }
  .track span.here {
    background: var(--hb-accent);
    transform: scaleY(2);
  }
  @media (max-width: 899px) and (min-height: 30rem) {
    :host([docked]) .view {
      gap: 12px;
    }
    :host([docked]) h1 {
      font-size: 1.5rem;
    }
    /* What to do comes first where there is little room. */
    :host([docked]) .checked {
      order: 1;
    }
    :host([docked]) .look {
      display: none;
    }
    :host([docked]) .task {
      gap: 12px;
    }
    :host([docked]) hb-scene {
      width: 4.5rem;
    }
  }
  hb-walkthrough {
    width: 100%;
  }
  /* Its place while it is on its way. */
  hb-walkthrough:not(:defined) {
    height: 50px;
  }
  .coming,
  .tries {
    font-weight: 620;
  }
  @media (forced-colors: active) {
    .track span {
      border: 1px solid CanvasText;
    }
    .track span.passed,
    .track span.here {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
