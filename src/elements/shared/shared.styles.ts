import { css } from 'lit';

/** What every view has in common: headings, running text, buttons, focus. Colours come from `app.css`. */
export const sharedStyles = css`
  :host {
    display: block;
    color: var(--hb-text);
    /* German has words that are wider than a small phone. */
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: clamp(1.625rem, 1.3rem + 1.4vw, 2.125rem);
    line-height: 1.2;
    font-weight: 680;
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  h1:focus-visible {
    outline: 2px solid var(--hb-focus);
    outline-offset: 6px;
    border-radius: 4px;
  }
  h2 {
    font-size: 0.9375rem;
    line-height: 1.4;
    font-weight: 640;
  }
  p {
    line-height: 1.55;
    text-wrap: pretty;
  }
  .view {
    display: grid;
    gap: 20px;
    justify-items: start;
  }
  .view > * {
    max-width: 100%;
  }
  .lead {
    color: var(--hb-text-soft);
    font-size: 1.0625rem;
    max-width: 36rem;
  }
  .soft {
    color: var(--hb-text-soft);
  }
  .small {
    font-size: 0.875rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-top: 8px;
  }
  details {
    width: 100%;
    border: 1px solid var(--hb-line);
    border-radius: 12px;
    background: var(--hb-surface);
  }
  summary {
    min-height: 48px;
    padding: 12px 16px;
    border-radius: 12px;
    font-weight: 600;
    line-height: 1.5;
    cursor: pointer;
  }
  details .more {
    display: grid;
    gap: 10px;
    padding: 0 16px 16px;
    color: var(--hb-text-soft);
  }
  .emblem {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 16px;
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
  }
  .emblem .icon {
    width: 30px;
    height: 30px;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:focus-visible,
  a:focus-visible,
  summary:focus-visible {
    outline: 3px solid var(--hb-focus);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 48px;
    padding: 10px 22px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 12px;
    background: var(--hb-surface);
    font-weight: 600;
    line-height: 1.25;
    transition:
      background-color 120ms ease,
      border-color 120ms ease;
  }
  .button:hover {
    background: var(--hb-hover);
  }
  .button.primary {
    border-color: transparent;
    background: var(--hb-accent);
    color: var(--hb-on-accent);
  }
  .button.primary:hover {
    background: var(--hb-accent-hover);
  }
  .button.danger {
    border-color: var(--hb-danger);
    color: var(--hb-danger);
  }
  .button.danger:hover {
    background: var(--hb-danger-surface);
  }
  .button.quiet {
    padding-inline: 10px;
    border-color: transparent;
    background: transparent;
    color: var(--hb-text-soft);
  }
  /* Without a frame to see, its text lines up with the text above. */
  .actions .button.quiet:first-child {
    margin-inline-start: -10px;
  }
  .button.quiet:hover {
    background: var(--hb-hover);
    color: var(--hb-text);
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .note {
    width: 100%;
    padding: 14px 16px;
    border: 1px solid var(--hb-line);
    border-radius: 12px;
    background: var(--hb-surface);
    line-height: 1.5;
  }
  .note.attention {
    border-color: var(--hb-attention-line);
    background: var(--hb-attention-surface);
    color: var(--hb-attention-text);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 480px) {
    .actions {
      width: 100%;
    }
    .actions .button {
      flex: 1 1 auto;
    }
    .actions .button.quiet:first-child {
      margin-inline-start: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    /* Of an SVG, browsers keep the author's colour where it has one of its own. */
    .icon {
      color: inherit !important;
    }
    .button,
    .note {
      border-color: ButtonBorder;
    }
    .button.primary {
      border-width: 2px;
      border-color: Highlight;
    }
  }
`;
