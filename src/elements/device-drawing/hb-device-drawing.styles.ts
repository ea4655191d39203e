import { css } from 'lit';

export const deviceDrawingStyles = css`
  svg {
    width: 100%;
    height: auto;
    max-height: 12rem;
    margin-inline: auto;
  }
  svg.upright {
    width: auto;
    max-width: 100%;
    height: 17rem;
    max-height: none;
  }
  .control {
    --lit: var(--hb-device-lit);
  }
  .control.outside {
    --lit: var(--hb-accent);
  }
  .control.paper {
    --lit: var(--hb-device-touch);
  }
  .spot {
    fill: var(--lit);
    fill-opacity: 0.85;
    stroke: none;
  }
  .pulse,
  .track,
  .ring {
    fill: none;
    stroke: var(--lit);
    stroke-width: 2.5;
  }
  .pulse {
    transform-box: fill-box;
    transform-origin: center;
    animation: pulse 2.6s ease-in-out infinite;
  }
  .second .pulse {
    animation-delay: -1.3s;
  }
  .track {
    stroke-opacity: 0.35;
  }
  .ring {
    stroke-width: 0.9px;
    vector-effect: none;
    /* The gap is longer than the line: its far end must not touch the next dash. */
    stroke-dasharray: 1 2;
  }
  .about .ring {
    animation: fill 1.5s linear 300ms backwards;
  }
  .legend {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(min-content, 1fr);
    gap: 10px;
    width: min(100%, 26rem);
    margin: 14px auto 0;
  }
  .legend > div {
    padding: 10px 8px;
    border: 1px solid var(--hb-line);
    border-radius: 12px;
    background: var(--hb-surface);
    text-align: center;
    /* A key's name is never broken. */
    overflow-wrap: normal;
    hyphens: manual;
  }
  @media (max-width: 480px) {
    .legend {
      gap: 6px;
    }
    .legend > div {
      padding: 8px 4px;
      font-size: 0.9375rem;
    }
  }
  @media (max-width: 340px) {
    .legend > div {
      padding-inline: 2px;
      font-size: 0.875rem;
    }
  }
  dt {
    color: var(--hb-text-soft);
    font-size: 0.8125rem;
  }
  dd {
    font-weight: 640;
  }
  .unused dd {
    color: var(--hb-text-soft);
    font-weight: 400;
  }
  .hint {
    margin-top: 12px;
    color: var(--hb-text-soft);
    font-size: 0.875rem;
    line-height: 1.45;
    text-align: center;
    text-wrap: balance;
  }
  @keyframes pulse {
    50% {
      opacity: 0.15;
    }
  }
  @keyframes fill {
    from {
      stroke-dashoffset: 1;
    }
  }
  @media (forced-colors: active) {
    .spot {
      fill: Highlight;
      fill-opacity: 1;
    }
    .pulse,
    .track,
    .ring {
      stroke: Highlight;
    }
  }
`;
