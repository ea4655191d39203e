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
  }
  @media (max-width: 899px) {
    main:not([hidden], .forms-page) {
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
  .forms-page {
    flex: 1;
  }
  /* On paper there are the blank forms and nothing else; without them, the page as it is. */
  @media print {
    :host {
      display: block;
      min-height: 0;
    }
    hb-header:has(~ main[hidden]),
    main[hidden] ~ footer {
      display: none;
    }
  }
`;
