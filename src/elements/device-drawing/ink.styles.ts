import { css } from 'lit';

/** How devices are drawn, here and in the scenes: lines of one weight however large a drawing is, and a few fills. */
export const inkStyles = css`
  svg {
    display: block;
    overflow: visible;
  }
  svg * {
    vector-effect: non-scaling-stroke;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .body,
  .key,
  .plug,
  .screen,
  .glass,
  .recess,
  .port {
    stroke: var(--hb-device-edge);
    stroke-width: 1.75;
  }
  .side {
    fill: var(--hb-device-side);
    stroke: var(--hb-device-side);
    stroke-width: 1.75;
    transform: translateY(1.4px);
  }
  .body {
    fill: var(--hb-device);
  }
  .light {
    fill: none;
    stroke: var(--hb-device-light);
    stroke-width: 1.5;
  }
  .metal {
    fill: none;
    stroke: var(--hb-device-metal);
    stroke-width: 3;
  }
  .plug {
    fill: var(--hb-device-metal);
  }
  .recess,
  .port {
    fill: var(--hb-device-side);
  }
  .glass {
    fill: var(--hb-device-glass);
  }
  .screen {
    fill: var(--hb-device-screen);
    stroke: var(--hb-device-rim);
  }
  .screen.paper {
    fill: var(--hb-device-paper);
  }
  .glare {
    fill: var(--hb-device-glare);
  }
  .fold {
    fill: none;
    stroke: var(--hb-device-fold);
    stroke-width: 1.5;
  }
  .eye {
    fill: none;
    stroke: var(--hb-device-ink);
    stroke-width: 2;
  }
  .on-paper .eye {
    stroke: var(--hb-device-on-paper);
  }
  .key {
    fill: var(--hb-device-key);
  }
  .key.used {
    fill: var(--hb-device-lit);
  }
  @media (forced-colors: active) {
    .body,
    .key,
    .plug,
    .screen,
    .screen.paper,
    .glass,
    .recess,
    .port {
      fill: Canvas;
      stroke: CanvasText;
    }
    .side {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .light,
    .glare {
      display: none;
    }
    .metal,
    .fold,
    .eye,
    .on-paper .eye {
      stroke: CanvasText;
    }
    .key.used {
      fill: Highlight;
    }
  }
`;
