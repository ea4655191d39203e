import { css } from 'lit';

export const walkthroughStyles = css`
  .more {
    justify-items: start;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .ways .button {
    min-height: 44px;
    padding: 8px 16px;
    border-radius: 999px;
  }
  .ways .button[aria-pressed='true'] {
    border-color: var(--hb-accent);
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
  }
  /* As the device shows it, and plainly not the device. */
  .glass {
    display: grid;
    align-content: center;
    gap: 8px;
    width: 100%;
    max-width: 20rem;
    min-height: 6.5rem;
    padding: 12px;
    border: 1px solid var(--hb-device-rim);
    border-radius: 12px;
    background: var(--hb-device-screen);
    color: var(--hb-device-ink);
    font-family: var(--hb-mono);
    font-size: 0.9375rem;
  }
  .row {
    justify-self: start;
    padding: 2px 8px;
    border: 1px solid transparent;
    border-radius: 6px;
    overflow-wrap: anywhere;
    transition:
      background-color 200ms ease,
      color 200ms ease;
  }
  .row.right {
    justify-self: end;
    text-align: end;
  }
  .row.here {
    border-color: var(--hb-device-lit);
    background: var(--hb-device-lit);
    color: var(--hb-device-screen);
  }
  .letter {
    padding: 0 4px;
    border-radius: 4px;
    background: var(--hb-device-lit);
    color: var(--hb-device-screen);
  }
  .wheel {
    font-size: 1.75rem;
  }
  .place {
    font-size: 0.875rem;
    font-weight: 620;
  }
  .actions {
    margin: 0;
  }
  @media (forced-colors: active) {
    .row.here,
    .letter,
    .ways .button[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
