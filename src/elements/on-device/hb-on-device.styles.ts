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
  .look .icon {
    width: 22px;
    height: 22px;
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
