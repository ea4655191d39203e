import { css } from 'lit';

export const deviceDrawingStyles = css`
  svg {
    display: block;
    width: min(100%, 22rem);
    height: auto;
    margin-inline: auto;
  }
  .body {
    fill: var(--hb-device);
    stroke: var(--hb-device-edge);
    stroke-width: 2;
  }
  .screen {
    fill: var(--hb-device-screen);
    stroke: var(--hb-device-edge);
    stroke-width: 1.5;
  }
  .eye {
    fill: none;
    stroke: var(--hb-device-ink);
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .key {
    fill: var(--hb-device);
    stroke: var(--hb-device-edge);
    stroke-width: 2;
  }
  .key.used {
    fill: var(--hb-accent);
    stroke: var(--hb-accent);
  }
  .legend {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
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
  @media (forced-colors: active) {
    .key.used {
      fill: Highlight;
    }
  }
`;
