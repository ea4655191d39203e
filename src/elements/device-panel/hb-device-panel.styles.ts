import { css } from 'lit';

export const devicePanelStyles = css`
  .card {
    display: grid;
    gap: 20px;
    padding: 28px 24px 24px;
    border: 1px solid var(--hb-line);
    border-radius: 24px;
    background: var(--hb-surface);
  }
  .card.framed {
    padding: 0 0 20px;
    overflow: hidden;
  }
  /* The place of the drawing while it is on its way. */
  hb-device-drawing:not(:defined) {
    display: block;
    height: 12rem;
  }
  .framed .facts,
  .framed .caption {
    margin-inline: 20px;
  }
  ::slotted(iframe) {
    display: block;
    width: 100%;
    /* What its page needs at the reader's own text size, so that nothing of it is hidden; it scrolls when it grows. */
    height: 34rem;
    border: 0;
    border-bottom: 1px solid var(--hb-line);
  }
  .caption {
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
    line-height: 1.5;
    text-align: center;
    text-wrap: balance;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 4px 14px;
    padding-top: 16px;
    border-top: 1px solid var(--hb-line);
    color: var(--hb-text-soft);
    font-size: 0.8125rem;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .framed .facts {
    padding-top: 0;
    border-top: 0;
  }
  @media (max-width: 899px) {
    .card {
      padding: 20px 16px;
    }
    /* The device alone, with the rest behind "Options". */
    ::slotted(iframe) {
      height: var(--hb-dock-frame, 19rem);
    }
    :host([docked]) .card {
      padding: 0;
      border: 0;
      border-radius: 0;
    }
    /* What it is was said when it was chosen, and the header still says that it is a simulator. */
    :host([docked]) .facts,
    :host([docked]) .caption {
      display: none;
    }
  }
`;
