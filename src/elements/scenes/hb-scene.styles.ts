import { css } from 'lit';

/** Each movement ends where the picture is without it: where nothing moves, the end is what one sees. */
export const sceneStyles = css`
  :host {
    --unchosen: var(--hb-line-strong);
    width: 10rem;
  }
  svg {
    width: 100%;
    height: auto;
  }
  /* The cable comes from beyond the picture. */
  svg.plug-in {
    overflow: hidden;
  }
  .keys,
  .cable,
  .window-line,
  .window-dots,
  .words,
  .line,
  .keyhole,
  .shackle {
    fill: none;
  }
  .keys {
    stroke: var(--hb-device-key);
    stroke-width: 4;
  }
  .cable {
    stroke: var(--hb-line-strong);
    stroke-width: 3.5;
  }
  .grip {
    fill: var(--hb-device-key);
    stroke: var(--hb-device-edge);
    stroke-width: 1.75;
  }
  .plugs {
    animation: from-left 800ms cubic-bezier(0.3, 0.8, 0.3, 1) 400ms backwards;
  }
  .wakes {
    animation: appear 500ms ease-out 1200ms backwards;
  }
  .digit {
    fill: var(--hb-surface);
    stroke: var(--hb-line-strong);
    stroke-width: 1.75;
  }
  .digit.entered {
    fill: var(--hb-accent);
    stroke: var(--hb-accent);
    animation: appear 160ms ease-out backwards;
  }
  .entered.nth-0 {
    animation-delay: 300ms;
  }
  .entered.nth-1 {
    animation-delay: 550ms;
  }
  .entered.nth-2 {
    animation-delay: 800ms;
  }
  .entered.nth-3 {
    animation-delay: 1050ms;
  }
  .lock {
    fill: var(--hb-accent);
    stroke: var(--hb-accent);
    stroke-width: 1.75;
  }
  .keyhole {
    stroke: var(--hb-on-accent);
    stroke-width: 2.5;
  }
  .shackle {
    stroke: var(--hb-accent);
    stroke-width: 4;
    transform: translateY(-2px);
    animation: shut 350ms ease-out 1350ms backwards;
  }
  .window,
  .list,
  .address {
    fill: var(--hb-surface);
    stroke: var(--hb-line-strong);
    stroke-width: 1.75;
  }
  .window {
    fill: var(--hb-sunken);
  }
  .address {
    stroke: none;
  }
  .window-line {
    stroke: var(--hb-line-strong);
    stroke-width: 1.75;
  }
  .window-dots {
    stroke: var(--hb-line-strong);
    stroke-width: 4;
  }
  .list-side,
  .sheet-side {
    fill: var(--hb-line-strong);
    stroke: var(--hb-line-strong);
    stroke-width: 1.75;
    transform: translateY(1.4px);
  }
  .words {
    stroke: var(--hb-line-strong);
    stroke-width: 3;
  }
  .words.strong {
    stroke: var(--hb-text);
  }
  .chosen {
    fill: var(--hb-accent);
    animation: appear 300ms ease-out 1200ms backwards;
  }
  .words.on-chosen {
    stroke: var(--hb-on-accent);
    animation: unchosen 300ms ease-out 1200ms backwards;
  }
  .cursor {
    fill: var(--hb-text);
    stroke: var(--hb-surface);
    stroke-width: 1.5;
    animation: from-below 900ms cubic-bezier(0.4, 0, 0.2, 1) 300ms backwards;
  }
  .sheet {
    fill: var(--hb-device-paper);
    stroke: var(--hb-line-strong);
    stroke-width: 1.75;
  }
  .number {
    fill: var(--hb-device-fold);
  }
  .line {
    stroke: var(--hb-device-fold);
    stroke-width: 1.25;
  }
  .ink,
  .check {
    fill: none;
    stroke: var(--hb-device-on-paper);
    stroke-width: 1px;
    /* The gap is longer than the line: its far end must not touch the next dash. */
    stroke-dasharray: 1 2;
    vector-effect: none;
  }
  .writes {
    animation: draw 700ms linear 300ms backwards;
  }
  .writes.nth-1 {
    animation-delay: 1150ms;
  }
  .pencil {
    animation: write 1550ms linear 300ms backwards;
  }
  .pencil-body,
  .pencil-end,
  .pencil-tip {
    stroke: var(--hb-device-edge);
    stroke-width: 1.75;
  }
  .pencil-body {
    fill: var(--hb-accent);
  }
  .pencil-end {
    fill: var(--hb-device-metal);
  }
  .pencil-tip {
    fill: var(--hb-device-wood);
  }
  .pencil-lead {
    fill: var(--hb-device-edge);
  }
  .desk {
    transform: rotate(-3deg);
    transform-origin: 60px 42px;
  }
  .tick {
    transform-box: fill-box;
    transform-origin: center;
    animation: grow 400ms cubic-bezier(0.3, 1.3, 0.5, 1) 300ms backwards;
  }
  .behind {
    fill: var(--hb-surface);
  }
  .seal {
    fill: var(--hb-accent);
  }
  .check {
    stroke: var(--hb-on-accent);
    stroke-width: 2.4px;
    animation: draw 400ms ease-out 700ms backwards;
  }
  @keyframes from-left {
    from {
      transform: translateX(-20px);
    }
  }
  @keyframes from-below {
    from {
      transform: translate(18px, 14px);
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes unchosen {
    from {
      stroke: var(--unchosen);
    }
  }
  @keyframes shut {
    from {
      transform: translateY(2px);
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  @keyframes write {
    from {
      transform: translate(-24px, -9.8px);
    }
    45% {
      transform: translate(2px, -9.8px);
    }
    55% {
      transform: translate(-24px, 0);
    }
  }
  @keyframes grow {
    from {
      opacity: 0;
      transform: scale(0.6);
    }
  }
  @media (forced-colors: active) {
    :host {
      --unchosen: CanvasText;
    }
    .grip,
    .digit,
    .window,
    .list,
    .sheet,
    .pencil-body,
    .pencil-end,
    .pencil-tip {
      fill: Canvas;
      stroke: CanvasText;
    }
    .keys,
    .cable,
    .window-line,
    .window-dots,
    .words,
    .words.strong,
    .line,
    .ink,
    .shackle {
      stroke: CanvasText;
    }
    .address {
      fill: Canvas;
      stroke: CanvasText;
    }
    .list-side,
    .sheet-side,
    .number,
    .pencil-lead {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .digit.entered,
    .lock,
    .chosen,
    .seal {
      fill: Highlight;
      stroke: Highlight;
    }
    .behind {
      fill: Canvas;
    }
    .keyhole,
    .words.on-chosen,
    .check {
      stroke: HighlightText;
    }
    .cursor {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;
