import { css } from 'lit';

export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
  }
  main[hidden] {
    display: none;
  }
  main:not([hidden], .forms-page) {
    flex: 1;
    width: 100%;
    max-width: var(--hb-width);
    margin: 0 auto;
    padding: 20px 24px 56px;
  }
  main:not([hidden], .forms-page, .aside) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 23rem;
    grid-template-rows: auto 1fr;
    gap: 32px 72px;
  }
  .guide {
    display: grid;
    gap: 40px;
    align-content: start;
    min-width: 0;
  }
  .swapped,
  .cut-short {
    margin-bottom: -16px;
  }
  aside {
    min-width: 0;
    align-self: start;
    grid-column: 2;
    grid-row: 1 / span 2;
    position: sticky;
    top: 60px;
  }
  footer {
    width: 100%;
    max-width: var(--hb-width);
    margin: 0 auto;
    padding: 20px 24px 28px;
    color: var(--hb-text-soft);
    font-size: 0.8125rem;
    line-height: 1.5;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 24px;
  }
  .new-version {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    margin: 0 0 8px;
    color: var(--hb-text);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }
  nav button {
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  nav button:hover {
    color: var(--hb-text);
  }
  @media (max-width: 899px) {
    main:not([hidden], .forms-page, .aside) {
      grid-template-columns: minmax(0, 40rem);
      grid-template-rows: none;
      align-content: start;
      justify-content: center;
    }
    aside {
      grid-column: auto;
      grid-row: auto;
      position: static;
    }
    .early {
      display: none;
    }
  }
  @media (max-width: 899px) and (min-height: 30rem) {
    :host([docked]) {
      box-sizing: border-box;
      padding-bottom: var(--hb-dock);
    }
    :host([docked]) main:not([hidden], .forms-page) {
      gap: 20px;
    }
    :host([docked]) .guide {
      gap: 16px;
    }
    :host([docked]) aside {
      position: fixed;
      z-index: 5;
      inset: auto 0 0;
      height: var(--hb-dock);
      border-top: 1px solid var(--hb-line-strong);
      background: var(--hb-surface);
      box-shadow: 0 -0.5rem 1.5rem rgb(10 20 16 / 14%);
    }
  }
  /* A phone on its side has room for a device beside the guide, and for none below it. */
  @media (min-width: 600px) and (max-width: 899px) and (max-height: 29.99rem) {
    :host([docked]) main:not([hidden], .forms-page) {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
      justify-content: stretch;
      padding-inline-end: calc(min(21rem, 55vw) + 16px);
    }
    :host([docked]) aside {
      --hb-dock-frame: min(19rem, 100dvh - 44px);
      position: fixed;
      z-index: 5;
      inset: 44px 0 auto auto;
      width: min(21rem, 55vw);
    }
  }
  @media (max-width: 599px) {
    main:not([hidden], .forms-page) {
      padding: 4px 20px 32px;
    }
    .guide {
      gap: 24px;
    }
    .swapped,
    .cut-short {
      margin-bottom: 0;
    }
    footer {
      padding-inline: 20px;
    }
  }
  .drop {
    position: fixed;
    z-index: 20;
    inset: 12px;
    display: grid;
    place-items: center;
    margin: 0;
    border: 3px dashed var(--hb-accent);
    border-radius: 24px;
    background: color-mix(in srgb, var(--hb-accent-soft) 88%, transparent);
    color: var(--hb-accent);
    font-size: 1.25rem;
    font-weight: 640;
    text-align: center;
    pointer-events: none;
  }
  .forms-page {
    flex: 1;
  }
  /* On paper there are the blank forms and nothing else; without them, the page as it is. */
  @media print {
    :host {
      display: block;
      min-height: 0;
    }
    hb-header:has(~ .forms-page),
    .forms-page ~ footer {
      display: none;
    }
  }
`;
